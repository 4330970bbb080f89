package fr.monespacesante.portal.messaging;

import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Draft;
import fr.monespacesante.messaging.KeptMessage;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.messaging.Replies;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// A citizen answers (MSG-02, MSG-03). Every button of the form sends all of it: whatever is pressed, and whatever is
/// wrong, nothing typed is lost.
@Controller
class AnswerController {
    static final String ANSWER = ExchangeIds.EXCHANGE + "/repondre";

    private final Pages pages;
    private final OwnSpace own;
    private final Conversations conversations;
    private final Replies replies;
    private final AttachedFiles attached;
    private final Ids ids;

    AnswerController(
            Pages pages, OwnSpace own, Conversations conversations, Replies replies, AttachedFiles attached, Ids ids) {
        this.pages = pages;
        this.own = own;
        this.conversations = conversations;
        this.replies = replies;
        this.attached = attached;
        this.ids = ids;
    }

    @GetMapping(ANSWER)
    View ask(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam(required = false) Optional<String> tous) {
        return page(request, who, ExchangeIds.of(id), draft -> new AnswerForm(ids.next(), draft, tous).form());
    }

    @PostMapping(ANSWER)
    View answer(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = AnswerForm.FILES, required = false) Optional<List<MultipartFile>> files)
            throws IOException {
        UUID exchange = ExchangeIds.of(id);
        AnswerForm typed = new AnswerForm(Form.of(fields));
        List<Replies.NewFile> added = new ArrayList<>();
        Form form = typed.form();
        for (MultipartFile file : files.orElse(List.of())) {
            if (file.isEmpty()) {
                continue;
            }
            switch (attached.of(file)) {
                case Outcome.Done<Replies.NewFile>(Replies.NewFile fine) -> added.add(fine);
                case Outcome.Refused<Replies.NewFile>(Problem problem, String _) ->
                    form = AnswerForm.wrongFile(
                            form, problem, FileBytes.clean(String.valueOf(file.getOriginalFilename())));
            }
        }
        if (typed.action().equals("joindre") && added.isEmpty() && form.valid()) {
            form = form.wrong(AnswerForm.FILES, AnswerText.NEED_FILE);
        }
        boolean sends = typed.action().equals("envoyer");
        if (!sends || !added.isEmpty() || !form.valid()) {
            Outcome<Draft> kept = keep(request, who, exchange, typed, added);
            boolean gone = kept instanceof Outcome.Refused<Draft>(Problem problem, String _)
                    && sends
                    && problem == Problem.VERSION_MISMATCH;
            if (!gone && kept instanceof Outcome.Refused<Draft>(Problem problem, String where)) {
                return again(request, who, exchange, form, problem, where);
            }
        }
        return form.valid() ? next(request, who, exchange, typed) : page(request, who, exchange, again(form));
    }

    private View next(HttpServletRequest request, CitizenSession who, UUID exchange, AnswerForm typed) {
        String address = ExchangeIds.address(exchange);
        return switch (typed.action()) {
            case "envoyer" -> send(request, who, exchange, typed);
            case "joindre" -> pages.redirect(address + "/repondre#pieces");
            case "documents" -> pages.redirect(address + "/repondre/documents");
            case "enregistrer" -> pages.redirect(address, Notice.success(AnswerText.DONE_KEPT));
            default -> detach(request, who, exchange, typed);
        };
    }

    private View send(HttpServletRequest request, CitizenSession who, UUID exchange, AnswerForm typed) {
        Outcome<Message> sent = own.enter(
                request,
                who,
                new MessageAct.WriteMessage(exchange, MessageAct.WriteMessage.Step.SEND),
                visit -> replies.send(visit, exchange, typed.draft(), typed.toAll(), typed.text()));
        return switch (sent) {
            case Outcome.Done<Message> _ ->
                pages.redirect(ExchangeIds.address(exchange), Notice.success(AnswerText.DONE_SENT));
            case Outcome.Refused<Message>(Problem problem, String where) ->
                again(request, who, exchange, typed.form(), problem, where);
        };
    }

    private Outcome<Draft> keep(
            HttpServletRequest request,
            CitizenSession who,
            UUID exchange,
            AnswerForm typed,
            List<Replies.NewFile> added) {
        return write(request, who, exchange, visit -> {
            Outcome<Draft> kept = replies.keep(visit, exchange, typed.draft(), typed.toAll(), typed.text());
            for (Replies.NewFile file : added) {
                kept = kept.then(draft -> replies.attach(visit, exchange, typed.draft(), file));
            }
            return kept;
        });
    }

    private View detach(HttpServletRequest request, CitizenSession who, UUID exchange, AnswerForm typed) {
        return switch (write(request, who, exchange, visit -> replies.detach(visit, exchange, typed.removed()))) {
            case Outcome.Done<Draft> _ -> pages.redirect(ExchangeIds.address(exchange) + "/repondre#pieces");
            case Outcome.Refused<Draft>(Problem problem, String where) ->
                again(request, who, exchange, typed.form(), problem, where);
        };
    }

    private <R> Outcome<R> write(
            HttpServletRequest request, CitizenSession who, UUID exchange, Function<Visit, Outcome<R>> body) {
        return own.enter(request, who, new MessageAct.WriteMessage(exchange, MessageAct.WriteMessage.Step.DRAFT), body);
    }

    /// By the script of the page, now and then: what was typed, without files.
    @PostMapping(ExchangeIds.EXCHANGE + "/brouillon")
    ResponseEntity<Void> autosave(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields) {
        AnswerForm typed = new AnswerForm(Form.of(fields));
        return switch (keep(request, who, ExchangeIds.of(id), typed, List.of())) {
            case Outcome.Done<Draft> _ -> ResponseEntity.noContent().build();
            case Outcome.Refused<Draft>(Problem problem, String _) ->
                ResponseEntity.status(
                                switch (problem) {
                                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                                    case ACCESS_REFUSED -> HttpStatus.FORBIDDEN;
                                    default -> HttpStatus.CONFLICT;
                                })
                        .build();
        };
    }

    @GetMapping(ExchangeIds.EXCHANGE + "/brouillon/supprimer")
    View askDiscard(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        UUID exchange = ExchangeIds.of(id);
        Outcome<DiscardPage> page = own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> conversations.find(visit, exchange).map(DiscardPage::new));
        return switch (page) {
            case Outcome.Done<DiscardPage>(DiscardPage shown) -> pages.show(shown);
            case Outcome.Refused<DiscardPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @PostMapping(ExchangeIds.EXCHANGE + "/brouillon/supprimer")
    View discard(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        UUID exchange = ExchangeIds.of(id);
        Outcome<Conversation> discarded = write(
                request,
                who,
                exchange,
                visit -> conversations.find(visit, exchange).map(found -> {
                    replies.discard(visit, exchange);
                    return found;
                }));
        return switch (discarded) {
            case Outcome.Done<Conversation> _ ->
                pages.redirect(ExchangeIds.address(exchange), Notice.success(AnswerText.DONE_DISCARDED));
            case Outcome.Refused<Conversation>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    /// A file of the draft, to look at before it goes.
    @GetMapping(ANSWER + "/pieces/{file:[0-9a-f-]{36}}")
    void file(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String file)
            throws IOException {
        UUID exchange = ExchangeIds.of(id);
        record Opened(Draft.File file, KeptMessage bytes) {}
        Outcome<Opened> opened = own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> replies.file(visit, exchange, ExchangeIds.of(file))
                        .then(bytes -> replies.draft(visit, exchange).stream()
                                .flatMap(draft -> draft.files().stream())
                                .filter(kept -> kept.id().equals(ExchangeIds.of(file)))
                                .findFirst()
                                .map(kept -> Outcome.done(new Opened(kept, bytes)))
                                .orElseGet(visit::unseen)));
        if (opened instanceof Outcome.Done<Opened>(Opened found)) {
            FileBytes.send(
                    response,
                    found.bytes().bytes(),
                    found.file().mimeType(),
                    found.file().name(),
                    false);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private View again(
            HttpServletRequest request, CitizenSession who, UUID exchange, Form form, Problem problem, String where) {
        return problem == Problem.NOT_FOUND || problem == Problem.ACCESS_REFUSED
                ? pages.refused(problem)
                : page(request, who, exchange, again(AnswerForm.wrong(form, problem, where)));
    }

    /// What was typed, under the id of the draft as it is now.
    private static Function<Optional<Draft>, Form> again(Form form) {
        return draft -> draft.map(kept -> form.with(AnswerForm.DRAFT, kept.id().toString()))
                .orElse(form);
    }

    private View page(
            HttpServletRequest request, CitizenSession who, UUID exchange, Function<Optional<Draft>, Form> form) {
        boolean oneself = own.space(request, who).equals(who.space());
        boolean record = own.may(request, who, Mandate.Scope.READ);
        Outcome<AnswerPage> page = own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> conversations.read(visit, exchange, 0).map(read -> {
                    Optional<Draft> draft = replies.draft(visit, exchange);
                    Form shown = form.apply(draft);
                    String holder = visit.space().person().displayName();
                    return new AnswerPage(
                            read.conversation(),
                            shown,
                            shown.value(AnswerForm.DRAFT),
                            draft.map(Draft::savedAt),
                            draft.stream()
                                    .flatMap(kept -> kept.files().stream())
                                    .map(AnswerPage.FileLine::of)
                                    .toList(),
                            replies.addressees(visit, exchange, false),
                            replies.addressees(visit, exchange, true),
                            read.messages().stream()
                                    .filter(message -> !message.outgoing())
                                    .findFirst()
                                    .map(message ->
                                            MessageView.of(message, List.of(), who.displayName(), holder, false)),
                            oneself ? Optional.empty() : Optional.of(holder),
                            record);
                }));
        return switch (page) {
            case Outcome.Done<AnswerPage>(AnswerPage shown) ->
                shown.conversation().closed() && shown.form().valid()
                        ? pages.redirect(shown.back())
                        : pages.show(shown);
            case Outcome.Refused<AnswerPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}
