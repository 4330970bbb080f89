package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActivationModuleTests extends ServerTest {
    private static final String HEADER = String.join(";", CampaignLine.HEADER) + "\n";
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Activation activation;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Spaces spaces;

    @Autowired
    private CampaignCounts counts;

    /// Someone new for each test.
    private record Invitee(String ins, String serial, String email) {
        static Invitee next() {
            int number = NEXT.incrementAndGet();
            String thirteen = "2840531555%03d".formatted(number);
            return new Invitee(
                    thirteen + Ins.keyOf(thirteen), "90000000" + number, "claire" + number + "@courriel.test");
        }

        String line() {
            return String.join(
                    ";",
                    ins,
                    "1.2.250.1.213.1.4.10",
                    "PLANTEDBIRTH",
                    "Claire Sophie",
                    "PLANTEDUSED",
                    "Claire",
                    "F",
                    "1984-05-12",
                    "31555",
                    "01",
                    "12 rue des Plantes",
                    "31000",
                    "Toulouse",
                    email,
                    "0639980101",
                    serial,
                    "");
        }
    }

    private String invite(Invitee invitee) throws IOException {
        importLines(invitee.line());
        return TestMailbox.provisionalCode(MAILBOX.await(invitee.email(), 1));
    }

    private String importLines(String... lines) throws IOException {
        StringWriter report = new StringWriter();
        byte[] file = (HEADER + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Campaigns.Result result = campaigns.importFile(new ByteArrayInputStream(file), report);
        return result.added() + " " + result.changed() + " " + result.unchanged() + " " + result.refused() + "\n"
                + report;
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

    private Citizen activate(Invitee invitee, String login, String password) throws IOException {
        ActivationId id = done(activation.start(invitee.ins(), invitee.serial(), invite(invitee), "192.0.2.1"));
        assertThat(activation.progress(id).orElseThrow().email()).isEqualTo(invitee.email());
        done(activation.contact(id, done(Contact.of(invitee.email(), "", Contact.CodesBy.EMAIL))));
        done(activation.confirm(id, TestMailbox.oneTimeCode(MAILBOX.await(invitee.email(), 2))));
        done(activation.acceptTerms(id, "2026-11"));
        return done(activation.chooseCredentials(id, login, new Secret<>(password)));
    }

    @Test
    @Requirement("ENR-08")
    void aPersonActivatesHerSpaceWithCardCodeContactTermsAndPassword() throws IOException {
        Invitee claire = Invitee.next();
        Citizen citizen = activate(claire, "claire.activates", "Lilas-Bleu-31");
        Space space = spaces.find(Ins.of(claire.ins())).orElseThrow();
        assertThat(space.state()).isEqualTo(SpaceState.ACTIVATED);
        assertThat(citizen.space()).isEqualTo(space.id());
        assertThat(citizen.displayName()).isEqualTo("Claire PLANTEDUSED");
    }

    @Test
    @Requirement("AUT-06")
    void unknownInsWrongSerialAndWrongCodeGetTheSameAnswer() throws IOException {
        Invitee claire = Invitee.next();
        String code = invite(claire);
        Invitee unknown = Invitee.next();
        assertThat(activation.start(unknown.ins(), claire.serial(), code, "192.0.2.2"))
                .isEqualTo(activation.start(claire.ins(), "11111111111", code, "192.0.2.2"))
                .isEqualTo(activation.start(claire.ins(), claire.serial(), "AAAA-BBBB-CCCC", "192.0.2.2"))
                .isEqualTo(activation.start("nonsense", "", "", "192.0.2.2"))
                .isEqualTo(Outcome.refused(Problem.CODE_WRONG, "code"));
        assertThat(done(activation.start(claire.ins(), claire.serial(), code.toLowerCase(java.util.Locale.ROOT), "x")))
                .isNotNull();
    }

    @Test
    @Requirement("AUT-06")
    void guessingIsSlowedDownPerInsAndComesToNothing() throws IOException {
        Invitee claire = Invitee.next();
        String code = invite(claire);
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(activation.start(claire.ins(), claire.serial(), "AAAA-BBBB-CCCC", "192.0.2.3")))
                    .isEqualTo(Problem.CODE_WRONG);
        }
        assertThat(refusal(activation.start(claire.ins(), claire.serial(), code, "192.0.2.4")))
                .isEqualTo(Problem.TOO_MANY_ATTEMPTS);
    }

    @Test
    @Requirement("ENR-08")
    void anExpiredCodeIsRefusedAndANewOneCanBeAskedFor() throws IOException {
        Invitee claire = Invitee.next();
        String old = invite(claire);
        Space space = spaces.find(Ins.of(claire.ins())).orElseThrow();
        DATABASE.superuser()
                .sql("update account.invitation set sent_at = now() - interval '2 days', "
                        + "expires_at = now() - interval '1 day' where space_id = :id")
                .param("id", space.id().value())
                .update();
        assertThat(refusal(activation.start(claire.ins(), claire.serial(), old, "192.0.2.5")))
                .isEqualTo(Problem.CODE_EXPIRED);
        assertThat(refusal(activation.start(claire.ins(), "11111111111", old, "192.0.2.5")))
                .isEqualTo(Problem.CODE_WRONG);
        done(invitations.renew(claire.ins(), claire.serial(), "192.0.2.5"));
        String fresh = TestMailbox.provisionalCode(MAILBOX.await(claire.email(), 2));
        assertThat(done(activation.start(claire.ins(), claire.serial(), fresh, "192.0.2.5")))
                .isNotNull();
    }

    @Test
    void aCodeThatActivatedIsUsedUp() throws IOException {
        Invitee claire = Invitee.next();
        activate(claire, "claire.once", "Lilas-Bleu-31");
        String code = TestMailbox.provisionalCode(MAILBOX.await(claire.email(), 1));
        assertThat(refusal(activation.start(claire.ins(), claire.serial(), code, "192.0.2.6")))
                .isEqualTo(Problem.CODE_USED);
    }

    @Test
    void stepsOutOfTurnAreRefused() throws IOException {
        Invitee claire = Invitee.next();
        ActivationId id = done(activation.start(claire.ins(), claire.serial(), invite(claire), "192.0.2.7"));
        assertThat(refusal(activation.confirm(id, "000000"))).isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
        assertThat(refusal(activation.acceptTerms(id, "2026-11"))).isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
        assertThat(refusal(activation.chooseCredentials(id, "claire.skips", new Secret<>("Lilas-Bleu-31"))))
                .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
        assertThat(refusal(activation.confirm(new ActivationId(new java.util.UUID(1, 2)), "000000")))
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    @Requirement("ENR-01")
    void theSameFileTwiceChangesNothingAndBadLinesAreReported() throws IOException {
        Invitee claire = Invitee.next();
        Invitee marie = Invitee.next();
        String bad = Invitee.next().line().replace("1984-05-12", "1984-02-30");
        String wrongKey = claire.line().replace(claire.ins(), claire.ins().substring(0, 13) + "00");
        String huge = "x".repeat(1_000_000);
        String[] file = {claire.line(), bad, wrongKey, "only;three;fields", huge, marie.line(), "\"open quote;x"};
        String first = importLines(file);
        assertThat(first).startsWith("2 0 0 5\n");
        assertThat(first)
                .contains("3;birth_date;", "4;ins;", "5;;", "6;;")
                .doesNotContain("PLANTED")
                .doesNotContain("1984");
        MAILBOX.await(marie.email(), 1);
        assertThat(importLines(file)).startsWith("0 0 2 5\n");
        assertThat(importLines(claire.line().replace("12 rue des", "14 rue des")))
                .startsWith("0 1 0 0\n");
        assertThat(spaces.find(Ins.of(claire.ins())).orElseThrow().person().birthFamilyName())
                .isEqualTo("PLANTEDBIRTH");
        assertThat(MAILBOX.to(claire.email())).hasSize(1);
    }

    @Test
    @Requirement("ENR-06")
    void aSpaceOpensWhenTheTimeToOpposeIsOver() throws IOException {
        Invitee claire = Invitee.next();
        invite(claire);
        Space space = spaces.find(Ins.of(claire.ins())).orElseThrow();
        assertThat(space.state()).isEqualTo(SpaceState.NOTIFIED);
        DATABASE.superuser()
                .sql("update account.space set invited_at = now() - interval '43 days', "
                        + "opens_at = now() - interval '1 minute' where space_id = :id")
                .param("id", space.id().value())
                .update();
        spaces.openDue(10);
        assertThat(spaces.find(space.id()).orElseThrow().state()).isEqualTo(SpaceState.OPEN);
        assertThat(refusal(spaces.happen(space.id(), SpaceLife.Event.OPPOSE)))
                .isEqualTo(Problem.TRANSITION_NOT_ALLOWED);
    }

    @Test
    @Requirement("ENR-16")
    void theFiguresCountByDepartmentAndDay() throws IOException {
        invite(Invitee.next());
        assertThat(counts.byDepartment()).anySatisfy(line -> {
            assertThat(line.department()).isEqualTo("31");
            assertThat(line.figures().invited()).isPositive();
        });
    }

    @Test
    @Requirement("SEC-02")
    void nothingAboutAPersonIsReadableInTheTables() throws IOException {
        Invitee claire = Invitee.next();
        activate(claire, "plantedlogin", "Planted-Password-1");
        invitations.renew(claire.ins(), claire.serial(), "192.0.2.8");
        String dump = TableDump.of(DATABASE.superuser(), "account", "identity", "courier");
        assertThat(dump).contains("account.space", "identity.citizen");
        for (String planted : new String[] {
            "PLANTEDBIRTH",
            "PLANTEDUSED",
            "Sophie",
            "rue des",
            claire.ins(),
            claire.serial(),
            claire.email(),
            "courriel.test",
            "0639980101",
            "+33639980101",
            "plantedlogin",
            "Planted-Password"
        }) {
            assertThat(dump).as(planted).doesNotContainIgnoringCase(planted);
        }
    }
}
