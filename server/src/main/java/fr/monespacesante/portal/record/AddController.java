package fr.monespacesante.portal.record;

import fr.monespacesante.access.Act;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.record.Prepared;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// A citizen adds a document (DOC-02). Whatever is wrong, nothing typed is lost.
@Controller
@RequestMapping("/espace/documents/ajouter")
class AddController {
    private final Pages pages;
    private final OwnSpace own;
    private final Keeping keeping;
    private final Spaces spaces;
    private final Ids ids;
    private final Clock clock;

    AddController(Pages pages, OwnSpace own, Keeping keeping, Spaces spaces, Ids ids, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.keeping = keeping;
        this.spaces = spaces;
        this.ids = ids;
        this.clock = clock;
    }

    /// The three steps of a deposit: one document of what was sent, checked, kept.
    @Component
    record Keeping(Sent sent, Deposits deposits, Documents documents) {}

    @GetMapping
    View ask() {
        return pages.show(new AddPage(Form.EMPTY, ids.next().toString()));
    }

    @PostMapping
    View add(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) Optional<List<MultipartFile>> files)
            throws IOException {
        Outcome<Sent.One> one = keeping.sent().one(files.orElse(List.of()));
        Form typed = one instanceof Outcome.Refused<Sent.One>(Problem problem, String _)
                ? Form.of(fields).wrong("files", DepositForm.sentence(problem))
                : Form.of(fields);
        Form form = checked(typed);
        Optional<LocalDate> date = form.date("date");
        if (!form.valid() || date.isEmpty() || !(one instanceof Outcome.Done<Sent.One>(Sent.One content))) {
            return again(form);
        }
        NewDocument wanted = wanted(own.space(request, who), form, date.get(), content);
        Outcome<List<Documents.Deposited>> kept =
                keeping.deposits().prepare(wanted, content.content()).then(prepared -> keep(request, who, prepared));
        return switch (kept) {
            case Outcome.Done<List<Documents.Deposited>>(List<Documents.Deposited> deposited) ->
                pages.redirect(
                        "/espace/documents/" + deposited.getFirst().entry().id().value(),
                        Notice.success(DocumentText.DONE_ADDED));
            case Outcome.Refused<List<Documents.Deposited>>(Problem problem, String _) ->
                again(form.wrong("files", DepositForm.sentence(problem)));
        };
    }

    private Outcome<List<Documents.Deposited>> keep(HttpServletRequest request, CitizenSession who, Prepared prepared) {
        Act act =
                new Act.DepositDocuments(prepared.authors(), prepared.document().marks());
        Documents.Submission submission = new Documents.Submission(DepositForm.oid(ids.next()), List.of(prepared));
        return own.enter(request, who, act, visit -> keeping.documents().deposit(visit, submission));
    }

    private View again(Form form) {
        return pages.show(new AddPage(form, DepositForm.once(form, ids::next).toString()));
    }

    private Form checked(Form typed) {
        Form form = typed.needs("title", AddText.NEED_NAME);
        form = AddPage.knows(typed.value("type")) ? form : form.wrong("type", AddText.NEED_TYPE);
        return DepositForm.checked(form, LocalDate.ofInstant(clock.instant(), DepositForm.PARIS));
    }

    private NewDocument wanted(SpaceId space, Form form, LocalDate date, Sent.One content) {
        Person person = spaces.find(space).map(Space::person).orElseThrow();
        DocumentEntry.Author author =
                new DocumentEntry.Author(null, person.usedFamilyName(), person.usedGivenName(), null, null, true);
        Set<Mark> marks = form.has("hide", "oui") ? Set.of(Mark.MASQUE_PS) : Set.of();
        return new NewDocument(
                DepositForm.oid(DepositForm.once(form, ids::next)),
                Nomenclatures.national().type(form.value("type")).orElseThrow().code(),
                form.value("title").strip(),
                null,
                date.atStartOfDay(DepositForm.PARIS).toInstant(),
                List.of(author),
                null,
                null,
                content.mimeType(),
                DepositForm.FORMAT,
                "fr-FR",
                "N",
                marks,
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
