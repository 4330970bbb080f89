package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Bytes as no well-behaved client sends them.
@Requirement("SEC-04")
class WireAttackTests extends AttackTest {
    private static final long GIGABYTE = 1L << 30;

    private Holder claire;
    private Intruder browser;

    @BeforeAll
    void aCitizenWhoIsSignedIn() {
        claire = holder("MARTIN-PLANTEE");
        deposited(claire, "Titre planté");
        browser = signedIn(claire);
    }

    private String cookie() {
        return "Cookie: mes_session=" + browser.cookies().get("mes_session") + "\r\n";
    }

    private String fhirPost(String more) {
        return "POST /fhir/DocumentReference HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token(DOCTOR)
                + "\r\nContent-Type: application/fhir+json\r\n" + more + "\r\n";
    }

    @Test
    void aDepositThatSaysItIsTooLargeIsRefusedBeforeItsBody() {
        try (Wire wire = new Wire(port)) {
            assertThat(wire.say(fhirPost("Content-Length: " + 10 * GIGABYTE + "\r\n"))
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void aDepositThatHidesItsSizeIsRefusedOnTheWay() {
        try (Wire wire = new Wire(port)) {
            wire.say(fhirPost("Transfer-Encoding: chunked\r\n"));
            wire.say("10\r\n{\"description\":\"\r\n");
            byte[] piece = ("10000\r\n" + "a".repeat(65_536) + "\r\n").getBytes(UTF_8);
            long taken = wire.flood(piece, 400L << 20);
            assertThat(taken).as("taken before the refusal").isLessThan(64L << 20);
            assertThat(wire.status()).isIn(400, 413);
        }
    }

    @Test
    void anUploadThatSaysItIsTooLargeIsRefusedBeforeItsBody() {
        try (Wire wire = new Wire(port)) {
            wire.say("POST /espace/documents/ajouter HTTP/1.1\r\nHost: localhost\r\n" + cookie()
                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + 10 * GIGABYTE
                    + "\r\n\r\n");
            assertThat(wire.status()).isEqualTo(413);
        }
    }

    @Test
    void aStrangersUploadIsRefusedBeforeItsBody() {
        for (String address : List.of("/espace/documents/ajouter", "/connexion", "/activation")) {
            try (Wire wire = new Wire(port)) {
                wire.say("POST " + address + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 25000000\r\n\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n");
                assertThat(wire.status()).as(address).isIn(302, 303, 403, 413, 415);
            }
        }
    }

    @Test
    void anUploadThatHidesItsSizeIsRefusedOnTheWay() {
        try (Wire wire = new Wire(port)) {
            wire.say("POST /espace/documents/ajouter HTTP/1.1\r\nHost: localhost\r\n" + cookie()
                    + "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n");
            String head = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"f.pdf\"\r\n\r\n";
            wire.say(Integer.toHexString(head.length()) + "\r\n" + head + "\r\n");
            byte[] piece = ("10000\r\n" + "a".repeat(65_536) + "\r\n").getBytes(UTF_8);
            assertThat(wire.flood(piece, 400L << 20)).isLessThan(150L << 20);
        }
    }

    @Test
    void oneRequestIsNeverReadAsTwo() {
        String smuggled = "GET /espace HTTP/1.1\r\nHost: localhost\r\n" + cookie() + "\r\n";
        for (String headers : List.of(
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: identity, chunked\r\nTransfer-Encoding: x\r\n",
                "Content-Length: 0\r\nContent-Length: 4\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: -1\r\n",
                "Transfer-Encoding : chunked\r\n",
                "X: a\r\n Transfer-Encoding: chunked\r\n")) {
            try (Wire wire = new Wire(port)) {
                wire.say("POST /connexion HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n" + headers + "\r\n0\r\n\r\n" + smuggled);
                String all = wire.all();
                assertThat(all).as(headers).doesNotContain("PLANTEE").matches("(?s)HTTP/1.1 (4\\d\\d|501).*");
            }
        }
    }

    @Test
    void namesAndBytesThatAreNoneAreRefused() {
        for (String line : List.of(
                "GET /espace/documents/%00 HTTP/1.1",
                "GET /espace/documents/..%2f..%2fetc/passwd HTTP/1.1",
                "GET /assets/../../application.yml HTTP/1.1",
                "GET /assets/%2e%2e/%2e%2e/application.yml HTTP/1.1",
                "GET /assets/..;/..;/espace HTTP/1.1",
                "GET /espace;jsessionid=1 HTTP/1.1",
                "GET //espace HTTP/1.1",
                "GET /connexion/..;/espace HTTP/1.1",
                "GET /connexion/%2e%2e/espace HTTP/1.1",
                "GET /connexion/../espace HTTP/1.1",
                "GET /fhir/metadata/../Patient HTTP/1.1",
                "GET /fhir/metadata%2f..%2fPatient HTTP/1.1",
                "GET /\u00ff\u00fe HTTP/1.1",
                "GET /espace\u0000 HTTP/1.1",
                "GET /espace HTTP/9.9",
                "BREW /espace HTTP/1.1",
                "get /espace HTTP/1.1")) {
            try (Wire wire = new Wire(port)) {
                wire.say(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                String all = wire.all();
                assertThat(all.replaceFirst("^HTTP/1.1 ", "")).as(line).matches("(?s)(30[23]|4\\d\\d|505|501).*");
                assertThat(all).as(line).doesNotContain("Exception", "root:", "Tomcat", "mes:");
            }
        }
    }

    @Test
    void theHostThatARequestNamesIsNotBelieved() {
        for (String host : List.of("evil.test", "evil.test:80", "localhost@evil.test", "localhost:" + 1)) {
            try (Wire wire = new Wire(port)) {
                wire.say("GET /espace HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: evil.test\r\n"
                        + "X-Forwarded-Proto: gopher\r\nForwarded: host=evil.test\r\nConnection: close\r\n\r\n");
                String all = wire.all();
                assertThat(all).as(host).doesNotContain("evil.test", "gopher");
            }
        }
    }

    @Test
    void hugeAddressesAndTenThousandFieldsAreRefusedAndHarmless() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            fields.append('f').append(i).append("=1&");
        }
        String form = fields + "login=x&password=y";
        Intruder.Answer answer = stranger()
                .send(
                        "POST",
                        "/connexion",
                        java.net.http.HttpRequest.BodyPublishers.ofString(form),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.status()).isIn(400, 403, 413);
        Intruder.Answer search = professional(DOCTOR)
                .send(
                        "POST",
                        "/fhir/DocumentReference/_search",
                        java.net.http.HttpRequest.BodyPublishers.ofString(form),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(search.status()).isIn(400, 413);
        try (Wire wire = new Wire(port)) {
            wire.say("GET /espace/documents?q=" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(wire.status()).isIn(400, 414, 431);
        }
        try (Wire wire = new Wire(port)) {
            wire.say("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(100_000) + "\r\n\r\n");
            assertThat(wire.status()).isIn(400, 431);
        }
        assertThat(stranger().get("/connexion").status()).isEqualTo(200);
    }

    @Test
    void anUnfinishedRequestHoldsNobodyUp() {
        try (Wire slow = new Wire(port)) {
            slow.say("POST /connexion HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n");
            assertThat(stranger().get("/connexion").status()).isEqualTo(200);
        }
    }

    @Test
    void theSessionCannotBeChosenByAnother() {
        Holder lina = holder("KADRI");
        Intruder fixed = stranger();
        fixed.get("/connexion");
        String before = fixed.cookies().get("mes_session");
        Intruder victim = signedIn(lina);
        assertThat(victim.cookies().get("mes_session")).isNotEqualTo(before);
        Intruder chosen = stranger();
        chosen.cookies().put("mes_session", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=");
        chosen.get("/connexion");
        assertThat(chosen.cookies().get("mes_session")).isNotEqualTo("MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=");
        assertThat(stranger().get("/espace;mes_session=" + before).status()).isIn(302, 303, 400);
    }
}
