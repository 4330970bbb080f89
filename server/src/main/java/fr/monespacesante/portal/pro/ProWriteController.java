package fr.monespacesante.portal.pro;

import fr.monespacesante.access.MessageAct;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Outgoing;
import fr.monespacesante.messaging.Incoming;
import fr.monespacesante.messaging.Mailroom;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.record.DepositForm;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// A professional writes to a patient whom they found by INS and traits (MSG-05). No agreement is needed to
/// write; who is blocked does not. Whatever is wrong, nothing typed is lost.
@Controller
@RequestMapping("/pro/patient/{patient:[0-9a-f-]{36}}/ecrire")
class ProWriteController {
    private final Pages pages;
    private final ProDoor door;
    private final WriteForm writing;
    private final Mailroom mailroom;
    private final Ids ids;
    private final Clock clock;

    ProWriteController(Pages pages, ProDoor door, WriteForm writing, Mailroom mailroom, Ids ids, Clock clock) {
        this.pages = pages;
        this.door = door;
        this.writing = writing;
        this.mailroom = mailroom;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    View ask(Bedside at) {
        return page(at, Form.EMPTY);
    }

    @PostMapping
    View write(
            Bedside at,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) Optional<List<MultipartFile>> sent)
            throws IOException {
        Form form = WriteForm.checked(Form.of(fields), true);
        Outcome<List<Outgoing.File>> files = writing.files(sent.orElse(List.of()));
        if (files instanceof Outcome.Refused<List<Outgoing.File>>(Problem problem, String _)) {
            form = form.wrong("files", ProExchangeController.sentence(problem));
        }
        if (!form.valid() || !(files instanceof Outcome.Done<List<Outgoing.File>>(List<Outgoing.File> attached))) {
            return page(at, form);
        }
        Form whole = form;
        Outcome<Incoming> incoming = writing.incoming(at.who(), whole, attached, Optional.empty());
        return switch (incoming.then(message -> deliver(at, message))) {
            case Outcome.Done<Mailroom.Received>(Mailroom.Received received) ->
                pages.redirect(ProExchangePage.address(received.conversation()), Notice.success(ExchangeWords.SENT));
            case Outcome.Refused<Mailroom.Received>(Problem problem, String _) ->
                page(at, whole.wrong("text", ExchangeWords.of(problem)));
        };
    }

    private Outcome<Mailroom.Received> deliver(Bedside at, Incoming message) {
        return door.enter(
                at.who(),
                at.patient().space(),
                new MessageAct.ReceiveMessage(message.marks()),
                visit -> mailroom.receive(visit, message));
    }

    private View page(Bedside at, Form form) {
        return pages.show(new ProWritePage(
                at.patient(),
                form,
                DepositForm.once(form, ids::next).toString(),
                at.patient().minor(clock.instant())));
    }
}
