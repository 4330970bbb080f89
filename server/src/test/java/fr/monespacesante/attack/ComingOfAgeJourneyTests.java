package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.TestJobs;
import fr.monespacesante.kernel.Mark;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/// The eighteenth birthday, with the service's clock moved over midnight (REP-03).
@Import(ComingOfAgeJourneyTests.Moved.class)
// the sessions begin by the real clock, hours before the one that is moved
@TestPropertySource(properties = "mes.identity.longest=PT96H")
class ComingOfAgeJourneyTests extends AttackTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String SERIAL = "81234567890";

    @TestConfiguration(proxyBeanMethods = false)
    static class Moved {
        @Bean
        @Primary
        MovedClock movedClock() {
            return new MovedClock();
        }
    }

    /// Stands where it was put.
    static final class MovedClock extends Clock {
        private volatile Instant now = Instant.now();

        void to(Instant moment) {
            now = moment;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @Autowired
    private MovedClock clock;

    @Autowired
    private Mandates mandates;

    @Autowired
    private ApplicationContext context;

    @Test
    @Requirement("REP-03")
    @Requirement("REP-02")
    void atMidnightTheParentsAreOutAndTheYoungAdultFindsEverything() throws Exception {
        LocalDate birthday = LocalDate.now(PARIS).plusDays(1);
        Instant midnight = birthday.atStartOfDay(PARIS).toInstant();
        clock.to(midnight.minusSeconds(30));
        Holder mother = holder("MAJEUR", "Maman");
        Holder young = space("MAJEUR", "Alix", birthday.minusYears(18), "ACTIVATED");
        String email = "alix.majeur@courriel.test";
        TestJobs.insured(
                context,
                young.space(),
                SERIAL,
                email,
                List.of(mother.person().ins().value()));
        mandates.give(
                young.space(),
                mother.person().ins(),
                new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()));
        deposited(young, "Note ordinaire");
        deposited(young, "Note zzsecretezz", Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        Intruder hers = signedIn(mother);
        hers.get("/espace/personnes");
        hers.post("/espace/personnes", Map.of("personne", young.space().toString()));
        assertThat(hers.get("/espace/documents").body())
                .contains("Note ordinaire")
                .doesNotContain("zzsecretezz");
        TestJobs.comingOfAge(context);
        assertThat(MAILBOX.to(email)).isEmpty();

        clock.to(midnight);
        assertThat(hers.get("/espace/documents").status()).isEqualTo(404);
        assertThat(hers.get("/espace/personnes").body()).contains("Devenus majeurs", "Alix a 18 ans depuis");
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            nodes.invokeAll(List.of(this::job, this::job, this::job))
                    .forEach(done -> assertThat(done).isNotNull());
        }
        TestJobs.comingOfAge(context);
        String code = TestMailbox.provisionalCode(mail(email, "Vous avez 18 ans", 1));
        assertThat(mailsSaying(email, "Vous avez 18 ans")).isEqualTo(1);

        Intruder theirs = stranger();
        forgetAttempts();
        theirs.get("/activation");
        assertThat(theirs.post("/activation", Map.of("ins", young.ins(), "serial", SERIAL, "code", code))
                        .status())
                .isEqualTo(303);
        theirs.get("/activation/suite");
        theirs.post("/activation/contact", Map.of("email", email, "phone", "", "codesBy", "EMAIL"));
        String once = TestMailbox.oneTimeCode(mail(email, "code est", 1));
        theirs.get("/activation/suite");
        theirs.post("/activation/confirmation", Map.of("code", once));
        theirs.get("/activation/suite");
        theirs.post("/activation/conditions", Map.of("accept", "oui"));
        theirs.get("/activation/suite");
        assertThat(theirs.post(
                                "/activation/identifiants",
                                Map.of("login", email, "password", PASSWORD, "repeated", PASSWORD))
                        .status())
                .isEqualTo(303);
        assertThat(theirs.get("/espace/documents").body()).contains("Note ordinaire", "zzsecretezz");
        assertThat(theirs.get("/espace/historique").body()).contains("zzsecretezz", "Maman MAJEUR");
        assertThat(theirs.get("/espace/parametres/acces").body()).doesNotContain("Maman MAJEUR");
        assertThat(hers.get("/espace/documents").body()).doesNotContain("zzsecretezz", "Note ordinaire");
    }

    private boolean job() {
        TestJobs.comingOfAge(context);
        return true;
    }

    @Test
    @Requirement("REP-03")
    void whereTheOnlyAddressIsAParentsTheCodeGoesByPost() {
        LocalDate birthday = LocalDate.now(PARIS).plusDays(2);
        clock.to(birthday.atStartOfDay(PARIS).toInstant());
        Holder father = holder("MAJEURE", "Papa");
        TestJobs.insured(context, father.space(), SERIAL, father.email(), List.of());
        Holder young = space("MAJEURE", "Lou", birthday.minusYears(18), "OPEN");
        TestJobs.insured(
                context,
                young.space(),
                SERIAL,
                father.email(),
                List.of(father.person().ins().value()));
        mandates.give(
                young.space(),
                father.person().ins(),
                new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()));
        TestJobs.comingOfAge(context);
        Long posted = DATABASE.superuser()
                .sql("select count(*) from account.invitation where space_id = :space and used_at is null")
                .param("space", young.space().value())
                .query((row, number) -> row.getLong(1))
                .single();
        assertThat(posted).isEqualTo(1);
        assertThat(MAILBOX.to(father.email())).isEmpty();
    }
}
