package fr.monespacesante.portal.messaging;

import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.Right;
import fr.monespacesante.access.Visit;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.messaging.ConversationQuery;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.MessagingProperties;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.space.MessageCount;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The list of exchanges (MSG-03).
@Controller
class MessagesController {
    private final Pages pages;
    private final OwnSpace own;
    private final Conversations conversations;
    private final MessageCount count;
    private final MessagingProperties properties;

    MessagesController(
            Pages pages,
            OwnSpace own,
            Conversations conversations,
            MessageCount count,
            MessagingProperties properties) {
        this.pages = pages;
        this.own = own;
        this.conversations = conversations;
        this.count = count;
        this.properties = properties;
    }

    @GetMapping(MessagesPage.ADDRESS)
    View list(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam MultiValueMap<String, String> asked) {
        Form filters = Form.of(asked);
        Outcome<MessagesPage> page = own.enter(
                request, who, new MessageAct.ReadMessages(), visit -> Outcome.done(page(request, visit, filters)));
        return switch (page) {
            case Outcome.Done<MessagesPage>(MessagesPage shown) -> pages.show(shown);
            case Outcome.Refused<MessagesPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private MessagesPage page(HttpServletRequest request, Visit visit, Form filters) {
        Optional<UUID> after =
                Optional.of(filters.value("apres")).filter(id -> !id.isEmpty()).map(ExchangeIds::of);
        ConversationQuery query = new ConversationQuery(
                SearchWords.query(filters.value("q")),
                filters.has("non-lus", "oui"),
                filters.value("avec"),
                after,
                ConversationQuery.PAGE);
        ConversationQuery.Found found = conversations.list(visit, query);
        return new MessagesPage(
                filters,
                found.page().stream()
                        .map(one -> ExchangeRow.of(one, found.drafts().contains(one.id())))
                        .toList(),
                count.of(request, visit),
                found.next().map(UUID::toString),
                conversations.correspondents(visit),
                mailbox(visit));
    }

    /// The address holds the number of the person: who only helps does not need it.
    private Optional<String> mailbox(Visit visit) {
        return visit.right() == Right.CAREGIVER
                ? Optional.empty()
                : Optional.of(visit.space().person().ins().value() + "@" + properties.domain());
    }
}
