package fr.monespacesante.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestDatabase;
import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The master keys are replaced, and the old ones are gone with all that they alone had wrapped.
class RotationModuleTests {
    private static final Place PLACE = new Place("record.document", UUID.randomUUID(), 1);

    private final TestDatabase database = TestDatabase.fresh();
    private final TestVault vault = TestVault.fresh();
    private final SpaceKeys keys = vault.spaceKeys(database.client());
    private final List<SpaceId> spaces =
            Stream.generate(UUID::randomUUID).map(SpaceId::new).limit(8).toList();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Clock clock = clock();

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private record Sealed(SpaceId space, byte[] bytes) {}

    private List<Sealed> sealed = List.of();

    @BeforeEach
    void eightSpacesOfWhichOneIsClosed() {
        database.superuser()
                .sql("update vault.rotation set began_at = '2026-11-22T00:00:00Z'")
                .update();
        sealed = spaces.stream()
                .map(space -> new Sealed(space, inside(space, key -> key.seal(PLACE, "fièvre"))))
                .toList();
        database.transactions().executeWithoutResult(status -> keys.archive(spaces.getFirst()));
    }

    @Test
    @Requirement("ENR-13")
    void everySpaceOpensAfterARotationAndNoCopyOfTheWrappedKeysFromBefore() {
        List<byte[]> copies = wrapped();
        Rotation rotation = rotation(Duration.ofMinutes(10));
        rotation.begin();
        rotation.goOn();
        assertThat(rotation.status().finishedAt()).isPresent();
        assertThat(rotation.status().rewrapped()).isEqualTo(8);
        assertThat(rotation.status().destroyedAt()).isEmpty();
        everySpaceOpens();
        // until the old keys are destroyed a copy still opens
        assertThat(opens(copies)).isTrue();
        now = now.plus(Duration.ofMinutes(11));
        rotation.goOn();
        assertThat(rotation.status().destroyedAt()).contains(now);
        everySpaceOpens();
        assertThat(opens(copies)).isFalse();
    }

    @Test
    @Requirement("ENR-13")
    void aRotationComesEveryThirtyDaysByItself() {
        Rotation rotation = rotation(Duration.ZERO);
        List<byte[]> copies = wrapped();
        now = Instant.parse("2026-12-21T23:00:00Z");
        rotation.goOn();
        assertThat(opens(copies)).isTrue();
        now = Instant.parse("2026-12-22T01:00:00Z");
        rotation.goOn();
        assertThat(opens(copies)).isFalse();
        everySpaceOpens();
    }

    @Test
    @Requirement("ENR-13")
    void anotherNodeWithTheSameFilesNoticesTheNewKeysAndGoesOnWhereTheFirstWasKilled() {
        TestVault second = TestVault.in(vault.keys());
        SpaceKeys elsewhere = second.spaceKeys(database.client());
        rotation(Duration.ZERO).begin();
        // the first node is gone; the second has read its files before
        second.rotation(database, clock, Duration.ZERO).goOn();
        assertThat(rotation(Duration.ZERO).status().destroyedAt()).isPresent();
        everySpaceOpens();
        SpaceId later = new SpaceId(UUID.randomUUID());
        byte[] there = database.transactions().execute(status -> {
            enter(later);
            return elsewhere.openOrMake(later).seal(PLACE, "plus tard");
        });
        String text = inside(later, key -> key.open(PLACE, there, String.class));
        assertThat(text).isEqualTo("plus tard");
    }

    @Test
    @Requirement("ENR-13")
    void keysMadeBetweenTheFileAndTheRowAreTakenUp() {
        Keyring ring = ring();
        ring.add(); // and killed before the row was written
        Rotation rotation = rotation(Duration.ZERO);
        rotation.goOn();
        assertThat(rotation.status().destroyedAt()).isPresent();
        assertThat(ring().hasOlder()).isFalse();
        everySpaceOpens();
    }

    @Test
    @Requirement("ENR-13")
    void twoNodesAtOnceWrapEachKeyOnce() throws InterruptedException {
        Rotation first = rotation(Duration.ZERO);
        Rotation second = TestVault.in(vault.keys()).rotation(database, clock, Duration.ZERO);
        first.begin();
        Thread one = Thread.ofVirtual().start(first::goOn);
        Thread other = Thread.ofVirtual().start(second::goOn);
        one.join();
        other.join();
        first.goOn();
        assertThat(first.status().rewrapped()).isEqualTo(8);
        assertThat(first.status().destroyedAt()).isPresent();
        everySpaceOpens();
    }

    @Test
    @Requirement("ENR-13")
    void theOldKeyIsNotToBeFoundInTheFilesAnyMore() throws IOException {
        String before = Files.readString(vault.keys().resolve("spaces.json"));
        String secret = before.replaceAll("(?s).*\"value\":\"([^\"]+)\".*", "$1");
        Rotation rotation = rotation(Duration.ZERO);
        rotation.begin();
        rotation.goOn();
        try (Stream<Path> files = Files.walk(vault.keys())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(secret);
            }
        }
    }

    private Rotation rotation(Duration destroyAfter) {
        return vault.rotation(database, clock, destroyAfter);
    }

    private Keyring ring() {
        try {
            return Keyring.in(vault.keys().resolve("spaces.json"), "space-key");
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void everySpaceOpens() {
        database.transactions().executeWithoutResult(status -> {
            keys.bringBack(spaces.getFirst());
            keys.archive(spaces.getFirst());
        });
        for (Sealed one : sealed.subList(1, sealed.size())) {
            String text = inside(one.space(), key -> key.open(PLACE, one.bytes(), String.class));
            assertThat(text).isEqualTo("fièvre");
        }
    }

    /// As a thief of a back-up has them.
    private List<byte[]> wrapped() {
        return spaces.subList(1, 8).stream()
                .map(space -> database.superuser()
                        .sql("select wrapped from vault.space_key where space_id = :space")
                        .param("space", space.value())
                        .query((row, number) -> row.getBytes(1))
                        .single())
                .toList();
    }

    private boolean opens(List<byte[]> copies) {
        MasterKeys now = MasterKeys.in(vault.keys(), new java.security.SecureRandom());
        long open = 0;
        for (int at = 0; at < copies.size(); at++) {
            try {
                now.spaces().unwrap(spaces.get(at + 1), copies.get(at));
                open++;
            } catch (Damaged gone) {
                assertThatThrownBy(() -> {
                            throw gone;
                        })
                        .hasMessageContaining("the key of a space");
            }
        }
        assertThat(open).isIn(0L, (long) copies.size());
        return open > 0;
    }

    private <T> T inside(SpaceId space, java.util.function.Function<SpaceKey, T> body) {
        return java.util.Objects.requireNonNull(database.transactions().execute(status -> {
            enter(space);
            return body.apply(keys.openOrMake(space));
        }));
    }

    private void enter(SpaceId space) {
        JdbcClient client = database.client();
        client.sql("set local mes.space = '" + space.value() + "'").update();
    }
}
