package fr.monespacesante.ops;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The database goes away and comes back; the service says so and goes on by itself.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class DatabaseAwayFaultTests {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Wire WIRE = wire();
    private static final Path HOME = home();

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        properties.add("mes.data", HOME::toString);
        properties.add("mes.database.url", () -> DATABASE.url().replaceFirst(":\\d+/", ":" + WIRE.port() + "/"));
        properties.add("mes.database.owner-password", () -> "any");
        properties.add("mes.database.application-password", () -> "any");
    }

    @Test
    @Requirement("OPS-01")
    void aDatabaseThatIsAwayIsA503AndItsReturnIsNoticedWithoutARestart() throws Exception {
        assertThat(get("/actuator/health/readiness", "*/*").statusCode()).isEqualTo(200);
        assertThat(get("/connexion", "text/html").statusCode()).isEqualTo(200);

        WIRE.cut();
        HttpResponse<String> page = get("/connexion", "text/html");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(page.body()).contains("momentanément indisponible").doesNotContain("Exception", "postgres");
        assertThat(get("/connexion", "application/json").body()).contains("\"status\":503");
        assertThat(get("/actuator/health/readiness", "*/*").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness", "*/*").statusCode()).isEqualTo(200);

        WIRE.mend();
        // the pool tries again every few seconds; each refusal has waited for it already
        Instant latest = Instant.now().plusSeconds(60);
        while (get("/connexion", "text/html").statusCode() == 503) {
            assertThat(Instant.now()).isBefore(latest);
        }
        assertThat(get("/connexion", "text/html").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("SEC-04")
    void figuresAndChecksAreForTheOperatorAlone() throws Exception {
        assertThat(get("/actuator/prometheus", "*/*").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/integrity", "*/*").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/env", "*/*").statusCode()).isEqualTo(401);
        String token = Files.readString(HOME.resolve("keys/operator.token"));
        HttpRequest.Builder figures = HttpRequest.newBuilder(address("/actuator/prometheus"))
                .header("Authorization", "Bearer " + token.strip());
        HttpResponse<String> answer = browser.send(figures.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes", "mes_integrity_findings");
    }

    /// Pages with a session's cookie, so that the database is asked; health as a load balancer asks, without.
    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        String session = Base64.getEncoder()
                .encodeToString("7f1d9c0e-0000-4000-8000-000000000001".getBytes(StandardCharsets.US_ASCII));
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).header("Accept", accept);
        if (!path.startsWith("/actuator")) {
            request.header("Cookie", "mes_session=" + session);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static Wire wire() {
        try {
            return new Wire(Integer.parseInt(
                    DATABASE.url().replaceFirst("^[^/]*//[^:]+:", "").replaceFirst("/.*$", "")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("away");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
