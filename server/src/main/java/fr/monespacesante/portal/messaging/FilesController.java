package fr.monespacesante.portal.messaging;

import fr.monespacesante.access.MessageAct;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.mail.PartContent;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.portal.ContentPolicy;
import fr.monespacesante.portal.Language;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Texts;
import fr.monespacesante.portal.space.OwnSpace;
import fr.monespacesante.vault.SpaceKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What a message brings: its attachments, the documents in a package of them, and the version its sender laid out.
@Controller
class FilesController {
    static final String FILE = ExchangeIds.MESSAGE + "/pieces/{index:[0-9]{1,3}}";
    static final String DOCUMENT = FILE + "/documents/{place:[0-9]{1,3}}";

    private final OwnSpace own;
    private final Conversations conversations;
    private final Packages packages;

    FilesController(OwnSpace own, Conversations conversations, Packages packages) {
        this.own = own;
        this.conversations = conversations;
        this.packages = packages;
    }

    @GetMapping(ExchangeIds.MESSAGE + "/mise-en-forme")
    void laidOut(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message)
            throws IOException {
        String html = open(request, who, id, message) instanceof Outcome.Done<Conversations.Opened>(var opened)
                ? opened.message().html()
                : null;
        if (html == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Language language = Pages.language(request);
        String title = new Texts(language).of(ExchangeText.LAID_OUT);
        String page = """
                <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>\
                <base target="_blank"><style>body{margin:1rem;font:1rem/1.5 sans-serif;color:#161616;background:#fff;\
                overflow-wrap:anywhere}table{border-collapse:collapse}td,th{padding:.25rem .5rem;vertical-align:top}\
                pre{white-space:pre-wrap}</style></head><body>%s</body></html>
                """.formatted(language.tag(), title, html);
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        ContentPolicy.mail(response);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /// The attachment itself, to be shown where a browser can.
    @GetMapping(FILE)
    void show(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message,
            @PathVariable int index)
            throws IOException {
        send(response, open(request, who, id, message), raw -> packages.attachment(raw, index), false);
    }

    @GetMapping(FILE + "/telecharger")
    void download(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message,
            @PathVariable int index)
            throws IOException {
        send(response, open(request, who, id, message), raw -> packages.attachment(raw, index), true);
    }

    /// A document of a package, by its place.
    @GetMapping(DOCUMENT)
    void showInside(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message,
            @PathVariable int index,
            @PathVariable int place)
            throws IOException {
        send(response, open(request, who, id, message), raw -> packages.document(raw, index, place), false);
    }

    @GetMapping(DOCUMENT + "/telecharger")
    void downloadInside(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal CitizenSession who,
            @PathVariable String id,
            @PathVariable String message,
            @PathVariable int index,
            @PathVariable int place)
            throws IOException {
        send(response, open(request, who, id, message), raw -> packages.document(raw, index, place), true);
    }

    private interface Taking {
        Optional<PartContent> from(Conversations.Opened opened) throws IOException;
    }

    private Outcome<Conversations.Opened> open(
            HttpServletRequest request, CitizenSession who, String id, String message) {
        var exchange = ExchangeIds.of(id);
        return own.enter(
                request,
                who,
                new MessageAct.ReadMessage(exchange),
                visit -> conversations.open(visit, exchange, ExchangeIds.of(message)));
    }

    private static void send(
            HttpServletResponse response, Outcome<Conversations.Opened> opened, Taking taking, boolean attachment)
            throws IOException {
        Optional<PartContent> bytes;
        try {
            bytes = opened instanceof Outcome.Done<Conversations.Opened>(var found)
                    ? taking.from(found)
                    : Optional.empty();
        } catch (SpaceKey.DamagedStream damaged) {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            return;
        }
        if (bytes.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FileBytes.send(
                response,
                bytes.get().bytes(),
                bytes.get().attachment().mimeType(),
                bytes.get().attachment().name(),
                attachment);
    }
}
