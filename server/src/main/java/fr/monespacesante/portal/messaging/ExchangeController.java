package fr.monespacesante.portal.messaging;

import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.Right;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.messaging.Replies;
import fr.monespacesante.messaging.SavedAttachments;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.MessageCount;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One exchange: reading it, printing it, putting it back among the unread (MSG-03).
@Controller
class ExchangeController {
    private final Pages pages;
    private final OwnSpace own;
    private final Conversations conversations;
    private final Replies replies;
    private final SavedAttachments attachments;
    private final Packages packages;
    private final MessageCount count;

    ExchangeController(
            Pages pages,
            OwnSpace own,
            Conversations conversations,
            Replies replies,
            SavedAttachments attachments,
            Packages packages,
            MessageCount count) {
        this.pages = pages;
        this.own = own;
        this.conversations = conversations;
        this.replies = replies;
        this.attachments = attachments;
        this.packages = packages;
        this.count = count;
    }

    /// What a visit found, to be made a page after it: packages are opened then.
    ///
    /// @param opened the messages that bring packages
    /// @param standing what was saved of each message and is there still
    private record Found(
            Conversations.Read read,
            Map<UUID, Conversations.Opened> opened,
            Map<UUID, List<Message.Saved>> standing,
            String holderName,
            List<String> blocked,
            boolean drafted,
            boolean several,
            boolean decides,
            boolean saves) {}

    @GetMapping(ExchangeIds.EXCHANGE)
    View read(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String avant) {
        UUID exchange = ExchangeIds.of(id);
        int skipped = avant.matches("[0-9]{1,6}") ? Integer.parseInt(avant) : 0;
        boolean saves = own.may(request, who, Mandate.Scope.ADD);
        Outcome<Found> found = own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> conversations.read(visit, exchange, skipped).map(read -> found(request, visit, read, saves)));
        return switch (found) {
            case Outcome.Done<Found>(Found shown) ->
                pages.show(new ExchangePage(
                        shown.read().conversation(),
                        views(shown, who),
                        skipped,
                        shown.read().earlier(),
                        shown.drafted(),
                        shown.several(),
                        shown.decides(),
                        shown.saves()));
            case Outcome.Refused<Found>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @GetMapping(ExchangeIds.EXCHANGE + "/imprimer")
    View print(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        UUID exchange = ExchangeIds.of(id);
        Outcome<Found> found = own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> conversations.find(visit, exchange).map(conversation -> {
                    List<Message> all = conversations.all(visit, exchange);
                    return found(request, visit, new Conversations.Read(conversation, all, false), false);
                }));
        return switch (found) {
            case Outcome.Done<Found>(Found shown) ->
                pages.show(new PrintPage(shown.read().conversation(), views(shown, who), shown.holderName()));
            case Outcome.Refused<Found>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private Found found(HttpServletRequest request, Visit visit, Conversations.Read read, boolean saves) {
        Conversation conversation = read.conversation();
        Map<UUID, Conversations.Opened> bringing = new HashMap<>();
        Map<UUID, List<Message.Saved>> standing = new HashMap<>();
        for (Message message : read.messages()) {
            if (!message.saved().isEmpty()) {
                standing.put(message.id(), attachments.standing(visit, message));
            }
            boolean brings = message.attachments().stream().anyMatch(file -> file.kind() == Attachment.Kind.XDM);
            if (brings
                    && conversations.open(visit, conversation.id(), message.id())
                            instanceof Outcome.Done<Conversations.Opened>(Conversations.Opened opened)) {
                bringing.put(message.id(), opened);
            }
        }
        count.of(request, visit);
        return new Found(
                read,
                bringing,
                standing,
                visit.space().person().displayName(),
                visit.rights().blockedSenders().stream()
                        .map(block -> block.address())
                        .toList(),
                conversation.open() && replies.draft(visit, conversation.id()).isPresent(),
                conversation.open()
                        && replies.addressees(visit, conversation.id(), true).size() > 1,
                decides(visit),
                saves);
    }

    /// What goes, and who is kept out, is not for who helps, nor for a minor alone.
    static boolean decides(Visit visit) {
        return visit.right() == Right.REPRESENTATIVE
                || (visit.right() == Right.HOLDER && !visit.space().person().isMinorAt(visit.now()));
    }

    private List<MessageView> views(Found found, CitizenSession who) {
        List<MessageView> views = new java.util.ArrayList<>();
        for (Message message : found.read().messages()) {
            List<FileView> files = new java.util.ArrayList<>();
            for (Attachment attachment : message.attachments()) {
                files.add(packages.view(
                        message,
                        attachment,
                        found.standing().getOrDefault(message.id(), List.of()),
                        found.opened().get(message.id())));
            }
            views.add(MessageView.of(
                    message,
                    files,
                    who.displayName(),
                    found.holderName(),
                    found.blocked().contains(message.from().address())));
        }
        return views;
    }

    @PostMapping(ExchangeIds.EXCHANGE + "/non-lu")
    View unread(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who, @PathVariable String id) {
        UUID exchange = ExchangeIds.of(id);
        Outcome<Integer> marked = own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> conversations.markUnread(visit, exchange).map(now -> count.of(request, visit)));
        return switch (marked) {
            case Outcome.Done<Integer> _ ->
                pages.redirect(MessagesPage.ADDRESS, Notice.success(ExchangeText.DONE_UNREAD));
            case Outcome.Refused<Integer>(Problem problem, String _) -> pages.refused(problem);
        };
    }
}
