package fr.monespacesante.portal.messaging;

import fr.monespacesante.access.MessageAct;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.PartContent;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.messaging.SavedAttachments;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.record.AddPage;
import fr.monespacesante.portal.record.AddText;
import fr.monespacesante.portal.record.DepositForm;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What a professional attached is saved to the record (MSG-04): documents with their metadata in one click,
/// a file after its type and date were asked.
@Controller
class SaveController {
    private static final String SAVE_ALL = FilesController.FILE + "/enregistrer";
    private static final String SAVE_ONE = FilesController.DOCUMENT + "/enregistrer";

    private final Pages pages;
    private final OwnSpace own;
    private final Conversations conversations;
    private final SavedAttachments attachments;
    private final Clock clock;

    SaveController(Pages pages, OwnSpace own, Conversations conversations, SavedAttachments attachments, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.conversations = conversations;
        this.attachments = attachments;
        this.clock = clock;
    }

    /// The documents of a package, all at once.
    @PostMapping(SAVE_ALL)
    View saveAll(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message,
            @PathVariable int index) {
        Outcome<List<SavedAttachments.Kept>> kept = open(request, who, id, message)
                .then(opened -> attachments.enclosed(opened, index))
                .then(ready -> keep(request, who, ready));
        return switch (kept) {
            case Outcome.Done<List<SavedAttachments.Kept>>(List<SavedAttachments.Kept> all) ->
                back(id, message, said(all));
            case Outcome.Refused<List<SavedAttachments.Kept>>(Problem problem, String _) ->
                problem == Problem.NOT_FOUND || problem == Problem.ACCESS_REFUSED
                        ? pages.refused(problem)
                        : back(id, message, Notice.error(sentence(problem)));
        };
    }

    @GetMapping(SAVE_ONE)
    View ask(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message,
            @PathVariable int index,
            @PathVariable int place) {
        return switch (file(request, who, id, message, index, place)) {
            case Outcome.Done<File>(File file) -> pages.show(file.page(begun(file)));
            case Outcome.Refused<File>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @PostMapping(SAVE_ONE)
    View save(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message,
            @PathVariable int index,
            @PathVariable int place,
            @RequestParam MultiValueMap<String, String> fields) {
        Outcome<File> found = file(request, who, id, message, index, place);
        if (!(found instanceof Outcome.Done<File>(File file))) {
            return pages.refused(((Outcome.Refused<File>) found).problem());
        }
        Form typed = Form.of(fields);
        Form form = AddPage.knows(typed.value("type")) ? typed : typed.wrong("type", AddText.NEED_TYPE);
        form = DepositForm.checked(form, LocalDate.ofInstant(clock.instant(), DepositForm.PARIS));
        Optional<LocalDate> date = form.date("date");
        if (!form.valid() || date.isEmpty()) {
            return pages.show(file.page(form));
        }
        SavedAttachments.Wanted wanted = new SavedAttachments.Wanted(
                form.value("title").strip(), form.value("type"), date.get(), form.has("hide", "oui"));
        Outcome<List<SavedAttachments.Kept>> kept =
                attachments.file(file.opened(), index, place, wanted).then(ready -> keep(request, who, ready));
        return switch (kept) {
            case Outcome.Done<List<SavedAttachments.Kept>>(List<SavedAttachments.Kept> all) ->
                back(id, message, said(all));
            case Outcome.Refused<List<SavedAttachments.Kept>>(Problem problem, String _) ->
                problem == Problem.NOT_FOUND || problem == Problem.ACCESS_REFUSED
                        ? pages.refused(problem)
                        : pages.show(file.page(form.wrong("title", sentence(problem))));
        };
    }

    /// @param content of the file, or of the document in a package
    private record File(Conversations.Opened opened, PartContent content, String address) {
        SavePage page(Form form) {
            return new SavePage(opened.message(), content.attachment().name(), address, form);
        }
    }

    private Outcome<File> file(
            HttpServletRequest request, CitizenSession who, String id, String message, int index, int place) {
        String address = ExchangeIds.address(ExchangeIds.of(id)) + "/" + ExchangeIds.of(message) + "/pieces/" + index
                + "/documents/" + place;
        return open(request, who, id, message)
                .then(opened ->
                        attachments.open(opened, index, place).map(content -> new File(opened, content, address)));
    }

    private static Form begun(File file) {
        ZonedDateTime at = file.opened().message().at().atZone(DepositForm.PARIS);
        String name = file.content().attachment().name().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        return Form.of(Map.of(
                "title", List.of(name.substring(0, Math.min(name.length(), 120))),
                "date.day", List.of(String.valueOf(at.getDayOfMonth())),
                "date.month", List.of(String.valueOf(at.getMonthValue())),
                "date.year", List.of(String.valueOf(at.getYear()))));
    }

    private Outcome<Conversations.Opened> open(
            HttpServletRequest request, CitizenSession who, String id, String message) {
        UUID exchange = ExchangeIds.of(id);
        return own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> conversations
                        .open(visit, exchange, ExchangeIds.of(message))
                        .then(SaveController::received));
    }

    /// Only what a professional sent is saved from here; what the citizen sent was theirs.
    private static Outcome<Conversations.Opened> received(Conversations.Opened opened) {
        Message message = opened.message();
        return message.outgoing() ? Outcome.refused(Problem.NOT_FOUND) : Outcome.done(opened);
    }

    private Outcome<List<SavedAttachments.Kept>> keep(
            HttpServletRequest request, CitizenSession who, SavedAttachments.Ready ready) {
        return own.enter(request, who, ready.act(), visit -> attachments.keep(visit, ready));
    }

    private View back(String id, String message, Notice notice) {
        return pages.redirect(ExchangeIds.address(ExchangeIds.of(id)) + "#m-" + ExchangeIds.of(message), notice);
    }

    private static Notice said(List<SavedAttachments.Kept> kept) {
        return kept.stream().anyMatch(SavedAttachments.Kept::fresh)
                ? Notice.success(ExchangeText.DONE_SAVED)
                : new Notice(Notice.Kind.INFORMATION, ExchangeText.SAVE_ALREADY.plain());
    }

    private static ExchangeText sentence(Problem problem) {
        return switch (problem) {
            case PATIENT_MISMATCH -> ExchangeText.SAVE_OTHER_PERSON;
            case MARK_NOT_ALLOWED -> ExchangeText.SAVE_MARKED;
            default -> ExchangeText.SAVE_REFUSED;
        };
    }
}
