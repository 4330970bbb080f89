package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@Requirement("AUT-04")
class CallerAttackTests extends FhirTest {
    private HttpResponse<String> with(String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fhir() + search(holder(), "")));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(HttpClient.newHttpClient(), request);
    }

    @Test
    void nobodyComesInWithoutProof() {
        HttpResponse<String> answer = with();
        assertThat(refused(answer)).isEqualTo(new Problematic(401, "NOT_AUTHENTICATED", ""));
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(with("X-SSL-Client-S-DN", "CN=LaboSoft,OU=1310098765", "X-Forwarded-User", DOCTOR)
                        .statusCode())
                .isEqualTo(401);
        assertThat(with("Authorization", "Basic " + DOCTOR).statusCode()).isEqualTo(401);
    }

    @Test
    void anExpiredAForgedAndAnothersTokenAreRefused() {
        String good = token(DOCTOR);
        assertThat(with("Authorization", "Bearer " + good).statusCode()).isEqualTo(403);
        String expired = WORLD.professionalToken(DOCTOR, "logicabinet", Duration.ofMinutes(-5));
        assertThat(with("Authorization", "Bearer " + expired).statusCode()).isEqualTo(401);
        String[] parts = good.split("\\.");
        String payload =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace(DOCTOR, NURSE);
        String forged = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
        assertThat(with("Authorization", "Bearer " + forged).statusCode()).isEqualTo(401);
        String unsigned = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "." + parts[1] + ".";
        assertThat(with("Authorization", "Bearer " + unsigned).statusCode()).isEqualTo(401);
        assertThat(with("Authorization", "Bearer rubbish").statusCode()).isEqualTo(401);
    }

    @Test
    void aModeOfAccessIsOneOfTheThreeAndNeedsItsReason() {
        String token = "Bearer " + token(DOCTOR);
        assertThat(with("Authorization", token, "X-Mode-Acces", "always").statusCode())
                .isEqualTo(400);
        assertThat(with("Authorization", token, "X-Mode-Acces", "bris_de_glace").statusCode())
                .isEqualTo(422);
        assertThat(with("Authorization", token, "X-Mode-Acces", "bris_de_glace", "X-Mode-Acces-Raison", "Inconscient")
                        .statusCode())
                .isEqualTo(200);
        assertThat(with("Authorization", token, "X-Structure", "9999999999").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aStructureNeedsACertificateOfTheAuthorityInItsTime() throws IOException {
        Holder claire = holder();
        String body = json(bundle(claire, claire.biology(LocalDate.of(2026, 10, 14))));
        assertThat(post("", "", body, "application/fhir+json").statusCode()).isEqualTo(401);
        for (String wrong : new String[] {"expired.p12", "stranger.p12"}) {
            assertThatThrownBy(() -> post(wrong, "", body, "application/fhir+json"))
                    .as(wrong)
                    .isInstanceOf(UncheckedIOException.class);
        }
        assertThat(post(LABORATORY, "", body, "application/fhir+json").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Requirement("ACC-08")
    void softwareReadsNothingButWhatItFed() throws IOException {
        Holder claire = holder();
        String id = deposited(claire, claire.biology(LocalDate.of(2026, 10, 14)));
        HttpRequest.Builder read = HttpRequest.newBuilder(URI.create(softwareFhir() + "/DocumentReference/" + id));
        assertThat(send(software(LABORATORY), read).statusCode()).isEqualTo(200);
        assertThat(send(software("hospital.p12"), read).statusCode()).isEqualTo(403);
        HttpRequest.Builder list = HttpRequest.newBuilder(URI.create(softwareFhir() + search(claire, "")));
        assertThat(send(software(LABORATORY), list).statusCode()).isEqualTo(403);
    }
}
