package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import fr.monespacesante.Requirement;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.access.Caller;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.CitizenId;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.StructureId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Where secrets must not appear: in the logs of a whole run, in error pages, in what identity types print.
@Requirement("SEC-04")
class SecretsAttackTests extends AttackTest {
    private static final String TITLE = "Zoster-planté";
    private static final String SECRET_TEXT = "hyperparathyroïdie-plantée";

    /// Keeps every line with its causes.
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder line =
                    new StringBuilder(event.getLoggerName()).append(' ').append(event.getFormattedMessage());
            for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                line.append(" | ").append(cause.getClassName()).append(": ").append(cause.getMessage());
            }
            lines.add(line.toString());
        }
    }

    @Test
    @Requirement("SEC-02")
    void theLogsOfAWholeRunHoldNothingOfAnybody() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        Lines lines = new Lines();
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.INFO);
        // as the service's own settings have it: at INFO it quotes the first address that it cannot read
        ((Logger) LoggerFactory.getLogger("org.apache.coyote")).setLevel(Level.WARN);
        Map<String, String> secrets;
        try {
            LoggerFactory.getLogger("probe").info("the run begins");
            secrets = wholeRun();
        } finally {
            root.setLevel(before);
            root.detachAppender(lines);
        }
        assertThat(lines.lines).as("something was logged").isNotEmpty();
        secrets.forEach((what, secret) -> assertThat(lines.lines).as(what).noneMatch(line -> line.contains(secret)));
    }

    private Map<String, String> wholeRun() {
        Holder claire = holder("ZWINGELSTEIN", "Philomène");
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("name", "ZWINGELSTEIN");
        secrets.put("given name", "Philomène");
        secrets.put("INS", claire.ins());
        secrets.put("e-mail", claire.email());
        secrets.put("login", claire.login());
        secrets.put("password", PASSWORD);
        secrets.put("title", TITLE);
        secrets.put("content", SECRET_TEXT);

        Intruder wrong = stranger();
        wrong.get("/connexion");
        wrong.post("/connexion", Map.of("login", claire.login(), "password", PASSWORD + "x"));
        Intruder browser = signedIn(claire);
        secrets.put("code", TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 1)));
        secrets.put("session", String.valueOf(browser.cookies().get("mes_session")));
        secrets.put("form token", browser.token());

        UUID document = deposited(claire, TITLE);
        agreed(claire, DOCTOR);
        String token = token(DOCTOR);
        secrets.put("access token", token);
        Intruder doctor = program().with("Authorization", "Bearer " + token);
        doctor.get("/fhir/DocumentReference?patient.identifier=" + claire.patient());
        doctor.get("/fhir/Binary/" + claire.fhirId(document));
        doctor.get("/fhir/DocumentReference?patient.identifier=" + claire.patient() + "&nonsense=" + TITLE.length());
        program().with("Authorization", "Bearer " + token + "x").get("/fhir/Patient?identifier=" + claire.patient());
        for (String body : List.of(
                "{\"resourceType\":\"DocumentReference\",\"description\":\"" + SECRET_TEXT + "\"",
                "{\"resourceType\":\"" + SECRET_TEXT + "\"}",
                "{\"resourceType\":\"DocumentReference\",\"status\":\"" + SECRET_TEXT + "\"}",
                "{\"resourceType\":\"Consent\",\"patient\":{\"display\":\"" + SECRET_TEXT + "\"}}")) {
            for (String path : List.of("/fhir/DocumentReference", "/fhir", "/fhir/Consent")) {
                doctor.send(
                        "POST", path, BodyPublishers.ofString(body), Map.of("Content-Type", "application/fhir+json"));
            }
        }
        deposit(LABORATORY, reference(claire, TITLE, "document.pdf", SECRET_TEXT.getBytes(UTF_8)));
        deposit(LABORATORY, reference(claire, TITLE, "note.txt", ("%PDF-1.7 " + SECRET_TEXT).getBytes(UTF_8)));

        browser.get("/espace/documents?q=" + SECRET_TEXT.substring(0, 5));
        browser.get("/espace/documents/" + document);
        browser.get("/espace/documents/" + document + "/telecharger");
        browser.get("/espace/historique");
        browser.get("/espace/notifications?apres=" + claire.ins());
        browser.get("/espace/parametres/acces/bloquer");
        browser.post("/espace/documents/" + document + "/masquer", Map.of("version", claire.ins()));
        browser.post("/espace/parametres/acces/accord", Map.of("consent", "ZWINGELSTEIN"));
        browser.get("/espace/documents/ajouter");
        browser.upload(
                "/espace/documents/ajouter",
                Map.of("title", TITLE, "type", "DOCPAT03", "date.day", "1", "date.month", "10", "date.year", "2026"),
                TITLE + ".pdf",
                "application/pdf",
                ("%PDF-1.7 " + SECRET_TEXT).getBytes(UTF_8));
        Intruder stranger = stranger();
        stranger.get("/activation");
        stranger.post("/activation", Map.of("ins", claire.ins(), "serial", "12345678901", "code", "ABCD-EFGH-JKLM"));
        stranger.get("/activation/nouveau-code");
        stranger.post("/activation/nouveau-code", Map.of("ins", claire.ins(), "serial", "12345678901"));
        stranger.get("/connexion/" + claire.ins());
        try (Wire wire = new Wire(port)) {
            wire.say("GET /fhir/Patient?identifier=" + claire.ins() + "|{}\u00e9 HTTP/1.1\r\nHost: localhost\r\n"
                    + "Connection: close\r\n\r\n");
            wire.all();
        }
        return secrets;
    }

    @Test
    void anErrorPageRepeatsNothingThatWasSent() {
        Intruder browser = stranger();
        String planted = "plante7391";
        for (String address : List.of(
                "/" + planted,
                "/activation/" + planted,
                "/assets/" + planted,
                "/espace%2f" + planted,
                "/connexion?x=%")) {
            Intruder.Answer page = browser.get(address.endsWith("%") ? "/connexion?x=" + planted + "%25" : address);
            assertThat(page.body()).as(address).doesNotContain("Exception", "at fr.", "Whitelabel", "Tomcat");
        }
        for (String accept : List.of("text/html", "application/json", "*/*", "text/plain")) {
            Intruder.Answer answer = stranger().with("Accept", accept).get("/assets/" + planted + ".js");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Server") + answer.header("X-Powered-By")).isEmpty();
            assertThat(answer.body()).doesNotContain("Exception", "trace", "spring");
        }
    }

    @Test
    void whatNamesAPersonPrintsNoName() {
        Holder claire = holder("ZWINGELSTEIN", "Philomène");
        Contact contact = new Contact(claire.email(), "+33639980101", Contact.CodesBy.SMS);
        CitizenId id = new CitizenId(UUID.randomUUID());
        List<Object> all = new ArrayList<>(List.of(
                claire.person(),
                claire.person().ins(),
                contact,
                new Citizen(id, claire.space(), "Philomène ZWINGELSTEIN", contact),
                new CitizenSession(id, claire.space(), "Philomène ZWINGELSTEIN"),
                new Secret<>("ZWINGELSTEIN"),
                new Rpps("10001234567"),
                claire.citizen(),
                new Caller.Agent("philomene", "Philomène ZWINGELSTEIN", Set.of("support"), "X"),
                new Caller.Professional(
                        new Rpps("10001234567"),
                        "Dr ZWINGELSTEIN",
                        "10",
                        Optional.empty(),
                        Optional.of(new StructureId("1310012345")),
                        "Cabinet ZWINGELSTEIN",
                        new Caller.Purpose.Emergency(true, true, "coma de Philomène"),
                        "FHIR")));
        all.add(((Caller) all.get(7)).actor());
        for (Object one : all) {
            assertThat(one.toString())
                    .as(one.getClass().getSimpleName())
                    .doesNotContain("ZWINGELSTEIN", "Philomène", claire.ins(), "10001234567", claire.email(), "3998");
        }
    }
}
