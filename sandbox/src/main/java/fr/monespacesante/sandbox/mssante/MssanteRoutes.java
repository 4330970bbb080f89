package fr.monespacesante.sandbox.mssante;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import fr.monespacesante.sandbox.mssante.Letter.File;
import fr.monespacesante.sandbox.mssante.Letter.Structured;
import fr.monespacesante.sandbox.mssante.MailClient.Received;
import fr.monespacesante.sandbox.pages.Html;
import jakarta.mail.MessagingException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Pages of the mailboxes, and of writing as a professional.
///
/// For tests and scripts: `GET /api/mssante` tells what waits, `PUT /api/mssante/trouble {"kind": "BUSY",
/// "seconds": 30}` makes the operators misbehave, `GET /api/mssante/operators` is the list of trusted domains
/// with their relays.
public final class MssanteRoutes {
    private final Mssante mssante;
    private final MssantePages pages;
    private final Clock clock;

    private record TroubleOrder(@Nullable String kind, long seconds) {}

    public MssanteRoutes(Mssante mssante, Clock clock) {
        this.mssante = mssante;
        this.pages = new MssantePages(mssante);
        this.clock = clock;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/mssante", request -> Html.page("Messagerie des professionnels", pages.overview()))
                .GET("/mssante/ecrire", this::form)
                .POST("/mssante/ecrire", this::write)
                .POST("/mssante/demonstration", request -> demonstration())
                .POST("/mssante/relance", request -> {
                    mssante.outgoing().tryNow();
                    return home();
                })
                .POST("/mssante/panne", request -> {
                    trouble(
                            request.param("kind").orElse(""),
                            Long.parseLong(request.param("seconds")
                                    .filter(each -> each.matches("\\d{1,9}"))
                                    .orElse("60")));
                    return home();
                })
                .GET("/mssante/boite/{address}", this::mailbox)
                .GET("/mssante/boite/{address}/{uid}", this::mail)
                .GET("/mssante/boite/{address}/{uid}/{index}", this::attachment)
                .GET("/api/mssante", request -> ServerResponse.ok().body(state()))
                .PUT("/api/mssante/trouble", request -> {
                    TroubleOrder order = request.body(TroubleOrder.class);
                    trouble(Objects.requireNonNullElse(order.kind(), ""), order.seconds());
                    return ServerResponse.ok().body(state());
                })
                .GET(
                        "/api/mssante/operators",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                                .body(mssante.trustedList()))
                .build();
    }

    private Map<String, Object> state() {
        return Map.of(
                "trouble", mssante.trouble().kind(),
                "waiting",
                        mssante.outgoing().all().stream()
                                .filter(each -> each.state() == Outgoing.State.WAITING)
                                .count());
    }

    private void trouble(String named, long seconds) {
        Arrays.stream(Trouble.Kind.values())
                .filter(each -> each.name().equals(named))
                .findFirst()
                .ifPresent(kind -> mssante.trouble().begin(kind, Duration.ofSeconds(seconds)));
    }

    private ServerResponse form(ServerRequest request) {
        return Html.page(
                "Écrire en tant que professionnel",
                pages.form(new MssantePages.Draft(
                        request.param("de").orElse(Mailbox.LEFEVRE.key()),
                        request.param("a").orElse(""),
                        request.param("objet").orElse(""),
                        request.param("reponse").orElse(""),
                        request.param("fin").isPresent())));
    }

