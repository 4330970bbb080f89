package fr.monespacesante.sandbox.push;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import fr.monespacesante.sandbox.pages.Html;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// `POST /push/{device}` takes a message as a push service does. `POST /api/push/devices` makes a browser and answers
/// with its subscription; `DELETE /api/push/devices/{device}` makes it go away; `GET /api/push` is what came;
/// `PUT /api/push/outage {"seconds": 30}` makes the service refuse. `GET /push` shows it all.
public final class PushRoutes {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));

    private final PushInbox inbox;

    private record OutageOrder(long seconds) {}

    public PushRoutes(PushInbox inbox) {
        this.inbox = inbox;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/push", request -> page())
                .POST("/push/{device}", this::take)
                .GET("/api/push", request -> ServerResponse.ok().body(inbox.messages()))
                .POST("/api/push/devices", request -> subscribe())
                .DELETE("/api/push/devices/{device}", this::goAway)
                .PUT("/api/push/outage", request -> {
                    inbox.outage()
                            .last(Duration.ofSeconds(
                                    request.body(OutageOrder.class).seconds()));
                    return ServerResponse.noContent().build();
                })
                .build();
    }

    private ServerResponse take(ServerRequest request) throws ServletException, IOException {
        byte[] body = request.body(byte[].class);
        int status = inbox.take(
                request.pathVariable("device"),
                new PushInbox.Sent(
                        header(request, "TTL"),
                        header(request, "Content-Encoding"),
                        header(request, "Authorization"),
                        body));
        ServerResponse.BodyBuilder answer = ServerResponse.status(status);
        return (status == 429 ? answer.header("Retry-After", "5") : answer).build();
    }

    private static String header(ServerRequest request, String name) {
        return Optional.ofNullable(request.headers().firstHeader(name)).orElse("");
    }

    private ServerResponse subscribe() {
        Device device = inbox.subscribe();
        return ServerResponse.ok()
                .body(Map.of(
                        "id",
                        device.id(),
                        "endpoint",
                        inbox.endpoint(device),
                        "keys",
                        Map.of("p256dh", device.key(), "auth", device.secret())));
    }

    private ServerResponse goAway(ServerRequest request) {
        Optional<Device> device = inbox.find(request.pathVariable("device"));
        device.ifPresent(Device::goAway);
        return device.isPresent()
                ? ServerResponse.noContent().build()
                : ServerResponse.notFound().build();
    }

    private ServerResponse page() {
        String rows = inbox.messages().stream()
                .map(message -> "<tr><td>%s</td><td><code>%s</code></td><td>%s</td><td>%d</td></tr>"
                        .formatted(
                                WHEN.format(message.receivedAt()),
                                Html.escape(message.device().substring(0, 8)),
                                Html.escape(message.text()),
                                message.size()))
                .collect(Collectors.joining("\n"));
        return Html.page("Notifications reçues", """
                <p>Un service de notifications comme celui d’un navigateur. %d appareil(s) inscrit(s). Les messages
                arrivent chiffrés&nbsp;; ils sont montrés ici tels que l’appareil les afficherait.</p>
                %s
                """.formatted(
                        inbox.devices().size(),
                        rows.isEmpty()
                                ? "<p>Aucune notification.</p>"
                                : "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Notifications\">"
                                        + "<table><thead><tr><th scope=\"col\">Reçue le</th><th scope=\"col\">Appareil</th>"
                                        + "<th scope=\"col\">Texte</th><th scope=\"col\">Octets</th></tr></thead><tbody>"
                                        + rows + "</tbody></table></div>"));
    }
}
