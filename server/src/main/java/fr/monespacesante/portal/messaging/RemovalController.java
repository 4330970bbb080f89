package fr.monespacesante.portal.messaging;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.MessageCount;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// What goes for good, and who may not write any more; each asked before it is done (MSG-03, MSG-06).
@Controller
class RemovalController {
    private static final String DELETE = ExchangeIds.EXCHANGE + "/supprimer";
    private static final String DELETE_ONE = ExchangeIds.MESSAGE + "/supprimer";
    private static final String BLOCK = ExchangeIds.MESSAGE + "/bloquer";

    private final Pages pages;
    private final OwnSpace own;
    private final Conversations conversations;
    private final Blocks blocks;
    private final MessageCount count;

    RemovalController(Pages pages, OwnSpace own, Conversations conversations, Blocks blocks, MessageCount count) {
        this.pages = pages;
        this.own = own;
        this.conversations = conversations;
        this.blocks = blocks;
        this.count = count;
    }

    @GetMapping(DELETE)
    View ask(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        UUID exchange = ExchangeIds.of(id);
        return show(own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> decided(visit)
                        .then(yes -> conversations.find(visit, exchange))
                        .map(found -> new DeleteExchangePage(found, Optional.empty()))));
    }

    @PostMapping(DELETE)
    View delete(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        UUID exchange = ExchangeIds.of(id);
        Outcome<Conversation> deleted = own.enter(
                request,
                who,
                new MessageAct.DeleteMessages(exchange),
                visit -> conversations.delete(visit, exchange).map(gone -> counted(request, visit, gone)));
        return switch (deleted) {
            case Outcome.Done<Conversation> _ ->
                pages.redirect(MessagesPage.ADDRESS, Notice.success(ExchangeText.DONE_DELETED));
            case Outcome.Refused<Conversation>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @GetMapping(DELETE_ONE)
    View askOne(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message) {
        return show(with(request, who, id, message)
                .map(found -> new DeleteExchangePage(found.conversation(), Optional.of(found.message()))));
    }

    @PostMapping(DELETE_ONE)
    View deleteOne(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message) {
        UUID exchange = ExchangeIds.of(id);
        Outcome<Optional<Conversation>> deleted = own.enter(
                request,
                who,
                new MessageAct.DeleteMessages(exchange),
                visit -> conversations
                        .deleteMessage(visit, exchange, ExchangeIds.of(message))
                        .map(left -> counted(request, visit, left)));
        return switch (deleted) {
            case Outcome.Done<Optional<Conversation>>(Optional<Conversation> left) ->
                pages.redirect(
                        left.map(now -> ExchangeIds.address(now.id())).orElse(MessagesPage.ADDRESS),
                        Notice.success(ExchangeText.DONE_DELETED_ONE));
            case Outcome.Refused<Optional<Conversation>>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @GetMapping(BLOCK)
    View askBlock(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message) {
        return show(with(request, who, id, message)
                .then(found ->
                        found.message().outgoing() || found.message().from().ofPortal()
                                ? Outcome.refused(Problem.NOT_FOUND)
                                : Outcome.done(new BlockSenderPage(found.conversation(), found.message()))));
    }

    /// The address is read from the message, so that nobody is made to block somebody else.
    @PostMapping(BLOCK)
    View block(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message) {
        Outcome<Rights> blocked = with(request, who, id, message)
                .then(found ->
                        found.message().outgoing() || found.message().from().ofPortal()
                                ? Outcome.refused(Problem.NOT_FOUND)
                                : own.enter(
                                        request,
                                        who,
                                        new Act.ChangeRights(Act.RightsChange.BLOCK_SENDER),
                                        visit -> blocks.blockSender(
                                                visit,
                                                found.message().from().address(),
                                                found.message().from().name())));
        return switch (blocked) {
            case Outcome.Done<Rights> _ ->
                pages.redirect(ExchangeIds.address(ExchangeIds.of(id)), Notice.success(ExchangeText.DONE_BLOCKED));
            case Outcome.Refused<Rights>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private record WithMessage(Conversation conversation, Message message) {}

    private Outcome<WithMessage> with(HttpServletRequest request, CitizenSession who, String id, String message) {
        UUID exchange = ExchangeIds.of(id);
        return own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> decided(visit)
                        .then(yes -> conversations.find(visit, exchange))
                        .then(found -> conversations
                                .open(visit, exchange, ExchangeIds.of(message))
                                .map(opened -> new WithMessage(found, opened.message()))));
    }

    /// The question is not asked of who may not do it.
    private static Outcome<Boolean> decided(Visit visit) {
        return ExchangeController.decides(visit) ? Outcome.done(true) : Outcome.refused(Problem.ACCESS_REFUSED);
    }

    private <T> T counted(HttpServletRequest request, Visit visit, T result) {
        count.of(request, visit);
        return result;
    }

    private <P extends PageModel> View show(Outcome<P> page) {
        return switch (page) {
            case Outcome.Done<P>(P shown) -> pages.show(shown);
            case Outcome.Refused<P>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}
