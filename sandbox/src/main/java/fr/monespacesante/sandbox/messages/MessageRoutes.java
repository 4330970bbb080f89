package fr.monespacesante.sandbox.messages;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import fr.monespacesante.sandbox.pages.Html;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;

/// Pages and JSON of what was caught.
///
/// `GET /api/mail?to=` · `GET /api/mail/{id}` · `DELETE /api/mail` · `PUT /api/mail/outage {"seconds": 30}` (0
/// ends it), the same under `/api/sms`; `POST /sms {"to", "text"}` is the gateway the service sends to.
public final class MessageRoutes {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));

    private final Caught<Mail> mails;
    private final Outage mailOutage;
    private final Caught<Sms> texts;
    private final Outage smsOutage;
    private final Clock clock;

    private record SmsOrder(@Nullable String to, @Nullable String text) {}

    private record OutageOrder(long seconds) {}

    public MessageRoutes(Caught<Mail> mails, Outage mailOutage, Caught<Sms> texts, Outage smsOutage, Clock clock) {
        this.mails = mails;
        this.mailOutage = mailOutage;
        this.texts = texts;
        this.smsOutage = smsOutage;
        this.clock = clock;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/mail", this::mailPage)
                .GET("/mail/{id}", this::oneMail)
                .GET("/mail/{id}/html", this::mailHtml)
                .GET("/sms", this::smsPage)
                .POST("/sms", this::takeSms)
                .build()
                .and(api("/api/mail", mails, mailOutage))
                .and(api("/api/sms", texts, smsOutage));
    }

    private <M extends Received> RouterFunction<ServerResponse> api(String path, Caught<M> caught, Outage outage) {
        return route().GET(path, request -> ServerResponse.ok().body(wanted(caught, request)))
                .GET(path + "/outage", request -> state(outage))
                .PUT(path + "/outage", request -> {
                    outage.last(
                            Duration.ofSeconds(request.body(OutageOrder.class).seconds()));
                    return state(outage);
                })
                .GET(
                        path + "/{id}",
                        request -> byId(caught, request)
                                .map(message -> ServerResponse.ok().body(message))
                                .orElseGet(() -> ServerResponse.notFound().build()))
                .DELETE(path, request -> {
                    caught.clear();
                    return ServerResponse.noContent().build();
                })
                .build();
    }

    private static ServerResponse state(Outage outage) {
        return ServerResponse.ok().body(Map.of("refusing", outage.isOn()));
    }

    private static <M extends Received> List<M> wanted(Caught<M> caught, ServerRequest request) {
        return request.param("to")
                .filter(to -> !to.isBlank())
                .map(String::trim)
                .map(caught::to)
                .orElseGet(caught::all);
    }

    private static <M extends Received> Optional<M> byId(Caught<M> caught, ServerRequest request) {
        String id = request.pathVariable("id");
        return id.matches("\\d{1,18}") ? caught.find(Long.parseLong(id)) : Optional.empty();
    }

    private ServerResponse takeSms(ServerRequest request) throws ServletException, IOException {
        if (smsOutage.isOn()) {
            return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        SmsOrder order = request.body(SmsOrder.class);
        String to = order.to();
        String text = order.text();
        if (to == null || to.isBlank() || text == null) {
            return ServerResponse.badRequest().build();
        }
        Sms taken = texts.add(id -> new Sms(id, clock.instant(), to, text));
        return ServerResponse.status(HttpStatus.ACCEPTED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("id", taken.id()));
    }

    private ServerResponse mailPage(ServerRequest request) {
        String rows = wanted(mails, request).stream()
                .map(mail -> "<tr><td>%s</td><td>%s</td><td><a href=\"/mail/%d\">%s</a></td><td>%s</td></tr>"
                        .formatted(
                                when(mail.receivedAt()),
                                recipients(mail),
                                mail.id(),
                                mail.subject().isBlank() ? "(sans objet)" : Html.escape(mail.subject()),
                                Html.escape(mail.from())))
                .collect(Collectors.joining("\n"));
        return Html.page(
                "Courriels reçus",
                (mailOutage.isOn() ? "<p class=\"warning\">Panne simulée : le serveur refuse les courriels.</p>" : "")
                        + search("/mail", "Adresse du destinataire", request)
                        + table("Aucun courriel.", List.of("Reçu le", "À", "Objet", "De"), rows));
    }

    private ServerResponse smsPage(ServerRequest request) {
        String rows = wanted(texts, request).stream()
                .map(sms -> "<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(when(sms.receivedAt()), recipient("/sms", sms.to()), Html.escapeAndLink(sms.text())))
                .collect(Collectors.joining("\n"));
        return Html.page(
                "SMS reçus",
                search("/sms", "Numéro du destinataire", request)
                        + table("Aucun SMS.", List.of("Reçu le", "À", "Texte"), rows));
    }

    private ServerResponse oneMail(ServerRequest request) {
        Optional<Mail> found = byId(mails, request);
        if (found.isEmpty()) {
            return Html.page(
                    HttpStatus.NOT_FOUND, "Courriel inconnu", "<p><a href=\"/mail\">Tous les courriels</a></p>");
        }
        Mail mail = found.get();
        StringBuilder body = new StringBuilder("<p class=\"quiet\">Reçu le %s<br>De %s<br>À %s</p>"
                .formatted(when(mail.receivedAt()), Html.escape(mail.from()), recipients(mail)));
        if (!mail.text().isBlank()) {
            body.append("<h2>Texte</h2>\n<pre>")
                    .append(Html.escapeAndLink(mail.text()))
                    .append("</pre>");
        }
        if (!mail.html().isBlank()) {
            body.append(
                    "<h2>HTML</h2>\n<iframe sandbox=\"allow-popups\" title=\"Version HTML\" src=\"/mail/%d/html\"></iframe>"
                            .formatted(mail.id()));
        }
        if (!mail.attachments().isEmpty()) {
            body.append("<h2>Pièces jointes</h2>\n<ul>");
            mail.attachments()
                    .forEach(each -> body.append("<li>%s (%s, %d octets)</li>"
                            .formatted(Html.escape(each.name()), Html.escape(each.type()), each.size())));
            body.append("</ul>");
        }
        return Html.page(mail.subject().isBlank() ? "(sans objet)" : mail.subject(), body.toString());
    }

    /// The mail's own HTML, held in a frame that may run nothing and load nothing.
    private ServerResponse mailHtml(ServerRequest request) {
        return byId(mails, request)
                .map(mail -> ServerResponse.ok()
                        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                        .header(
                                "Content-Security-Policy",
                                "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                        .body("<base target=\"_blank\">" + mail.html()))
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    private static String recipients(Mail mail) {
        return mail.to().stream().map(to -> recipient("/mail", to)).collect(Collectors.joining(", "));
    }

    private static String recipient(String page, String to) {
        String query = UriUtils.encode(to, StandardCharsets.UTF_8);
        return "<a href=\"%s?to=%s\">%s</a>".formatted(page, query, Html.escape(to));
    }

    private static String search(String action, String label, ServerRequest request) {
        return """
                <form class="inline" action="%s"><p><label for="to">%s</label><br>
                <input id="to" name="to" value="%s"></p><p><button>Afficher</button></p></form>
                """.formatted(action, label, Html.escape(request.param("to").orElse("")));
    }

    private static String table(String none, List<String> columns, String rows) {
        if (rows.isEmpty()) {
            return "<p>" + none + "</p>";
        }
        String head = columns.stream()
                .map(column -> "<th scope=\"col\">" + column + "</th>")
                .collect(Collectors.joining());
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Messages\"><table><thead><tr>" + head
                + "</tr></thead><tbody>\n" + rows + "\n</tbody></table></div>";
    }

    private static String when(Instant instant) {
        return WHEN.format(instant);
    }
}
