package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Act;
import fr.monespacesante.identity.ProfessionalIdentity;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.StructureId;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.record.AddText;
import fr.monespacesante.portal.record.DepositForm;
import fr.monespacesante.portal.record.Sent;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.record.Prepared;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// A professional adds a document, or replaces one of their own (DOC-03, DOC-08 to DOC-10). Whatever is wrong, nothing
/// typed is lost.
@Controller
@RequestMapping("/pro/patient/{patient:[0-9a-f-]{36}}/ajouter")
class ProAddController {
    private final Pages pages;
    private final ProDoor door;
    private final ProRefusals refusals;
    private final ProKeeping keeping;
    private final Ids ids;
    private final Clock clock;

    ProAddController(Pages pages, ProDoor door, ProRefusals refusals, ProKeeping keeping, Ids ids, Clock clock) {
        this.pages = pages;
        this.door = door;
        this.refusals = refusals;
        this.keeping = keeping;
        this.ids = ids;
        this.clock = clock;
    }

    /// The three steps of a deposit: one document of what was sent, checked, kept.
    @Component
    record ProKeeping(Sent sent, Deposits deposits, Documents documents) {}

    @GetMapping
    View ask(Bedside at, @RequestParam(name = "remplace", defaultValue = "") String replaced) {
        LocalDate today = today();
        Form form = Form.EMPTY
                .with("date.day", String.valueOf(today.getDayOfMonth()))
                .with("date.month", String.valueOf(today.getMonthValue()))
                .with("date.year", String.valueOf(today.getYear()));
        if (replaced.isEmpty()) {
            return page(at, form, "");
        }
        return switch (old(at, replaced)) {
            case Outcome.Done<DocumentEntry>(DocumentEntry entry) ->
                page(
                        at,
                        form.with("remplace", replaced)
                                .with("title", entry.title())
                                .with("type", entry.type().code()),
                        entry.title());
            case Outcome.Refused<DocumentEntry>(Problem problem, String _) ->
                refusals.of(at, problem, at.patient().documents() + replaced);
        };
    }

    /// The document to be replaced: one's own.
    private Outcome<DocumentEntry> old(Bedside at, String replaced) {
        DocumentId id = DocumentId.parse(replaced).orElse(new DocumentId(new java.util.UUID(0, 0)));
        return door.enter(
                at,
                new Act.ReadDocument(id),
                visit -> keeping.documents()
                        .find(visit, id)
                        .then(entry ->
                                Synthesis.own(entry, at.who().professional().rpps())
                                        ? Outcome.done(entry)
                                        : Outcome.refused(Problem.NOT_THE_AUTHOR)));
    }

