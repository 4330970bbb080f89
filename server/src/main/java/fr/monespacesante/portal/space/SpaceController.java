package fr.monespacesante.portal.space;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Right;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.notification.Notices;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.record.DocumentRow;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Home of a space.
@Controller
@RequestMapping("/espace")
class SpaceController {
    private static final String CLOSED = "/espace/ferme";
    private static final int LATEST = 5;
    private static final int NEWS = 3;

    private final Pages pages;
    private final OwnSpace own;
    private final Documents documents;
    private final Notices notices;
    private final UnreadCount unread;
    private final MessageCount messages;

    SpaceController(
            Pages pages,
            OwnSpace own,
            Documents documents,
            Notices notices,
            UnreadCount unread,
            MessageCount messages) {
        this.pages = pages;
        this.own = own;
        this.documents = documents;
        this.notices = notices;
        this.unread = unread;
        this.messages = messages;
    }

    /// Who came by an invitation's link goes on to answer it.
    @GetMapping
    View home(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        if (own.invited(request)) {
            return pages.redirect(OwnSpace.INVITATION_PAGE);
        }
        boolean writes = own.may(request, who, Mandate.Scope.MESSAGE);
        if (writes && !own.may(request, who, Mandate.Scope.READ)) {
            return pages.redirect("/espace/messages");
        }
        return show(own.enter(request, who, new Act.ListDocuments(), visit -> {
            DocumentQuery.Found latest = documents.list(visit, DocumentQuery.current(LATEST));
            boolean helper = visit.right() == Right.CAREGIVER;
            List<NoticeLine> unread = helper ? List.of() : news(visit);
            int agreements = (int) visit.rights().consents().stream()
                    .filter(consent -> consent.holdsAt(visit.now()))
                    .count();
            return Outcome.done(new SpaceHomePage(
                    own.name(request, who),
                    helper ? 0 : this.unread.of(request, visit),
                    unread,
                    latest.documents().stream()
                            .map(entry -> DocumentRow.of(entry, visit.now()))
                            .toList(),
                    latest.total(),
                    agreements,
                    writes ? OptionalInt.of(messages.of(request, visit)) : OptionalInt.empty(),
                    helper));
        }));
    }

    private List<NoticeLine> news(Visit visit) {
        return notices.newest(visit, notice -> true, Optional.empty(), NEWS).items().stream()
                .filter(notice -> !notice.read())
                .map(notice -> line(visit, notice))
                .toList();
    }

    private NoticeLine line(Visit visit, fr.monespacesante.notification.Notice notice) {
        return NoticeLine.of(notice, title(visit, notice.document().orElse(null)));
    }

    private String title(Visit visit, @Nullable UUID document) {
        return document != null
                        && documents.find(visit, new DocumentId(document))
                                instanceof Outcome.Done<DocumentEntry>(DocumentEntry entry)
                ? entry.title()
                : "";
    }

    /// A space that cannot be entered may be a closed one, which its holder is offered to open again.
    private <P extends PageModel> View show(Outcome<P> page) {
        return switch (page) {
            case Outcome.Done<P>(P shown) -> pages.show(shown);
            case Outcome.Refused<P>(Problem problem, String _) ->
                problem == Problem.NOT_FOUND ? pages.redirect(CLOSED) : pages.refused(problem);
        };
    }
}
