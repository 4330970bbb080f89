package fr.monespacesante.courier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.TestDatabase;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.TestVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

class CourierModuleTests {
    private static final Directory DIRECTORY = TestVault.directory();

    private final TestDatabase database = TestDatabase.fresh();
    private final HandClock clock = new HandClock();
    private final Outbox outbox =
            new Outbox(new JdbcTemplate(database.application()), DIRECTORY, new Ids(clock, new SecureRandom()), clock);
    private final Provider provider = new Provider();

    private Courier courier(Carrier carrier) {
        Drops drops = new Drops(
                database.client(),
                database.transactions(),
                new StaticListableBeanFactory().getBeanProvider(Undelivered.class));
        return new Courier(database.client(), drops, DIRECTORY, List.of(carrier), clock);
    }

    private long waiting() {
        return database.superuser()
                .sql("select count(*) as n from courier.letter")
                .query((row, number) -> row.getLong("n"))
                .single();
    }

    @Test
    void aLetterLeavesOnceAndIsDeleted() {
        outbox.hand(new Letter.Email("a@b.test", "s", "t"), Letter.Urgency.NOTICE, Duration.ofDays(1));
        assertThat(courier(provider).deliverDue()).isEqualTo(1);
        assertThat(courier(provider).deliverDue()).isZero();
        assertThat(waiting()).isZero();
    }

    @Test
    void aLetterWaitsForAProviderThatIsDownAndLeavesLater() {
        provider.down = true;
        outbox.hand(new Letter.Email("a@b.test", "s", "t"), Letter.Urgency.NOTICE, Duration.ofDays(1));
        Courier courier = courier(provider);
        assertThat(courier.deliverDue()).isZero();
        assertThat(courier.deliverDue()).isZero();
        assertThat(provider.calls).isEqualTo(1);
        clock.pass(Duration.ofSeconds(6));
        assertThat(courier.deliverDue()).isZero();
        assertThat(provider.calls).isEqualTo(2);
        provider.down = false;
        clock.pass(Duration.ofHours(1));
        assertThat(courier.deliverDue()).isEqualTo(1);
    }

    @Test
    void aLetterThatAKilledNodeHadTakenLeavesAgain() {
        outbox.hand(new Letter.Email("a@b.test", "s", "t"), Letter.Urgency.NOTICE, Duration.ofDays(1));
        provider.dies = true;
        try {
            courier(provider).deliverDue();
        } catch (IllegalStateException _) {
            provider.dies = false;
        }
        assertThat(courier(provider).deliverDue()).isZero();
        clock.pass(Duration.ofMinutes(3));
        assertThat(courier(provider).deliverDue()).isEqualTo(1);
    }

    @Test
    void whoWaitsBeforeAScreenComesBeforeACampaign() {
        outbox.hand(new Letter.Email("campaign@b.test", "s", "t"), Letter.Urgency.CAMPAIGN, Duration.ofDays(1));
        outbox.hand(new Letter.Email("code@b.test", "s", "t"), Letter.Urgency.SOMEONE_WAITS, Duration.ofDays(1));
        courier(provider).deliverDue();
        assertThat(provider.to).containsExactly("code@b.test", "campaign@b.test");
    }

    @Test
    void aLetterThatHasLostItsSenseIsDropped() {
        outbox.hand(new Letter.Email("a@b.test", "s", "t"), Letter.Urgency.SOMEONE_WAITS, Duration.ofMinutes(10));
        clock.pass(Duration.ofMinutes(11));
        assertThat(courier(provider).deliverDue()).isZero();
        courier(provider).dropLate();
        assertThat(waiting()).isZero();
    }

    @Test
    void lettersOnPaperGoToTheMailHouseInOneWholeFile(@TempDir Path directory) throws IOException {
        outbox.hand(
                List.of(
                        new Letter.Post(List.of("Marcel BESSON", "3 montée; des Carmes", "43000 LE PUY"), "Code\nX"),
                        new Letter.Post(List.of("Lina KADRI"), "Code Y")),
                Letter.Urgency.CAMPAIGN,
                Duration.ofDays(14));
        assertThat(courier(new PostCarrier(directory)).deliverDue()).isEqualTo(2);
        try (var files = Files.list(directory)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file))
                            .startsWith("letter;address;text")
                            .contains("\"Marcel BESSON\n3 montée; des Carmes\n43000 LE PUY\"")
                            .contains("Code Y"));
        }
    }

    private static final class Provider implements Carrier {
        private final List<String> to = new ArrayList<>();
        private boolean down;
        private boolean dies;
        private int calls;

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public int load() {
            return 1;
        }

        @Override
        public void carry(List<Parcel> parcels) throws IOException {
            calls++;
            if (dies) {
                throw new IllegalStateException("killed");
            }
            if (down) {
                throw new IOException("down");
            }
            parcels.forEach(parcel -> {
                if (parcel.letter() instanceof Letter.Email(String address, String _, String _)) {
                    to.add(address);
                }
            });
        }
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
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
            return this;
        }
    }
}