    @PostMapping
    View add(
            Bedside at,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) Optional<List<MultipartFile>> files)
            throws IOException {
        Form typed = Form.of(fields);
        if (typed.has("oppose", "oui")) {
            return objected(at, typed);
        }
        Outcome<Sent.One> one = keeping.sent().one(files.orElse(List.of()));
        Form form = typed;
        if (one instanceof Outcome.Refused<Sent.One>(Problem problem, String _)) {
            form = form.wrong("files", DepositForm.sentence(problem));
        }
        form = form.needs("title", AddText.NEED_NAME);
        form = ProAddPage.knows(form.value("type")) ? form : form.wrong("type", AddText.NEED_TYPE);
        form = DepositForm.checked(form, today());
        Optional<LocalDate> date = form.date("date");
        if (!form.valid() || date.isEmpty() || !(one instanceof Outcome.Done<Sent.One>(Sent.One content))) {
            return page(at, form, form.value("replaced"));
        }
        NewDocument wanted = wanted(at, form, date.get(), content);
        Outcome<List<Documents.Deposited>> kept =
                keeping.deposits().prepare(wanted, content.content()).then(prepared -> keep(at, prepared));
        return answered(at, form, kept);
    }

    private View answered(Bedside at, Form form, Outcome<List<Documents.Deposited>> kept) {
        return switch (kept) {
            case Outcome.Done<List<Documents.Deposited>>(List<Documents.Deposited> deposited) ->
                pages.redirect(
                        at.patient().documents()
                                + deposited.getFirst().entry().id().value(),
                        Notice.success(ProText.DONE_ADDED));
            case Outcome.Refused<List<Documents.Deposited>>(Problem problem, String _) -> refused(at, form, problem);
        };
    }

    private View refused(Bedside at, Form form, Problem problem) {
        String replaced = form.value("replaced");
        return switch (problem) {
            case ACCESS_REFUSED, CONSENT_NEEDED, SPACE_NOT_OPEN ->
                refusals.of(at, problem, at.patient().address());
            case MARK_NOT_ALLOWED -> page(at, form.wrong("invisible-parents", ProText.MARK_NOT_ALLOWED), replaced);
            case REPLACED_DOCUMENT_UNKNOWN, REPLACED_DOCUMENT_NOT_CURRENT, VERSION_MISMATCH ->
                page(at, form.wrong("files", ProText.REPLACED_GONE), replaced);
            default -> page(at, form.wrong("files", DepositForm.sentence(problem)), replaced);
        };
    }

    /// The minor does not want it kept: the service hears of it, and keeps nothing (DOC-10).
    private View objected(Bedside at, Form typed) {
        Act act = new Act.DepositDocuments(Set.of(at.who().professional().rpps()), Set.of(), true);
        Outcome<String> answer = door.enter(at, act, visit -> Outcome.refused(Problem.MINOR_OBJECTS));
        return answer instanceof Outcome.Refused<String>(Problem problem, String _) && problem != Problem.MINOR_OBJECTS
                ? problem == Problem.MARK_NOT_ALLOWED
                        ? page(at, typed.wrong("oppose", ProText.MARK_NOT_ALLOWED), typed.value("replaced"))
                        : refusals.of(at, problem, at.patient().address())
                : pages.redirect(at.patient().address(), Notice.success(ProText.MINOR_OBJECTED));
    }

    private Outcome<List<Documents.Deposited>> keep(Bedside at, Prepared prepared) {
        Act act =
                new Act.DepositDocuments(prepared.authors(), prepared.document().marks());
        Documents.Submission submission = new Documents.Submission(DepositForm.oid(ids.next()), List.of(prepared));
        return door.enter(at, act, visit -> keeping.documents().deposit(visit, submission));
    }

    private View page(Bedside at, Form form, String replaced) {
        return pages.show(new ProAddPage(
                at.patient(),
                form,
                DepositForm.once(form, ids::next).toString(),
                replaced,
                at.patient().minor(clock.instant())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DepositForm.PARIS);
    }

    private NewDocument wanted(Bedside at, Form form, LocalDate date, Sent.One content) {
        ProfessionalIdentity who = at.who().professional();
        ProfessionalIdentity.Place place = at.who().place().orElseThrow();
        DocumentEntry.Organisation structure = place.structureName().isEmpty()
                ? null
                : new DocumentEntry.Organisation(
                        place.structure().map(StructureId::value).orElse(null), place.structureName());
        DocumentEntry.Author author = new DocumentEntry.Author(
                who.rpps().nationalId(),
                who.familyName(),
                who.givenName(),
                Nomenclatures.national()
                        .authorSpecialty("G15_" + place.profession() + "/"
                                + place.speciality().orElse(""))
                        .orElse(null),
                structure,
                false);
        return new NewDocument(
                DepositForm.oid(DepositForm.once(form, ids::next)),
                Nomenclatures.national().type(form.value("type")).orElseThrow().code(),
                form.value("title").strip(),
                form.value("pour").isBlank()
                        ? null
                        : "Destinataires : " + form.value("pour").strip(),
                date.atStartOfDay(DepositForm.PARIS).toInstant(),
                List.of(author),
                null,
                structure,
                content.mimeType(),
                DepositForm.FORMAT,
                "fr-FR",
                "N",
                marks(form),
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                DocumentId.parse(form.value("remplace")));
    }

    private static Set<Mark> marks(Form form) {
        return Stream.of(Mark.values())
                .filter(mark -> form.has(ProText.field(mark), "oui"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
