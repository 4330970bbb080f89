package fr.monespacesante.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestDatabase;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of the key of a space that is closed.
class ArchiveModuleTests {
    private static final Place PLACE = new Place("record.document", UUID.randomUUID(), 1);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final TestVault vault = TestVault.fresh();
    private final SpaceKeys keys = vault.spaceKeys(database.client());
    private final SpaceId space = new SpaceId(UUID.randomUUID());
    private final ArchivistKey first = ArchivistKey.make();
    private final ArchivistKey second = ArchivistKey.make();
    private byte[] sealed = new byte[0];

    @BeforeEach
    void aClosedSpace() throws IOException {
        Files.writeString(vault.keys().resolve("archivist-a.pub"), first.lock());
        Files.writeString(vault.keys().resolve("archivist-b.pub"), second.lock());
        sealed = within(() -> keys.openOrMake(space).seal(PLACE, "fièvre"));
        within(() -> {
            keys.archive(space);
            return true;
        });
    }

    @Test
    @Requirement("ENR-12")
    void noDoorOpensAnArchivedSpaceNorGetsANewKeyForIt() {
        assertThatThrownBy(() -> within(() -> keys.openOrMake(space))).isInstanceOf(IllegalStateException.class);
        assertThat(rows("vault.space_key")).isZero();
    }

    @Test
    @Requirement("ENR-10")
    void itsHolderBringsItBackAsItWas() {
        assertThat(within(() -> keys.bringBack(space))).isTrue();
        assertThat(within(() -> keys.openOrMake(space).open(PLACE, sealed, String.class)))
                .isEqualTo("fièvre");
        assertThat(rows("vault.archived_key")).isZero();
        assertThat(within(() -> keys.bringBack(space))).isFalse();
    }

    @Test
    @Requirement("ENR-13")
    void whenItIsDestroyedNobodyBringsItBackAndWhoComesNextGetsAnotherKey() {
        within(() -> {
            keys.destroy(space);
            return true;
        });
        assertThat(within(() -> keys.bringBack(space))).isFalse();
        assertThatThrownBy(() -> within(() -> keys.openOrMake(space).open(PLACE, sealed, String.class)))
                .isInstanceOf(Damaged.class);
    }

    @Test
    @Requirement("ENR-12")
    void twoArchivistsOneAfterTheOtherOpenItForATime() {
        String answer = bothAnswer();
        assertThat(within(() -> keys.openedArchive(space, NOW))).isEmpty();
        assertThat(within(() -> keys.openArchive(space, answer, NOW.plusSeconds(3600))))
                .isTrue();
        assertThat(within(() -> keys.openedArchive(space, NOW)).orElseThrow().open(PLACE, sealed, String.class))
                .isEqualTo("fièvre");
        assertThat(within(() -> keys.openedArchive(space, NOW.plusSeconds(3600))))
                .isEmpty();
        within(() -> {
            keys.closeArchive(space);
            return true;
        });
        assertThat(within(() -> keys.openedArchive(space, NOW))).isEmpty();
    }

    @Test
    @Requirement("ENR-12")
    void neitherArchivistAloneNorInTheWrongOrderNorTheAnswerOfAnotherSpaceOpensIt() {
        byte[] locked = within(() -> keys.lockedForArchivists(space)).orElseThrow();
        String challenge = ArchivistKey.challenge(space, locked);
        String half = first.answer(challenge).orElseThrow();
        assertThat(second.answer(challenge)).isEmpty();
        assertThat(first.answer(ArchivistKey.challenge(new SpaceId(UUID.randomUUID()), locked)))
                .isEmpty();
        assertThat(first.answer("n'importe quoi")).isEmpty();
        for (String wrong : new String[] {half, "", "AAAA", "A".repeat(43), "é"}) {
            assertThat(within(() -> keys.openArchive(space, wrong, NOW.plusSeconds(60))))
                    .as(wrong)
                    .isFalse();
        }
    }

    @Test
    @Requirement("ENR-12")
    void whatTheArchivistsGetIsNotTheKeyItself() {
        byte[] got = java.util.Base64.getUrlDecoder().decode(bothAnswer());
        assertThatThrownBy(() -> new SpaceKey(space, got).open(PLACE, sealed, String.class))
                .isInstanceOf(Damaged.class);
    }

    @Test
    @Requirement("ENR-12")
    void anArchivistsFileOpensWithItsPassphraseAlone() {
        String kept = first.kept(new Secret<>("quatre mots bien choisis"), new SecureRandom());
        assertThat(kept).doesNotContain("keyData");
        assertThat(ArchivistKey.read(kept, new Secret<>("autre chose"))).isEmpty();
        assertThat(ArchivistKey.read("rien", new Secret<>("autre chose"))).isEmpty();
        Optional<ArchivistKey> again = ArchivistKey.read(kept, new Secret<>("quatre mots bien choisis"));
        assertThat(again.orElseThrow().lock()).isEqualTo(first.lock());
    }

    private String bothAnswer() {
        byte[] locked = within(() -> keys.lockedForArchivists(space)).orElseThrow();
        String half = first.answer(ArchivistKey.challenge(space, locked)).orElseThrow();
        byte[] inner = java.util.Base64.getUrlDecoder().decode(half);
        return second.answer(ArchivistKey.challenge(space, inner)).orElseThrow();
    }

    private <T> T within(Supplier<T> body) {
        return Objects.requireNonNull(database.transactions().execute(status -> {
            database.client()
                    .sql("set local mes.space = '" + space.value() + "'")
                    .update();
            return body.get();
        }));
    }

    private long rows(String table) {
        return database.superuser()
                .sql("select count(*) from " + table)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
