package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Documents and messages that lie, break or explode, sent by a program that may send.
@Requirement("SEC-04")
class InputAttackTests extends AttackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Holder claire;

    @BeforeAll
    void aSpace() {
        claire = holder("MARTIN");
        agreed(claire, DOCTOR);
    }

    private int documents() {
        Intruder.Answer answer = professional(DOCTOR)
                .get("/fhir/DocumentReference?_summary=count&patient.identifier=" + claire.patient());
        return FHIR.newJsonParser().parseResource(Bundle.class, answer.body()).getTotal();
    }

    private Intruder.Answer post(String path, String type, byte[] body) {
        Instant start = Instant.now();
        Intruder.Answer answer = structure(LABORATORY)
                .send("POST", "/fhir" + path, BodyPublishers.ofByteArray(body), Map.of("Content-Type", type));
        assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
        return answer;
    }

    private static void refusedPlainly(Intruder.Answer answer, String what) {
        assertThat(answer.status()).as(what + ": " + answer.body()).isBetween(400, 499);
        assertThat(answer.body())
                .as(what)
                .doesNotContain("root:", "java.", "org.hl7", "ca.uhn", "boum", "passwd", "SQL");
    }

    /// The bytes as they are, under the type they claim.
    private DocumentReference lying(String title, String type, byte[] bytes) {
        DocumentReference reference = reference(claire, title, "note.txt", "x".getBytes(UTF_8));
        Attachment attachment = reference.getContentFirstRep().getAttachment();
        attachment.setContentType(type).setData(bytes).setSize(bytes.length).setHash(null);
        attachment.setHashElement(null);
        return reference;
    }

    @Test
    void noRubbishIsKept() {
        int before = documents();
        for (Example example : Examples.rubbish()) {
            Intruder.Answer answer =
                    deposit(LABORATORY, lying(example.title(), example.contentType(), example.bytes()));
            refusedPlainly(answer, example.name());
        }
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void aTypeThatRunsInABrowserIsRefused() {
        for (String type : List.of(
                "text/html",
                "image/svg+xml",
                "application/xhtml+xml",
                "application/javascript",
                "application/zip",
                "text/plain\r\nX-Injected: yes",
                "text/html; charset=utf-7",
                "../../etc/passwd")) {
            refusedPlainly(deposit(LABORATORY, lying("Page", type, "<script>alert(1)</script>".getBytes(UTF_8))), type);
        }
    }

    @Test
    void messagesInXmlReadNothingFromElsewhereAndDoNotExplode() {
        String body = "<DocumentReference xmlns=\"http://hl7.org/fhir\"><status value=\"current\"/>"
                + "<description value=\"%s\"/></DocumentReference>";
        StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"boum\">");
        for (int i = 1; i < 10; i++) {
            bomb.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]>");
        Map<String, String> messages = Map.of(
                "external entity",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + body.formatted("&e;"),
                "parameter entity",
                "<!DOCTYPE x [<!ENTITY % e SYSTEM \"http://127.0.0.1:9/e\"> %e;]>" + body.formatted("x"),
                "external DTD",
                "<!DOCTYPE x SYSTEM \"file:///etc/hostname\">" + body.formatted("x"),
                "entity bomb",
                bomb + body.formatted("&e9;"),
                "XInclude",
                "<DocumentReference xmlns=\"http://hl7.org/fhir\"><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                        + " href=\"file:///etc/passwd\" parse=\"text\"/></DocumentReference>",
                "style sheet",
                "<?xml-stylesheet href=\"http://127.0.0.1:9/x.xsl\"?>" + body.formatted("x"),
                "deep",
                "<DocumentReference xmlns=\"http://hl7.org/fhir\">" + "<extension>".repeat(100_000),
                "UTF-7",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-x+AD4-");
        messages.forEach((what, message) -> {
            refusedPlainly(post("/DocumentReference", "application/fhir+xml", message.getBytes(UTF_8)), what);
            refusedPlainly(post("", "application/fhir+xml", message.getBytes(UTF_8)), what);
            refusedPlainly(post("/Consent", "application/fhir+xml", message.getBytes(UTF_8)), what);
        });
    }

    @Test
    void messagesInJsonThatAreNoneAreRefused() {
        String good = json(reference(claire, "Titre", "note.txt", "x".getBytes(UTF_8)));
        Map<String, byte[]> messages = Map.ofEntries(
                Map.entry("empty", new byte[0]),
                Map.entry("blank", "   ".getBytes(UTF_8)),
                Map.entry("null", "null".getBytes(UTF_8)),
                Map.entry("a list", "[]".getBytes(UTF_8)),
                Map.entry("a text", "\"x\"".getBytes(UTF_8)),
                Map.entry("deep lists", "[".repeat(200_000).getBytes(UTF_8)),
                Map.entry("deep objects", "{\"extension\":[".repeat(50_000).getBytes(UTF_8)),
                Map.entry(
                        "a huge number",
                        ("{\"resourceType\":\"DocumentReference\",\"x\":1" + "0".repeat(100_000) + "}")
                                .getBytes(UTF_8)),
                Map.entry("cut off", good.substring(0, good.length() / 2).getBytes(UTF_8)),
                Map.entry("another type", "{\"resourceType\":\"Binary\"}".getBytes(UTF_8)),
                Map.entry("a type by reflection", "{\"resourceType\":\"../Runtime\"}".getBytes(UTF_8)),
                Map.entry("invalid UTF-8", new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'}),
                Map.entry(
                        "no base64",
                        good.replaceFirst("\"data\":\"[^\"]*\"", "\"data\":\"***\"")
                                .getBytes(UTF_8)),
                Map.entry(
                        "two subjects",
                        good.replaceFirst(
                                        "\"subject\":",
                                        "\"subject\":{\"identifier\":{\"system\":\"" + INS
                                                + "\",\"value\":\"146024315704557\"}},\"subject\":")
                                .getBytes(UTF_8)));
        messages.forEach((what, message) -> {
            if (!what.equals("two subjects")) {
                refusedPlainly(post("/DocumentReference", "application/fhir+json", message), what);
                refusedPlainly(post("", "application/fhir+json", message), what);
            } else {
                Intruder.Answer answer = post("/DocumentReference", "application/fhir+json", message);
                assertThat(answer.status()).as(what).isLessThan(500);
            }
        });
    }

    @Test
    void packedBodiesAreNotUnpacked() {
        String good = json(reference(claire, "Titre", "note.txt", "x".getBytes(UTF_8)));
        for (String encoding : List.of("gzip", "deflate", "br", "gzip, gzip")) {
            Intruder.Answer answer = structure(LABORATORY)
                    .send(
                            "POST",
                            "/fhir/DocumentReference",
                            BodyPublishers.ofString(good),
                            Map.of("Content-Type", "application/fhir+json", "Content-Encoding", encoding));
            assertThat(answer.status()).as(encoding).isEqualTo(415);
        }
    }

    @Test
    void aDocumentThatIsTooLargeIsRefused() {
        byte[] big = new byte[3_000_000];
        java.util.Arrays.fill(big, (byte) 'a');
        assertThat(deposit(LABORATORY, reference(claire, "Gros", "note.txt", big))
                        .status())
                .isEqualTo(413);
    }

    /// Whatever else a message says, it decides neither the id, nor the version, nor the source, nor another's space.
    @Test
    void whatTheServerDecidesCannotBeSent() {
        String own = claire.fhirId(UUID.randomUUID());
        String message = json(reference(claire, "Titre", "note.txt", "Texte".getBytes(UTF_8)))
                .replaceFirst(
                        "\"resourceType\":\"DocumentReference\"",
                        "\"resourceType\":\"DocumentReference\",\"id\":\"" + own + "\"");
        Intruder.Answer answer = deposit(structure(LABORATORY), message);
        if (answer.status() == 201) {
            assertThat(answer.header("Location")).doesNotContain(own);
        } else {
            refusedPlainly(answer, "an id of its own");
        }
        for (String more : List.of(
                "\"space\":\"x\",\"owner\":\"x\",",
                "\"isAdmin\":true,",
                "\"arrivedAt\":\"2000-01-01T00:00:00Z\",",
                "\"__proto__\":{\"x\":1},")) {
            String with = json(reference(claire, "Titre", "note.txt", "Texte".getBytes(UTF_8)))
                    .replaceFirst("\\{\"resourceType\"", "{" + more + "\"resourceType\"");
            assertThat(deposit(structure(LABORATORY), with).status()).as(more).isBetween(201, 422);
        }
    }

    @Test
    void theSoftwareCannotSpeakForAnotherStructure() {
        UUID document = deposited(claire, "Compte rendu du laboratoire");
        Intruder other = structure(OTHER_LABORATORY).with("X-Structure", "1310098765");
        assertThat(other.get("/fhir/DocumentReference/" + claire.fhirId(document))
                        .status())
                .isIn(403, 404);
        DocumentReference about = reference(claire, "Faux", "note.txt", "Faux".getBytes(UTF_8));
        about.getSubject().getIdentifier().setValue("146024315704557");
        assertThat(deposit(LABORATORY, about).status())
                .as("about somebody without a space")
                .isBetween(400, 499);
    }

    @Test
    void textThatIsNotTextComesOutAsTextOrNotAtAll() {
        for (String title : List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "titre\r\nX-Injected: yes",
                "=HYPERLINK(\"http://evil.test\")",
                "\u202Efdp.exe",
                "${jndi:ldap://127.0.0.1:9/x}",
                "#{7*7} ${7*7} {{7*7}} @{7*7}",
                "nul \u0000 au milieu",
                "a".repeat(5_000),
                "' or 1=1 --")) {
            DocumentReference reference = reference(claire, "Titre", "note.txt", title.getBytes(UTF_8));
            reference.setDescription(title);
            reference.getContentFirstRep().getAttachment().setTitle(title);
            Intruder.Answer answer = deposit(LABORATORY, reference);
            assertThat(answer.status()).as(title).isLessThan(500);
            if (answer.status() != 201) {
                continue;
            }
            UUID document = kept(answer);
            Intruder.Answer bytes =
                    professional(DOCTOR).with("Accept", "*/*").get("/fhir/Binary/" + claire.fhirId(document));
            assertThat(bytes.header("X-Injected")).isEmpty();
            assertThat(bytes.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(bytes.header("Content-Type")).startsWith("text/plain");
            assertThat(bytes.header("Content-Security-Policy")).contains("default-src 'none'");
        }
        Intruder browser = signedIn(claire);
        for (String page : List.of("/espace", "/espace/documents", "/espace/notifications", "/espace/historique")) {
            Intruder.Answer answer = browser.get(page);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).as(page).doesNotContain("<script>alert", "<img src=x", " 49 ");
            assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self'");
        }
        assertThat(browser.get("/espace/documents").body()).contains("&lt;script&gt;");
        assertThat(browser.get("/espace/historique.csv").body())
                .contains("\"'=HYPERLINK")
                .doesNotContain("\"=");
        assertThat(browser.get("/espace/documents?q=" + "%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script>alert");
    }

    @Test
    void aNarrativeThatWouldRunComesOutAsText() {
        Example biology = Examples.biology(
                patient(),
                java.time.LocalDate.of(2026, 3, 12),
                UUID.randomUUID().toString());
        String evil = "<paragraph>avant <content ID=\"a\">&lt;script&gt;alert(1)&lt;/script&gt;</content>"
                + "<linkHtml href=\"javascript:alert(1)\">lien</linkHtml>"
                + "<renderMultiMedia referencedObject=\"x&quot; onload=&quot;alert(1)\"/></paragraph>";
        String cda = new String(biology.bytes(), UTF_8)
                .replaceFirst("<title>[^<]*</title>", "<title>&lt;img src=x onerror=alert(2)&gt;</title>")
                .replaceFirst("<text>", "<text>" + evil);
        UUID document = kept(deposit(LABORATORY, cda(cda)));
        Intruder browser = signedIn(claire);
        Intruder.Answer page = browser.get("/espace/documents/" + document);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("<script>alert", "href=\"javascript:", "<img src=x", "onload=\"alert")
                .contains("&lt;script&gt;");
        for (String part : List.of("/contenu", "/telecharger", "/corps", "/media/0", "/media/9999")) {
            Intruder.Answer answer = browser.get("/espace/documents/" + document + part);
            assertThat(answer.status()).as(part).isIn(200, 404);
            if (answer.status() == 200) {
                assertThat(answer.header("Content-Disposition")).as(part).startsWith("attachment");
            }
        }
    }

    private fr.monespacesante.sandbox.examples.Person patient() {
        return new fr.monespacesante.sandbox.examples.Person(
                claire.person().authority().oid(),
                claire.ins(),
                claire.person().birthFamilyName(),
                claire.person().usedFamilyName(),
                claire.person().birthGivenNames(),
                fr.monespacesante.sandbox.examples.Person.Sex.F,
                claire.person().birthDate(),
                claire.person().birthPlaceCog(),
                "BORDEAUX");
    }

    private DocumentReference cda(String cda) {
        return reference(claire, "Biologie", "biologie.xml", cda.getBytes(UTF_8));
    }

    @Test
    void searchesThatAreNoneAreRefusedOrFindNothing() {
        Intruder doctor = professional(DOCTOR);
        for (String query : List.of(
                "patient.identifier=%00",
                "patient.identifier=" + INS + "%7C' or 1=1--",
                "patient.identifier=" + claire.patient() + "&_count=-1",
                "patient.identifier=" + claire.patient() + "&_count=99999999999999",
                "patient.identifier=" + claire.patient() + "&_sort=" + "a".repeat(1_000),
                "patient.identifier=" + claire.patient() + "&_page=AAAA",
                "_page=" + Base64.getUrlEncoder().encodeToString("{}".getBytes(UTF_8)),
                "patient.identifier=" + claire.patient() + "&date=ge9999999-99-99",
                "patient.identifier=" + claire.patient() + "&date=" + "ge2020-01-01,".repeat(200),
                "patient.identifier=" + claire.patient() + "&_elements=../../x",
                "patient.identifier=" + claire.patient() + "&_format=text/html",
                "patient.identifier=" + claire.patient() + "&description=(a%2B)%2B$",
                "patient.identifier=" + claire.patient() + "&_include=*",
                "patient.identifier=" + claire.patient() + "&_has:x:y:z=1",
                "patient.identifier=" + claire.patient() + "&_revinclude=*&_contained=true",
                "_id=x",
                "")) {
            Intruder.Answer answer = doctor.get(
                    "/fhir/DocumentReference?" + query.replace(" ", "%20").replace("'", "%27"));
            assertThat(answer.status()).as(query).isIn(200, 400, 403, 422);
            assertThat(answer.body()).as(query).doesNotContain("Exception", "SQL");
        }
    }

    @Test
    void anotherCallersPageKeyOpensNothing() {
        for (int i = 0; i < 3; i++) {
            deposited(claire, "Page " + i);
        }
        Intruder.Answer first =
                professional(DOCTOR).get("/fhir/DocumentReference?_count=1&patient.identifier=" + claire.patient());
        String next = FHIR.newJsonParser()
                .parseResource(Bundle.class, first.body())
                .getLink("next")
                .getUrl();
        assertThat(next).doesNotContain(claire.ins());
        assertThat(professional(DOCTOR).get(next).status()).isEqualTo(200);
        agreed(claire, OTHER_DOCTOR);
        assertThat(professional(OTHER_DOCTOR).get(next).status()).isEqualTo(400);
        String changed = next.substring(0, next.length() - 8) + "AAAAAAAA";
        assertThat(professional(DOCTOR).get(changed).status()).isEqualTo(400);
    }

    @Test
    void aMarkThatIsNotTheSendersToSetIsRefused() {
        DocumentReference reference = reference(claire, "Pour mineurs", "note.txt", "x".getBytes(UTF_8));
        mark(reference, Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        assertThat(deposit(LABORATORY, reference).status()).isBetween(400, 422);
    }
}
