package fr.monespacesante.portal.pro;

import fr.monespacesante.access.MessageAct;
import fr.monespacesante.identity.ProfessionalSession;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.Outgoing;
import fr.monespacesante.mail.PartContent;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Exchanges;
import fr.monespacesante.messaging.Incoming;
import fr.monespacesante.messaging.Mailroom;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Text;
import fr.monespacesante.portal.messaging.FileBytes;
import fr.monespacesante.portal.record.DepositForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// A professional's exchanges with patients: the list, one of them, writing again, ending it (MSG-05). Each
/// opening goes through the door of the patient's space; an exchange of somebody else and one that never was
/// are the same answer.
@Controller
@RequestMapping("/pro/messages")
class ProExchangeController {
    private static final int PAGE = 30;
    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final Pages pages;
    private final ProDoor door;
    private final Exchanges exchanges;
    private final WriteForm writing;
    private final Mail mail;
    private final Consulted consulted;
    private final Ids ids;

    ProExchangeController(
            Pages pages,
            ProDoor door,
            Exchanges exchanges,
            WriteForm writing,
            Mail mail,
            Consulted consulted,
            Ids ids) {
        this.pages = pages;
        this.door = door;
        this.exchanges = exchanges;
        this.writing = writing;
        this.mail = mail;
        this.consulted = consulted;
        this.ids = ids;
    }

    /// What is in a space, and how to read it.
    @Component
    record Mail(Conversations conversations, Mailroom mailroom, MailReader reader) {}

    @GetMapping
    View list(
            @AuthenticationPrincipal ProfessionalSession who,
            @RequestParam(name = "avant", defaultValue = "0") int skipped) {
        int from = Math.clamp(skipped, 0, 1_000_000);
        List<Exchanges.Exchange> found = exchanges.of(who.professional().rpps(), from, PAGE + 1);
        boolean more = found.size() > PAGE;
        return pages.show(new ProExchangesPage(
                more ? found.subList(0, PAGE) : found, more ? Optional.of(from + PAGE) : Optional.empty()));
    }

    @GetMapping(ONE)
    View read(
            HttpServletRequest request,
            @AuthenticationPrincipal ProfessionalSession who,
            @PathVariable("id") UUID conversation,
            @RequestParam(name = "avant", defaultValue = "0") int skipped) {
        return page(request, who, conversation, Math.clamp(skipped, 0, 1_000_000), Form.EMPTY);
    }

    private View page(HttpServletRequest request, ProfessionalSession who, UUID conversation, int skipped, Form form) {
        Optional<Exchanges.Exchange> exchange =
                exchanges.find(who.professional().rpps(), conversation);
        if (exchange.isEmpty()) {
            return pages.refused(Problem.NOT_FOUND);
        }
        Outcome<Conversations.Read> read = door.enter(
                who,
                exchange.get().space(),
                new MessageAct.ReadMessage(conversation),
                visit -> mail.conversations().read(visit, conversation, skipped));
        return switch (read) {
            case Outcome.Done<Conversations.Read>(Conversations.Read found) ->
                pages.show(new ProExchangePage(
                        exchange.get(),
                        found,
                        skipped,
                        who.professional().rpps(),
                        form,
                        DepositForm.once(form, ids::next).toString(),
                        folder(request, exchange.get())));
            case Outcome.Refused<Conversations.Read>(Problem problem, String _) -> gone(problem);
        };
    }

    private View gone(Problem problem) {
        return pages.redirect(ProExchangesPage.ADDRESS, Notice.error(ExchangeWords.of(problem)));
    }

    private Optional<String> folder(HttpServletRequest request, Exchanges.Exchange exchange) {
        return consulted.all(request).stream()
                .filter(patient -> patient.space().equals(exchange.space()))
                .findFirst()
                .map(Patient::address);
    }

    @PostMapping(ONE)
    View write(
            HttpServletRequest request,
            @AuthenticationPrincipal ProfessionalSession who,
            @PathVariable("id") UUID conversation,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) Optional<List<MultipartFile>> sent)
            throws IOException {
        Form form = WriteForm.checked(Form.of(fields), false);
        Outcome<List<Outgoing.File>> files = writing.files(sent.orElse(List.of()));
        if (files instanceof Outcome.Refused<List<Outgoing.File>>(Problem problem, String _)) {
            form = form.wrong("files", sentence(problem));
        }
        Optional<Exchanges.Exchange> exchange =
                exchanges.find(who.professional().rpps(), conversation);
        if (!form.valid()
                || exchange.isEmpty()
                || !(files instanceof Outcome.Done<List<Outgoing.File>>(List<Outgoing.File> attached))) {
            return page(request, who, conversation, 0, form);
        }
        Form whole = form;
        Outcome<Mailroom.Received> received = writing.incoming(who, whole, attached, Optional.of(conversation))
                .then(message -> deliver(who, exchange.get(), message));
        return switch (received) {
            case Outcome.Done<Mailroom.Received> done ->
                pages.redirect(ProExchangePage.address(conversation), Notice.success(ExchangeWords.SENT));
            case Outcome.Refused<Mailroom.Received>(Problem problem, String _) ->
                problem == Problem.NOT_FOUND
                        ? gone(problem)
                        : page(request, who, conversation, 0, whole.wrong("text", ExchangeWords.of(problem)));
        };
    }

    private Outcome<Mailroom.Received> deliver(ProfessionalSession who, Exchanges.Exchange exchange, Incoming message) {
        return door.enter(
                who,
                exchange.space(),
                new MessageAct.ReceiveMessage(message.marks()),
                visit -> mail.mailroom().receive(visit, message));
    }

    @PostMapping(ONE + "/terminer")
    View end(@AuthenticationPrincipal ProfessionalSession who, @PathVariable("id") UUID conversation) {
        Outcome<Conversation> ended = exchanges
                .find(who.professional().rpps(), conversation)
                .map(exchange -> door.enter(
                        who,
                        exchange.space(),
                        new MessageAct.CloseConversation(conversation),
                        visit -> mail.conversations().close(visit, conversation)))
                .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND));
        return switch (ended) {
            case Outcome.Done<Conversation> done ->
                pages.redirect(ProExchangePage.address(conversation), Notice.success(ExchangeWords.ENDED));
            case Outcome.Refused<Conversation>(Problem problem, String _) -> gone(problem);
        };
    }

    /// An attachment, to be kept.
    @GetMapping(ONE + "/{message:[0-9a-f-]{36}}/pieces/{index:[0-9]{1,3}}")
    void file(
            HttpServletResponse response,
            @AuthenticationPrincipal ProfessionalSession who,
            @PathVariable("id") UUID conversation,
            @PathVariable UUID message,
            @PathVariable int index)
            throws IOException {
        Outcome<Conversations.Opened> opened = exchanges
                .find(who.professional().rpps(), conversation)
                .map(exchange -> door.enter(
                        who,
                        exchange.space(),
                        new MessageAct.ReadMessage(conversation),
                        visit -> mail.conversations().open(visit, conversation, message)))
                .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND));
        Optional<PartContent> part = opened instanceof Outcome.Done<Conversations.Opened>(Conversations.Opened found)
                ? mail.reader().part(found.raw().bytes(), index)
                : Optional.empty();
        if (part.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FileBytes.send(
                response,
                part.get().bytes(),
                part.get().attachment().mimeType(),
                part.get().attachment().name(),
                true);
    }

    static Text sentence(Problem problem) {
        return problem == Problem.TOO_LARGE ? ExchangeWords.TOO_MUCH : DepositForm.sentence(problem);
    }
}
