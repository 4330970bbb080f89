package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a browser, or somebody who pretends to be one, sends to the page that adds documents.
@Requirement("SEC-04")
class UploadAttackTests extends AttackTest {
    private static final String ADD = "/espace/documents/ajouter";

    private Holder claire;
    private Holder marcel;
    private Intruder browser;

    @BeforeAll
    void aCitizenWhoIsSignedIn() {
        claire = holder("MARTIN");
        marcel = holder("BESSON");
        browser = signedIn(claire);
    }

    private static Map<String, String> form(String title) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("title", title);
        form.put("type", "DOCPAT03");
        form.put("date.day", "1");
        form.put("date.month", "10");
        form.put("date.year", "2026");
        form.put("once", UUID.randomUUID().toString());
        return form;
    }

    private Intruder.Answer upload(Map<String, String> form, String name, String type, byte[] content) {
        browser.get(ADD);
        return browser.upload(ADD, form, name, type, content);
    }

    private String address(Intruder.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.header("Location").replaceFirst(".*/espace", "/espace");
    }

    private long documents(Holder holder) {
        return DATABASE.superuser()
                .sql("select count(*) from record.document where space_id = :space")
                .param("space", holder.space().value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    @Test
    void theFormWorksForWhatIsHonest() {
        String page = address(upload(form("Note honnête"), "note.txt", "text/plain", "bonjour".getBytes(UTF_8)));
        assertThat(browser.get(page).body()).contains("Note honnête");
    }

    @Test
    void noRubbishIsKeptWhateverItsName() {
        long before = documents(claire);
        for (Example example : Examples.rubbish()) {
            for (String name : List.of(example.name(), "document.pdf", "photo.jpg", "photo.tiff", "sans-rien")) {
                Intruder.Answer answer = upload(form("Rebut"), name, example.contentType(), example.bytes());
                assertThat(answer.status()).as(example.name() + " as " + name).isBetween(400, 499);
                assertThat(answer.body()).doesNotContain("Exception", "java.", "root:");
            }
        }
        assertThat(documents(claire)).isEqualTo(before);
    }

    @Test
    void aPageNamedTextIsSentAsTextAndRunsNothing() {
        String page =
                address(upload(form("Page"), "page.txt", "text/html", "<script>alert(1)</script>".getBytes(UTF_8)));
        Intruder.Answer shown = browser.get(page);
        assertThat(shown.body()).doesNotContain("<script>alert(1)");
        Intruder.Answer content = browser.get(page + "/contenu");
        assertThat(content.header("Content-Type")).startsWith("text/plain");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        for (String name : List.of("page.html", "page.svg", "page.xml", "page.txt.html")) {
            Intruder.Answer answer =
                    upload(form("Page"), name, "text/html", "<script>alert(1)</script>".getBytes(UTF_8));
            assertThat(answer.status()).as(name).isBetween(400, 499);
        }
    }

    @Test
    void namesLeadNowhereAndTitlesAddNoHeader() {
        for (String name : List.of(
                "../../../../tmp/attack.txt",
                "..\\..\\attack.txt",
                "/etc/cron.d/attack.txt",
                "C:\\attack.txt",
                "attack%0d%0aX-Injected: yes.txt",
                "x; filename=evil.exe; a.txt",
                "CON.txt",
                "a".repeat(3_000) + ".txt")) {
            Intruder.Answer answer = upload(form("Nom"), name, "text/plain", "bonjour".getBytes(UTF_8));
            assertThat(answer.status()).as(name).isLessThan(500);
            assertThat(answer.header("X-Injected")).isEmpty();
        }
        for (String title : List.of(
                "titre\r\nX-Injected: yes",
                "titre\nSet-Cookie: mes_session=x",
                "\"; filename=evil.exe",
                "../../evil",
                "éà €\u202Efdp.exe",
                "=cmd|'/c calc'!A1",
                "\u0000",
                "t".repeat(20_000))) {
            Map<String, String> form = form(title);
            browser.get(ADD);
            form.put("_csrf", browser.token());
            Intruder.Answer answer = browser.send(
                    "POST",
                    ADD,
                    BodyPublishers.ofByteArray(
                            Intruder.multipart(form, "note.txt", "text/plain", title.getBytes(UTF_8))),
                    Map.of("Content-Type", "multipart/form-data; boundary=frontiere"));
            assertThat(answer.status()).as(title).isLessThan(500);
            if (answer.status() == 303) {
                Intruder.Answer sent = browser.get(address(answer) + "/telecharger");
                assertThat(sent.status()).as(title).isEqualTo(200);
                assertThat(sent.header("X-Injected") + sent.header("Set-Cookie"))
                        .as(title)
                        .isEmpty();
                assertThat(sent.header("Content-Disposition"))
                        .startsWith("attachment")
                        .doesNotContain("/", "\\");
                assertThat(sent.header("Content-Disposition").length()).isLessThan(1_000);
            }
        }
        assertThat(java.nio.file.Files.exists(java.nio.file.Path.of("/tmp/attack.txt")))
                .isFalse();
    }

    @Test
    void theFormChoosesNothingThatIsNotItsOwn() {
        Map<String, String> form = form("Ailleurs");
        form.put("space", marcel.space().toString());
        form.put("space_id", marcel.space().toString());
        form.put("who.space", marcel.space().toString());
        form.put("marks", "INVISIBLE_PATIENT");
        form.put("id", UUID.randomUUID().toString());
        form.put("version", "99");
        form.put("author", "Dr House");
        form.put("authors[0].id", "810001234567");
        form.put("class.module.classLoader.x", "1");
        long before = documents(marcel);
        String page = address(upload(form, "note.txt", "text/plain", "bonjour".getBytes(UTF_8)));
        assertThat(documents(marcel)).isEqualTo(before);
        assertThat(browser.get(page).body()).contains("Ailleurs").doesNotContain("Dr House");
    }

    @Test
    void aBrokenFormIsRefusedPlainly() {
        browser.get(ADD);
        String token = browser.token();
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put(
                "multipart/form-data; boundary=frontiere", "--frontiere\r\nContent-Disposition: form-data; name=\"x");
        bodies.put("multipart/form-data", "--x\r\n\r\n--x--");
        bodies.put("multipart/form-data; boundary=", "----");
        bodies.put("multipart/form-data; boundary=" + "b".repeat(200), "x");
        bodies.put("multipart/mixed; boundary=x", "--x\r\n\r\nx\r\n--x--");
        bodies.put("application/json", "{\"title\":\"x\"}");
        bodies.put("text/xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>");
        bodies.forEach((type, body) -> {
            Intruder.Answer answer = browser.send(
                    "POST", ADD, BodyPublishers.ofString(body), Map.of("Content-Type", type, "X-CSRF-TOKEN", token));
            assertThat(answer.status()).as(type).isBetween(400, 499);
            assertThat(answer.body()).as(type).doesNotContain("Exception", "java.", "tomcat");
        });
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            parts.append("--frontiere\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                    .append(i)
                    .append(".txt\"\r\n\r\nx\r\n");
        }
        Intruder.Answer many = browser.send(
                "POST",
                ADD,
                BodyPublishers.ofString(parts + "--frontiere--\r\n"),
                Map.of("Content-Type", "multipart/form-data; boundary=frontiere", "X-CSRF-TOKEN", token));
        assertThat(many.status()).as("two thousand files").isBetween(400, 499);
        assertThat(browser.get("/espace").status()).isEqualTo(200);
    }

    @Test
    void aNameWithAZeroInItIsRefusedWithoutBeingRepeated() {
        Intruder.Answer answer = upload(form("Titre"), "analyse.pdf\0.html", "application/pdf", new byte[10]);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("analyse", "Exception");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndNothingTypedIsLost() {
        byte[] big = new byte[6_000_000];
        java.util.Arrays.fill(big, (byte) 'a');
        Intruder.Answer answer = upload(form("Titre à garder"), "gros.txt", "text/plain", big);
        assertThat(answer.status()).isIn(413, 422);
        assertThat(answer.body()).contains("Titre à garder");
    }

    /// Two people, one number of a form: each has a document of their own.
    @Test
    void theNumberOfAnothersFormReachesNothingOfTheirs() {
        Map<String, String> form = form("Le mien");
        address(upload(form, "note.txt", "text/plain", "le mien".getBytes(UTF_8)));
        Intruder other = signedIn(marcel);
        other.get(ADD);
        Intruder.Answer answer = other.upload(ADD, form, "note.txt", "text/plain", "le mien".getBytes(UTF_8));
        String page = address(answer);
        assertThat(browser.get(page).status()).isEqualTo(404);
        assertThat(other.get(page).status()).isEqualTo(200);
    }
}