    private ServerResponse write(ServerRequest request) throws ServletException, IOException {
        String to = request.param("a").orElse("").strip();
        Mailbox from = request.param("de").flatMap(Mailbox::named).orElse(Mailbox.LEFEVRE);
        if (!to.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            return refused("Il faut une adresse.");
        }
        try {
            Letter letter = Letter.of(
                    from,
                    to,
                    request.param("objet").orElse(""),
                    request.param("texte").orElse(""));
            letter = request.param("fin").isPresent() ? letter.closing() : letter;
            letter = request.param("accuse").isPresent() ? letter.wantingReceipt() : letter;
            String document = request.param("xdm").orElse("");
            if (!document.isEmpty()) {
                var example = Conversations.cdaAbout(to.replaceFirst("@.*", ""), document);
                if (example.isEmpty()) {
                    return refused(
                            "Les documents structurés d’exemple ne concernent que les assurés de la démonstration.");
                }
                letter = letter.withStructured(Structured.of(example.get()));
            }
            for (File file : files(request)) {
                letter = letter.with(file);
            }
            Optional<Received> answered =
                    request.param("reponse").filter(uid -> !uid.isEmpty()).flatMap(uid -> find(from, uid));
            letter = answered.isPresent() ? letter.answering(answered.get().mail()) : letter;
            mssante.client(from).send(letter.mime(clock.instant()));
            return home();
        } catch (MessagingException e) {
            return refused("L’opérateur n’a pas pris le message : " + e.getMessage());
        }
    }

    private static List<File> files(ServerRequest request) throws IOException, ServletException {
        List<File> files = new ArrayList<>();
        for (Part part : request.multipartData().getOrDefault("fichiers", List.of())) {
            String name = part.getSubmittedFileName();
            if (name != null && !name.isBlank()) {
                String type = Objects.requireNonNullElse(part.getContentType(), "application/octet-stream");
                files.add(new File(name, type, part.getInputStream().readAllBytes()));
            }
        }
        return files;
    }

    private ServerResponse demonstration() {
        try {
            new Conversations(mssante::client, clock).send();
            return home();
        } catch (MessagingException e) {
            return refused("L’opérateur n’a pas pris le message : " + e.getMessage());
        }
    }

    private ServerResponse mailbox(ServerRequest request) throws MessagingException, IOException {
        Optional<Mailbox> mailbox = Mailbox.at(request.pathVariable("address"));
        return mailbox.isEmpty()
                ? ServerResponse.notFound().build()
                : Html.page(
                        mailbox.get().owner(),
                        pages.mailbox(
                                mailbox.get(), mssante.client(mailbox.get()).inbox()));
    }

    private ServerResponse mail(ServerRequest request) throws MessagingException, IOException {
        Optional<Mailbox> mailbox = Mailbox.at(request.pathVariable("address"));
        Optional<Received> found = mailbox.flatMap(each -> find(each, request.pathVariable("uid")));
        if (mailbox.isEmpty() || found.isEmpty()) {
            return ServerResponse.notFound().build();
        }
        String subject = Objects.requireNonNullElse(found.get().mail().getSubject(), "(sans objet)");
        return Html.page(subject, pages.mail(mailbox.get(), found.get()));
    }

    private ServerResponse attachment(ServerRequest request) throws MessagingException, IOException {
        Optional<Received> found =
                Mailbox.at(request.pathVariable("address")).flatMap(each -> find(each, request.pathVariable("uid")));
        if (found.isEmpty()) {
            return ServerResponse.notFound().build();
        }
        return ReceivedParts.of(found.get().mail()).attached().stream()
                .filter(each -> String.valueOf(each.index()).equals(request.pathVariable("index")))
                .findFirst()
                .map(each -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                "Content-Disposition",
                                ContentDisposition.attachment()
                                        .filename(each.name(), java.nio.charset.StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(each.bytes()))
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    private Optional<Received> find(Mailbox mailbox, String uid) {
        try {
            return mssante.client(mailbox).inbox().stream()
                    .filter(each -> String.valueOf(each.uid()).equals(uid))
                    .findFirst();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mailbox cannot be read", e);
        }
    }

    private static ServerResponse home() {
        return ServerResponse.seeOther(URI.create("/mssante")).build();
    }

    private static ServerResponse refused(String why) {
        return Html.page(
                HttpStatus.BAD_REQUEST,
                "Message non envoyé",
                "<p>" + Html.escape(why) + "</p><p><a href=\"/mssante/ecrire\">Recommencer</a></p>");
    }
}
