package fr.monespacesante.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.vault.SmallObjectStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two instances of the service, with one database, one object store and the same keys: whichever a request reaches,
/// the answer is the same, and no letter leaves twice.
@Requirement("OPS-01")
@SuppressWarnings("NullAway.Init")
class TwoNodesJourneyTests {
    private static SmallObjectStore store;
    private static World world;
    private static Node one;
    private static Node two;

    @BeforeAll
    static void startBoth() throws IOException {
        store = new SmallObjectStore();
        world = World.begin();
        Map<String, String> shared = Map.of(
                "mes.vault.s3.endpoint", store.endpoint().toString(),
                "mes.vault.s3.bucket", "blobs",
                "mes.vault.s3.access-key", "access",
                "mes.vault.s3.secret-key", "secret");
        one = world.start(shared);
        two = world.start(shared);
        world.campaign("automne", World.people());
    }

    @AfterAll
    static void end() {
        world.close();
        store.close();
    }

    @Test
    @Requirement("ENR-02")
    void everyoneIsInvitedOnceThoughBothNodesSendLetters() throws IOException {
        List<Someone> people = World.people();
        for (Someone invited : people) {
            world.provisionalCode(invited);
        }
        World.await("an empty outbox", () -> world.lettersWaiting() == 0);
        for (Someone invited : people) {
            assertThat(world.mails(invited.email()).stream()
                            .filter(mail -> mail.text().contains("/activation")))
                    .hasSize(1);
        }
    }

    @Test
    @Requirement("AUT-07")
    void aSessionBegunOnOneWorksAndEndsOnTheOther() throws IOException {
        Holder claire = new Holder(world, one, World.person("MARTIN-DURAND")).activates();
        assertThat(claire.at(two).home()).contains("Bonjour Claire");
        claire.at(two).logsOut();
        assertThat(claire.isIn()).isFalse();
    }

    @Test
    @Requirement("DOC-01")
    @Requirement("NOT-01")
    void whatIsDepositedOnOneIsReadOnTheOtherAndAnnouncedOnce() throws Exception {
        Holder marcel = new Holder(world, one, World.person("BESSON")).activates();
        long before = world.mailsSoFar();
        Example biology = World.example(marcel.who(), "biologie-2026-11-03.xml");
        world.send(one, "laboratory.p12", "iti65", marcel.who(), biology);

        assertThat(marcel.at(two).downloads(biology.title())).isEqualTo(biology.bytes());
        Doctor doctor = new Doctor(world, two, Doctor.LEFEVRE);
        doctor.declaresConsent(marcel.who());
        assertThat(doctor.fetches(doctor.finds(marcel.who()).getFirst())).isEqualTo(biology.bytes());
        assertThat(marcel.at(one).history()).contains("Dr Antoine LEFÈVRE");

        world.mail(marcel.who(), World.NEWS, before);
        World.await("every letter of news gone", () -> world.newsOwed() == 0 && world.lettersWaiting() == 0);
        long letters = world.mails(marcel.who().email()).stream()
                .filter(mail -> mail.id() > before && mail.subject().equals(World.NEWS))
                .count();
        assertThat(letters)
                .as("one for the deposit, one for the doctor; or one for both")
                .isBetween(1L, 2L);
    }
}
