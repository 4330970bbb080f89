package fr.monespacesante.portal.space;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Visit;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.notification.Bell;
import fr.monespacesante.notification.Notices;
import fr.monespacesante.notification.Topic;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The notifications in the space.
@Controller
@RequestMapping(NoticesController.PAGE)
class NoticesController {
    static final String PAGE = "/espace/notifications";
    private static final int SIZE = 30;

    private final Pages pages;
    private final OwnSpace own;
    private final Notices notices;
    private final Bell bell;
    private final UnreadCount unread;
    private final Documents documents;

    NoticesController(Pages pages, OwnSpace own, Notices notices, Bell bell, UnreadCount unread, Documents documents) {
        this.pages = pages;
        this.own = own;
        this.notices = notices;
        this.bell = bell;
        this.unread = unread;
        this.documents = documents;
    }

    @GetMapping
    View list(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam(defaultValue = "") String sujet,
            @RequestParam(required = false) Optional<UUID> apres) {
        Optional<Topic> topic = Topics.of(sujet);
        Form filter = Form.of(Map.of(
                "sujet", List.of(topic.map(Topic::name).orElse("")),
                "apres", List.of(apres.map(UUID::toString).orElse(""))));
        Outcome<NoticesPage> page = own.enter(request, who, new Act.ReadNotices(), visit -> {
            Page<fr.monespacesante.notification.Notice> found = notices.newest(
                    visit, notice -> topic.isEmpty() || notice.kind().topic() == topic.get(), apres, SIZE);
            return Outcome.done(new NoticesPage(
                    filter,
                    found.items().stream()
                            .map(notice -> NoticeLine.of(
                                    notice, title(visit, notice.document().orElse(null))))
                            .toList(),
                    unread.of(request, visit),
                    found.next()));
        });
        return switch (page) {
            case Outcome.Done<NoticesPage>(NoticesPage shown) -> pages.show(shown);
            case Outcome.Refused<NoticesPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    @PostMapping("/lues")
    View readAll(HttpServletRequest request, @AuthenticationPrincipal CitizenSession who) {
        return mark(request, who, bell::silence, pages.redirect(PAGE, Notice.success(NoticeText.NOTICES_DONE)));
    }

    @PostMapping("/lue")
    View readOne(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @RequestParam UUID notification,
            @RequestParam(defaultValue = "") String sujet) {
        String back = PAGE + Topics.of(sujet).map(topic -> "?sujet=" + topic).orElse("");
        return mark(request, who, visit -> notices.markRead(visit, notification), pages.redirect(back));
    }

    private View mark(HttpServletRequest request, CitizenSession who, Consumer<Visit> marking, View then) {
        Outcome<Integer> done = own.enter(request, who, new Act.ReadNotices(), visit -> {
            marking.accept(visit);
            return Outcome.done(unread.of(request, visit));
        });
        return switch (done) {
            case Outcome.Done<Integer> _ -> then;
            case Outcome.Refused<Integer>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private String title(Visit visit, @Nullable UUID document) {
        return document != null
                        && documents.find(visit, new DocumentId(document))
                                instanceof Outcome.Done<DocumentEntry>(DocumentEntry entry)
                ? entry.title()
                : "";
    }
}
