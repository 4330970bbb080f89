package fr.monespacesante.portal.messaging;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Draft;
import fr.monespacesante.messaging.Replies;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.record.DocumentRow;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentQuery;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.OpenDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Documents of the record are attached to an answer (MSG-03). Each is opened through the door like any other, by who
/// attaches it, and the history says so.
@Controller
@RequestMapping(AnswerController.ANSWER + "/documents")
class PickController {
    private static final int SHOWN = 50;
    private static final String CHOSEN = "document";

    private final Pages pages;
    private final OwnSpace own;
    private final Conversations conversations;
    private final Replies replies;
    private final Documents documents;
    private final Ids ids;

    PickController(
            Pages pages, OwnSpace own, Conversations conversations, Replies replies, Documents documents, Ids ids) {
        this.pages = pages;
        this.own = own;
        this.conversations = conversations;
        this.replies = replies;
        this.documents = documents;
        this.ids = ids;
    }

    /// @param free bytes that the draft may still take
    private record Room(Conversation conversation, long free) {}

    @GetMapping
    View ask(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> asked) {
        return page(request, who, ExchangeIds.of(id), Form.of(asked));
    }

    private View page(HttpServletRequest request, CitizenSession who, UUID exchange, Form form) {
        Outcome<Room> room = room(request, who, exchange);
        if (!(room instanceof Outcome.Done<Room>(Room found))) {
            return pages.refused(((Outcome.Refused<Room>) room).problem());
        }
        if (found.conversation().closed()) {
            return pages.redirect(ExchangeIds.address(exchange));
        }
        Outcome<PickPage> page = own.enter(request, who, new Act.ListDocuments(), visit -> {
            DocumentQuery.Found list = documents.list(
                    visit,
                    new DocumentQuery(
                            entry -> !entry.superseded() && !entry.archived(),
                            SearchWords.query(form.value("q")),
                            DocumentQuery.NEWEST_ARRIVAL,
                            Optional.empty(),
                            SHOWN));
            return Outcome.done(new PickPage(
                    exchange,
                    form,
                    list.documents().stream()
                            .map(entry -> choice(entry, DocumentRow.of(entry, visit.now())))
                            .toList(),
                    found.free(),
                    list.next().isPresent()));
        });
        return switch (page) {
            case Outcome.Done<PickPage>(PickPage shown) -> pages.show(shown);
            case Outcome.Refused<PickPage>(Problem problem, String _) -> pages.refused(problem);
        };
    }

    private Outcome<Room> room(HttpServletRequest request, CitizenSession who, UUID exchange) {
        return own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> conversations
                        .find(visit, exchange)
                        .map(found -> new Room(
                                found,
                                Replies.MOST_ATTACHED
                                        - replies.draft(visit, exchange)
                                                .map(Draft::size)
                                                .orElse(0L))));
    }

    private static PickPage.Choice choice(DocumentEntry entry, DocumentRow row) {
        String type = entry.content().mimeType();
        return new PickPage.Choice(
                row, FileView.format(type, ""), entry.content().size(), type.equals("text/xml"));
    }

    @PostMapping
    View attach(
            HttpServletRequest request,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields)
            throws IOException {
        UUID exchange = ExchangeIds.of(id);
        Form form = Form.of(fields);
        List<String> chosen = fields.getOrDefault(CHOSEN, List.of());
        if (chosen.isEmpty()) {
            return page(request, who, exchange, form.wrong(CHOSEN, AnswerText.NEED_DOCUMENT));
        }
        Outcome<Room> room = room(request, who, exchange);
        if (!(room instanceof Outcome.Done<Room>(Room found))) {
            return pages.refused(((Outcome.Refused<Room>) room).problem());
        }
        List<Replies.NewFile> files = new ArrayList<>();
        long size = 0;
        for (String one :
                chosen.stream().distinct().limit(Replies.MOST_FILES + 1L).toList()) {
            DocumentId document = new DocumentId(ExchangeIds.of(one));
            Outcome<OpenDocument> opened =
                    own.enter(request, who, new Act.ReadDocument(document), visit -> documents.open(visit, document));
            if (!(opened instanceof Outcome.Done<OpenDocument>(OpenDocument fine))) {
                return pages.refused(((Outcome.Refused<OpenDocument>) opened).problem());
            }
            size += fine.entry().content().size();
            if (size > found.free()) {
                return page(request, who, exchange, form.wrong(CHOSEN, AnswerText.WRONG_SIZE));
            }
            files.add(AttachedFiles.of(fine));
        }
        return switch (attach(request, who, exchange, files)) {
            case Outcome.Done<Boolean> _ -> pages.redirect(ExchangeIds.address(exchange) + "/repondre#pieces");
            case Outcome.Refused<Boolean>(Problem problem, String _) ->
                problem == Problem.TOO_LARGE
                        ? page(request, who, exchange, form.wrong(CHOSEN, AnswerText.WRONG_SIZE))
                        : pages.refused(problem);
        };
    }

    private Outcome<Boolean> attach(
            HttpServletRequest request, CitizenSession who, UUID exchange, List<Replies.NewFile> files) {
        UUID named = ids.next();
        MessageAct act = new MessageAct.WriteMessage(exchange, MessageAct.WriteMessage.Step.DRAFT);
        return own.enter(request, who, act, visit -> {
            Outcome<Boolean> all = Outcome.done(true);
            for (Replies.NewFile file : files) {
                all = all.then(
                        fine -> replies.attach(visit, exchange, named, file).map(draft -> true));
            }
            return all;
        });
    }
}
