package fr.monespacesante.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInModuleTests extends ServerTest {
    private static final String PASSWORD = "Lilas-Bleu-31";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private Citizens citizens;

    @Autowired
    private SignIn signIn;

    @Autowired
    private OwnCredentials own;

    @Autowired
    private Sessions sessions;

    @Autowired
    private RefusedSignIns refused;

    @Autowired
    private fr.monespacesante.vault.Directory directory;

    /// A citizen of her own for each test.
    private record Someone(Citizen citizen, String login, String email) {}

    private Someone someone() {
        int number = NEXT.incrementAndGet();
        String login = "someone." + number;
        String email = login + "@courriel.test";
        Contact contact = new Contact(email, null, Contact.CodesBy.EMAIL);
        Citizen citizen = done(citizens.register(
                new SpaceId(UUID.randomUUID()), "Planted SESSIONNAME", login, new Secret<>(PASSWORD), contact));
        return new Someone(citizen, login, email);
    }

    private static Origin from(String address) {
        return new Origin(address, null);
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Problem problem, String where) ->
                throw new AssertionError("refused: " + problem + " at " + where);
        };
    }

    private static Problem refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> throw new AssertionError("it was done");
            case Outcome.Refused<?>(Problem problem, String _) -> problem;
        };
    }

    private TestBrowser signedIn(Someone someone, int mail, String userAgent) {
        TestBrowser browser = new TestBrowser(origin(), userAgent);
        browser.signIn(someone.login(), PASSWORD, () -> TestMailbox.oneTimeCode(MAILBOX.await(someone.email(), mail)));
        return browser;
    }

    private static boolean isIn(TestBrowser browser) {
        HttpResponse<String> answer = browser.get("/espace");
        return answer.statusCode() != 302
                || !answer.headers().firstValue("Location").orElse("").contains("/connexion");
    }

    @Test
    @Requirement("AUT-01")
    void passwordThenCodeOpensTheSpaceAndNeitherAlone() {
        Someone claire = someone();
        TestBrowser browser = new TestBrowser(origin(), "Firefox");
        assertThat(isIn(browser)).isFalse();
        browser.get("/connexion");
        String before = browser.cookie("mes_session").orElseThrow();
        browser.post("/connexion", Map.of("login", claire.login(), "password", PASSWORD));
        assertThat(isIn(browser)).isFalse();
        browser.get("/connexion/code");
        browser.post("/connexion/code", Map.of("code", TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 1))));
        assertThat(isIn(browser)).isTrue();
        assertThat(browser.cookie("mes_session").orElseThrow()).isNotEqualTo(before);
        assertThat(browser.cookies()).allMatch(java.net.HttpCookie::isHttpOnly);
    }

    @Test
    @Requirement("AUT-01")
    void aCodeWorksOnceAndFiveWrongTriesSpendIt() {
        Someone claire = someone();
        PendingSignIn pending = done(
                signIn.password(claire.login().toUpperCase(java.util.Locale.ROOT), new Secret<>(PASSWORD), from("a")));
        String code = TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 1));
        String wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(refusal(signIn.code(pending, wrong, from("a")))).isEqualTo(Problem.CODE_WRONG);
        assertThat(done(signIn.code(pending, code, from("a"))).id())
                .isEqualTo(claire.citizen().id());
        assertThat(refusal(signIn.code(pending, code, from("a")))).isEqualTo(Problem.CODE_USED);
        PendingSignIn second = done(signIn.again(pending));
        String fresh = TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 2));
        for (int i = 0; i < 5; i++) {
            signIn.code(second, fresh.equals("000000") ? "000001" : "000000", from("a"));
        }
        assertThat(refusal(signIn.code(second, fresh, from("a")))).isEqualTo(Problem.CODE_EXPIRED);
    }

    @Test
    @Requirement("AUT-01")
    void aCodeIsTooLateAfterTenMinutes() {
        Someone claire = someone();
        PendingSignIn pending = done(signIn.password(claire.login(), new Secret<>(PASSWORD), from("b")));
        DATABASE.superuser()
                .sql("update identity.one_time_code set expires_at = expires_at - interval '10 minutes 1 second' "
                        + "where code_id = :id")
                .param("id", pending.code())
                .update();
        String code = TestMailbox.oneTimeCode(MAILBOX.await(claire.email(), 1));
        assertThat(refusal(signIn.code(pending, code, from("b")))).isEqualTo(Problem.CODE_EXPIRED);
    }

    @Test
    @Requirement("AUT-06")
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
        Someone claire = someone();
        assertThat(signIn.password(claire.login(), new Secret<>("Wrong-Password-1"), from("c")))
                .isEqualTo(signIn.password("nobody.at.all", new Secret<>("Wrong-Password-1"), from("c")))
                .isEqualTo(Outcome.refused(Problem.CREDENTIALS_WRONG));
    }

    @Test
    @Requirement("AUT-06")
    void aStrangerIsSlowedDownAndAKnownBrowserIsNot() {
        Someone claire = someone();
        TestBrowser known = signedIn(claire, 1, "Firefox");
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(signIn.password(claire.login(), new Secret<>("Wrong-Password-1"), from("d"))))
                    .isEqualTo(Problem.CREDENTIALS_WRONG);
        }
        assertThat(refusal(signIn.password(claire.login(), new Secret<>(PASSWORD), from("e"))))
                .isEqualTo(Problem.TOO_MANY_ATTEMPTS);
        Origin device = new Origin("f", known.cookie("mes_device").orElseThrow());
        assertThat(done(signIn.password(claire.login(), new Secret<>(PASSWORD), device)))
                .isNotNull();
        assertThat(refusal(signIn.password(claire.login(), new Secret<>(PASSWORD), new Origin("g", "made.up"))))
                .isEqualTo(Problem.TOO_MANY_ATTEMPTS);
    }

    @Test
    @Requirement("AUT-07")
    void sessionsAreSeenAndEndedOneByOneAndAllOthersAtOnce() {
        Someone claire = someone();
        TestBrowser one = signedIn(claire, 1, "Firefox on a computer");
        TestBrowser two = signedIn(claire, 2, "Safari on a phone");
        TestBrowser three = signedIn(claire, 3, "Chrome at work");
        CitizenId id = claire.citizen().id();
        List<Sessions.Open> open = sessions.of(id, "");
        assertThat(open)
                .extracting(Sessions.Open::device)
                .containsExactlyInAnyOrder("Firefox on a computer", "Safari on a phone", "Chrome at work");
        Sessions.Open phone = open.stream()
                .filter(session -> session.device().startsWith("Safari"))
                .findFirst()
                .orElseThrow();
        sessions.end(someone().citizen().id(), phone.handle());
        assertThat(isIn(two)).isTrue();
        sessions.end(id, phone.handle());
        assertThat(isIn(two)).isFalse();
        assertThat(isIn(one)).isTrue();
        sessions.endOthers(id, "");
        assertThat(isIn(one)).isFalse();
        assertThat(isIn(three)).isFalse();
    }

    @Test
    @Requirement("AUT-07")
    void loggingOutEndsTheSessionAndNeedsTheToken() {
        Someone claire = someone();
        TestBrowser browser = signedIn(claire, 1, "Firefox");
        browser.get("/");
        browser.post("/deconnexion", Map.of());
        assertThat(isIn(browser)).isFalse();
        assertThat(sessions.of(claire.citizen().id(), "")).isEmpty();
        TestBrowser forged = signedIn(claire, 2, "Firefox");
        assertThat(forged.post("/deconnexion", Map.of("_csrf", "forged")).statusCode())
                .isEqualTo(403);
        assertThat(isIn(forged)).isTrue();
    }

    @Test
    @Requirement("AUT-08")
    void aNewPasswordIsAnnouncedAndANewContactOnBothAddresses() {
        Someone claire = someone();
        CitizenId id = claire.citizen().id();
        assertThat(refusal(own.changePassword(id, new Secret<>("Wrong-1-word"), new Secret<>("Rose-Rouge-32"))))
                .isEqualTo(Problem.CREDENTIALS_WRONG);
        done(own.changePassword(id, new Secret<>(PASSWORD), new Secret<>("Rose-Rouge-32")));
        assertThat(MAILBOX.await(claire.email(), 1).text()).contains("mot de passe a été changé");
        Contact next = new Contact("new." + claire.email(), null, Contact.CodesBy.EMAIL);
        UUID code = own.askContact(id, next);
        String typed = TestMailbox.oneTimeCode(MAILBOX.await("new." + claire.email(), 1));
        Contact other = new Contact("other." + claire.email(), null, Contact.CodesBy.EMAIL);
        assertThat(refusal(own.changeContact(id, other, code, typed))).isEqualTo(Problem.CODE_EXPIRED);
        done(own.changeContact(id, next, code, typed));
        assertThat(MAILBOX.await(claire.email(), 2).text()).contains("coordonnées");
        assertThat(MAILBOX.await("new." + claire.email(), 2).text()).contains("coordonnées");
        assertThat(citizens.find(id).orElseThrow().contact()).isEqualTo(next);
    }

    @Test
    @Requirement("SEC-02")
    void aSessionInTheDatabaseHoldsNoReadableName() {
        Someone claire = someone();
        signedIn(claire, 1, "Planted-Agent");
        byte[] all = DATABASE.superuser()
                .sql("select string_agg(attribute_bytes, ''::bytea) as all_bytes "
                        + "from identity.spring_session_attributes")
                .query((row, number) -> row.getBytes("all_bytes"))
                .single();
        assertThat(new String(all, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isNotEmpty()
                .doesNotContain("SESSIONNAME")
                .doesNotContain("Planted-Agent")
                .doesNotContain("CitizenSession");
    }

    @Test
    @Requirement("AUT-06")
    @Requirement("TRC-05")
    void wrongPasswordsAreOneNoteAnHourForTheHolderHoweverOftenTheyAreTried() {
        Someone claire = someone();
        for (int i = 0; i < 4; i++) {
            signIn.password(claire.login(), new Secret<>("Wrong-Password-1"), from("h" + i));
        }
        signIn.password("nobody.at.all.here", new Secret<>("Wrong-Password-1"), from("h"));
        for (int i = 0; i < 3; i++) {
            refused.tell();
        }
        assertThat(DATABASE.superuser()
                        .sql("select count from identity.attempt where guard = 'REFUSAL_NOTED' and key_hash = :hash")
                        .param(
                                "hash",
                                directory.fingerprint(
                                        "identity.attempt.REFUSAL_NOTED",
                                        claire.citizen().id().toString()))
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
    }
}
