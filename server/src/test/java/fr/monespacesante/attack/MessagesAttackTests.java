package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.messaging.Mailroom;
import fr.monespacesante.messaging.TestMessages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Exchanges that are not one's own, or that one may not know of, are like those that never were (MSG-03, REP-02).
class MessagesAttackTests extends AttackTest {
    private static final LocalDate A_CHILDS_BIRTHDAY = LocalDate.of(2018, 3, 9);
    private static final Pattern CHANGING = Pattern.compile("name=\"_csrf\" value=\"[^\"]*\""
            + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|2\\d{3}-\\d\\d-\\d\\d[T ][0-9:.]+(Z|[+-]\\d\\d:\\d\\d)?|\\d\\d ?[h:] ?\\d\\d");
    private static final List<String> LISTS = List.of(
            "/espace",
            "/espace/messages",
            "/espace/messages?q=zzsecretezz",
            "/espace/messages?q=rendez",
            "/espace/messages?non-lus=oui",
            "/espace/messages?avec=antoine.lefevre%40tilleuls.mssante.example",
            "/espace/notifications",
            "/espace/historique",
            "/espace/historique?quoi=messages");

    @Autowired
    private Doors doors;

    @Autowired
    private Mailroom mailroom;

    @Autowired
    private Mandates mandates;

    private Mailroom.Received receive(Holder holder, TestMessages.Letter letter) {
        var incoming = letter.incoming();
        Caller caller = new Caller.Correspondent(
                incoming.from().address(), incoming.from().name(), "operateur.mssante.example");
        Outcome<Mailroom.Received> received = doors.enter(
                caller,
                holder.person().ins(),
                new MessageAct.ReceiveMessage(letter.marks()),
                visit -> mailroom.receive(visit, incoming));
        assertThat(received).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Mailroom.Received>) received).value();
    }

    private static TestMessages.Letter letter(String subject) {
        return TestMessages.letter(TestMessages.DOCTOR, subject, "Bonjour, ceci est votre rendez-vous.")
                .with("note.txt", "Tension 13/8");
    }

    private static void choose(Intruder browser, Holder child) {
        browser.get("/espace/personnes");
        assertThat(browser.post(
                                "/espace/personnes",
                                Map.of("personne", child.space().toString()))
                        .status())
                .isEqualTo(303);
    }

    private static String plain(String body, Holder holder) {
        return CHANGING.matcher(body.replace(holder.ins(), "INS")).replaceAll("…");
    }

    /// Every way to an exchange, and what its form sends.
    private static Map<String, Map<String, String>> ways(Mailroom.Received received, Holder holder) {
        return ways(received.conversation(), received.message(), holder);
    }

    private static Map<String, Map<String, String>> ways(UUID exchange, UUID message, Holder holder) {
        Map<String, String> answer = Map.of(
                "pour",
                holder.space().toString(),
                "brouillon",
                UUID.randomUUID().toString(),
                "texte",
                "Intrus",
                "action",
                "envoyer");
        Map<String, Map<String, String>> ways = new LinkedHashMap<>();
        String base = "/espace/messages/" + exchange;
        for (String part : List.of("", "/imprimer", "/supprimer", "/repondre", "/repondre/documents")) {
            ways.put("GET " + base + part, Map.of());
        }
        for (String part : List.of(
                "/mise-en-forme",
                "/pieces/0",
                "/pieces/0/telecharger",
                "/pieces/0/documents/0/enregistrer",
                "/supprimer",
                "/bloquer")) {
            ways.put("GET " + base + "/" + message + part, Map.of());
        }
        for (String part : List.of("/non-lu", "/repondre", "/brouillon", "/brouillon/supprimer", "/supprimer")) {
            ways.put("POST " + base + part, answer);
        }
        for (String part : List.of("/pieces/0/enregistrer", "/bloquer", "/supprimer")) {
            ways.put("POST " + base + "/" + message + part, answer);
        }
        return ways;
    }

    private static Intruder.Answer go(Intruder browser, String way, Map<String, String> form) {
        String[] words = way.split(" ", 2);
        if (words[0].equals("GET")) {
            return browser.get(words[1]);
        }
        browser.get("/espace/messages");
        return browser.post(words[1], form);
    }

    private static void isLikeOneThatNeverWas(Intruder browser, Mailroom.Received real, Holder holder) {
        var known = ways(real, holder).entrySet().iterator();
        var unknown =
                ways(UUID.randomUUID(), UUID.randomUUID(), holder).entrySet().iterator();
        while (known.hasNext()) {
            var one = known.next();
            var other = unknown.next();
            Intruder.Answer answer = go(browser, one.getKey(), one.getValue());
            Intruder.Answer never = go(browser, other.getKey(), other.getValue());
            assertThat(answer.status()).as(one.getKey()).isEqualTo(404);
            assertThat(never.status()).as(other.getKey()).isEqualTo(404);
            assertThat(plain(answer.body(), holder)).as(one.getKey()).isEqualTo(plain(never.body(), holder));
        }
    }

    @Test
    @Requirement("MSG-03")
    @Requirement("SEC-03")
    void anotherCitizensExchangeIsNotThere() {
        Holder lina = holder("MESSAGES", "Lina");
        Holder marcel = holder("MESSAGES", "Marcel");
        Mailroom.Received hers = receive(lina, letter("Rendez-vous de Lina"));
        Intruder browser = signedIn(marcel);
        isLikeOneThatNeverWas(browser, hers, marcel);
        assertThat(browser.get("/espace/messages").body()).doesNotContain("Rendez-vous de Lina");
        assertThat(signedIn(lina).get("/espace/messages/" + hers.conversation()).body())
                .contains("Rendez-vous de Lina")
                .doesNotContain("Intrus");
    }

    @Test
    @Requirement("REP-02")
    @Requirement("MSG-03")
    void toAParentTheChildWithASecretExchangeIsTheOneWithout() {
        Holder mother = holder("SECRETE", "Claire");
        Holder one = holder("SECRETE", "Hugo", A_CHILDS_BIRTHDAY);
        Holder other = holder("SECRETE", "Hugo", A_CHILDS_BIRTHDAY);
        Mandate parent = new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty());
        for (Holder child : List.of(one, other)) {
            mandates.give(child.space(), mother.person().ins(), parent);
            receive(child, letter("Rendez-vous"));
        }
        ownAccess(one);
        Mailroom.Received secret = receive(
                one,
                TestMessages.letter(TestMessages.CARDIOLOGY, "zzsecretezz", "zzsecretezz")
                        .marked(Mark.INVISIBLE_REPRESENTANTS_LEGAUX));
        Intruder browser = signedIn(mother);
        Map<String, String> without = pages(browser, other);
        Map<String, String> with = pages(browser, one);
        for (String page : LISTS) {
            assertThat(with.get(page)).as(page).isEqualTo(without.get(page));
        }
        assertThat(with.get("/espace/messages")).contains("Rendez-vous").doesNotContain("ardiologie");
        isLikeOneThatNeverWas(browser, secret, one);

        // the child reads it, answers, and deletes nothing
        Intruder childs = signedIn(one);
        assertThat(childs.get("/espace/messages").body()).contains("zzsecretezz", "Confidentiel");
        String page = childs.get("/espace/messages/" + secret.conversation()).body();
        assertThat(page).contains("ne voient pas cet échange").doesNotContain("/supprimer\"", "/bloquer\"");
        assertThat(childs.post("/espace/messages/" + secret.conversation() + "/supprimer", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, String> pages(Intruder browser, Holder child) {
        choose(browser, child);
        Map<String, String> pages = new LinkedHashMap<>();
        for (String page : LISTS) {
            Intruder.Answer answer = browser.get(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            pages.put(page, plain(answer.body(), child));
        }
        return pages;
    }

    private Mandate caregiver(Mandate.Scope... scopes) {
        return new Mandate(
                Mandate.Kind.CAREGIVER,
                Set.of(scopes),
                Optional.of(Instant.now().plusSeconds(3600)));
    }

    @Test
    @Requirement("REP-05")
    @Requirement("MSG-03")
    void aCaregiverWithoutTheScopeComesToNoMessage() {
        Holder lina = holder("AIDEE", "Lina");
        Holder paul = holder("AIDANT", "Paul");
        mandates.give(lina.space(), paul.person().ins(), caregiver(Mandate.Scope.READ, Mandate.Scope.ADD));
        Mailroom.Received received = receive(lina, letter("zzsecretezz"));
        Intruder browser = signedIn(paul);
        choose(browser, lina);
        Intruder.Answer home = browser.get("/espace");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body()).doesNotContain("/espace/messages");
        assertThat(browser.get("/espace/messages").status()).isEqualTo(403);
        ways(received, lina).forEach((way, form) -> {
            Intruder.Answer answer = go(browser, way, form);
            assertThat(answer.status()).as(way).isIn(403, 404);
            assertThat(answer.body()).as(way).doesNotContain("zzsecretezz");
        });
    }

    @Test
    @Requirement("REP-05")
    @Requirement("MSG-03")
    void aCaregiverWithTheScopeReadsAndAnswersInTheirOwnNameAndDecidesNothing() {
        Holder lina = holder("AIDEE", "Lina");
        Holder paul = holder("AIDANT", "Paul");
        mandates.give(lina.space(), paul.person().ins(), caregiver(Mandate.Scope.MESSAGE));
        Mailroom.Received received = receive(lina, letter("Rendez-vous"));
        Intruder browser = signedIn(paul);
        choose(browser, lina);
        assertThat(browser.get("/espace").header("Location")).endsWith("/espace/messages");
        assertThat(browser.get("/espace/messages").body())
                .contains("Rendez-vous")
                .doesNotContain(lina.ins(), "@patient.mssante.fr");
        String exchange = "/espace/messages/" + received.conversation();
        String page = browser.get(exchange).body();
        assertThat(page).contains("note.txt").doesNotContain("/supprimer\"", "/enregistrer\"");
        String form = browser.get(exchange + "/repondre").body();
        assertThat(form).contains("au nom de " + lina.person().displayName()).doesNotContain("value=\"documents\"");
        Map<String, String> answer = Map.of(
                "pour",
                lina.space().toString(),
                "brouillon",
                UUID.randomUUID().toString(),
                "texte",
                "Elle va mieux.",
                "action",
                "envoyer");
        Map<String, String> forSomebodyElse = new LinkedHashMap<>(answer);
        forSomebodyElse.put("pour", paul.space().toString());
        assertThat(browser.post(exchange + "/repondre", forSomebodyElse).status())
                .isEqualTo(409);
        browser.get(exchange + "/repondre");
        assertThat(browser.post(exchange + "/repondre", answer).status()).isEqualTo(303);
        assertThat(browser.post(exchange + "/repondre", answer).status()).isEqualTo(303);
        assertThat(browser.get(exchange).body()).containsOnlyOnce("Elle va mieux.");
        assertThat(browser.post(exchange + "/supprimer", answer).status()).isEqualTo(403);
        assertThat(browser.post(exchange + "/" + received.message() + "/bloquer", answer)
                        .status())
                .isEqualTo(403);
        String hers = signedIn(lina).get(exchange).body();
        assertThat(hers)
                .contains(
                        paul.person().displayName() + ", pour " + lina.person().displayName());
        assertThat(hers).contains("Elle va mieux.");
    }

    @Test
    @Requirement("SEC-03")
    void aNameOfAFileEndsNoHeader() {
        Holder lina = holder("ENTETE", "Lina");
        Mailroom.Received received = receive(lina, letter("Rendez-vous"));
        Intruder browser = signedIn(lina);
        String exchange = "/espace/messages/" + received.conversation();
        browser.get(exchange + "/repondre");
        String name = "a%0D%0ASet-Cookie: x=y; \\\" <b>.txt";
        String body = "--frontiere\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + browser.token()
                + "\r\n--frontiere\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\njoindre"
                + "\r\n--frontiere\r\nContent-Disposition: form-data; name=\"brouillon\"\r\n\r\n" + UUID.randomUUID()
                + "\r\n--frontiere\r\nContent-Disposition: form-data; name=\"texte\"\r\n\r\nVoici"
                + "\r\n--frontiere\r\nContent-Disposition: form-data; name=\"fichiers\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\nTension 13/8\r\n--frontiere--\r\n";
        Intruder.Answer joined = browser.send(
                "POST",
                exchange + "/repondre",
                java.net.http.HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8),
                Map.of("Content-Type", "multipart/form-data; boundary=frontiere"));
        assertThat(joined.status()).as(joined.body()).isEqualTo(303);
        String page = browser.get(exchange + "/repondre").body();
        assertThat(page).contains("/repondre/pieces/").doesNotContain("<b>.txt");
        String file = page.replaceFirst("(?s).*/repondre/pieces/([0-9a-f-]{36}).*", "$1");
        Intruder.Answer bytes = browser.get(exchange + "/repondre/pieces/" + file);
        assertThat(bytes.status()).isEqualTo(200);
        assertThat(bytes.body()).isEqualTo("Tension 13/8");
        assertThat(bytes.header("Set-Cookie")).isEmpty();
        assertThat(bytes.header("Content-Disposition")).startsWith("inline").doesNotContain("\r", "\n");
        browser.get(exchange + "/repondre");
        assertThat(browser.post(
                                exchange + "/repondre",
                                Map.of("brouillon", UUID.randomUUID().toString(), "texte", "x", "action", "envoyer"))
                        .status())
                .as("another draft is there by now")
                .isEqualTo(422);
    }
}
