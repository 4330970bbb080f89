package fr.monespacesante.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.SpaceId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTests {
    private static final SpaceId CLAIRE = new SpaceId(UUID.fromString("0199c1a1-0000-7000-8000-00000000c1a1"));
    private static final SpaceId MARCEL = new SpaceId(UUID.fromString("0199c1a1-0000-7000-8000-0000000a3ce1"));
    private static final UUID ROW = UUID.fromString("0199c1a1-0000-7000-8000-00000000a0a0");
    private static final Place HERE = new Place("record.document", ROW, 3);

    private final byte[] secret = random(32, 1);
    private final SpaceKey key = new SpaceKey(CLAIRE, secret);

    record Said(String text, int number) {}

    @Nested
    class ASealedRow {
        private final Said said = new Said("glycémie à jeun", 7);
        private final byte[] sealed = key.seal(HERE, said);

        @Test
        @Requirement("SEC-02")
        void opensAtItsPlaceAndHoldsNothingReadable() {
            assertThat(key.open(HERE, sealed, Said.class)).isEqualTo(said);
            assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("jeun");
            assertThat(key.seal(HERE, said)).as("sealed again").isNotEqualTo(sealed);
        }

        @Test
        @Requirement("SEC-02")
        void doesNotOpenWhenAnyByteWasChanged() {
            for (int i = 0; i < sealed.length; i++) {
                byte[] changed = sealed.clone();
                changed[i] ^= 1;
                assertThatThrownBy(() -> key.open(HERE, changed, Said.class)).isInstanceOf(Damaged.class);
            }
            for (int length = 0; length < sealed.length; length++) {
                byte[] cut = Arrays.copyOf(sealed, length);
                assertThatThrownBy(() -> key.open(HERE, cut, Said.class)).isInstanceOf(Damaged.class);
            }
        }

        @Test
        @Requirement("SEC-02")
        void doesNotOpenInAnotherRowTableVersionOrSpace() {
            List<Place> elsewhere = List.of(
                    new Place("record.document", UUID.randomUUID(), 3),
                    new Place("record.words", ROW, 3),
                    new Place("record.document", ROW, 2),
                    new Place("record.document", ROW, 4));
            assertThat(elsewhere)
                    .allSatisfy(place -> assertThatThrownBy(() -> key.open(place, sealed, Said.class))
                            .isInstanceOf(Damaged.class));
            SpaceKey sameSecretOtherSpace = new SpaceKey(MARCEL, secret);
            assertThatThrownBy(() -> sameSecretOtherSpace.open(HERE, sealed, Said.class))
                    .isInstanceOf(Damaged.class);
            SpaceKey otherSecret = new SpaceKey(CLAIRE, random(32, 2));
            assertThatThrownBy(() -> otherSecret.open(HERE, sealed, Said.class)).isInstanceOf(Damaged.class);
        }

        @Test
        void saysOfTheDamageOnlyTheTable() {
            assertThatThrownBy(() -> key.open(HERE, new byte[60], Said.class))
                    .hasMessage("a row of record.document does not open at its place");
            assertThat(key.toString()).doesNotContain(CLAIRE.toString());
        }
    }

    @Nested
    class AKeyedHash {
        @Test
        void isTheSameForTheSameValueInTheSameSpaceAlone() {
            byte[] hash = key.fingerprint("unique", "urn:oid:1.2.3");
            assertThat(hash).hasSize(32).isEqualTo(key.fingerprint("unique", "urn:oid:1.2.3"));
            assertThat(hash).isNotEqualTo(key.fingerprint("other", "urn:oid:1.2.3"));
            assertThat(hash).isNotEqualTo(new SpaceKey(MARCEL, random(32, 9)).fingerprint("unique", "urn:oid:1.2.3"));
        }
    }

    @Nested
    class ASealedStream {
        private final UUID blob = UUID.randomUUID();
        private final byte[] clear = random(300_000, 5);

        @Test
        @Requirement("SEC-02")
        void opensWhateverItsLength() throws IOException {
            for (int length : new int[] {0, 1, 4_096, 65_535, 65_536, 65_537, 131_072, 300_000}) {
                byte[] part = Arrays.copyOf(clear, length);
                byte[] sealed = seal(part);
                assertThat(opened(sealed, blob)).isEqualTo(part);
                assertThat(sealed.length).isGreaterThan(length);
            }
        }

        @Test
        @Requirement("DOC-13")
        void neverEndsWellWhenAByteWasChangedAnywhere() throws IOException {
            byte[] sealed = seal(clear);
            for (int at = 0; at < sealed.length; at += 9_973) {
                byte[] changed = sealed.clone();
                changed[at] ^= 0x40;
                assertDamaged(changed, blob);
            }
        }

        @Test
        @Requirement("DOC-13")
        void neverEndsWellWhenItWasCutLengthenedOrShuffled() throws IOException {
            byte[] sealed = seal(clear);
            for (int length : new int[] {0, 10, 40, 65_536, 131_072, sealed.length - 1}) {
                assertDamaged(Arrays.copyOf(sealed, length), blob);
            }
            assertDamaged(Arrays.copyOf(sealed, sealed.length + 1), blob);
            byte[] swapped = sealed.clone();
            System.arraycopy(sealed, 65_536, swapped, 131_072, 65_536);
            System.arraycopy(sealed, 131_072, swapped, 65_536, 65_536);
            assertDamaged(swapped, blob);
        }

        @Test
        @Requirement("DOC-13")
        void givesOutNoByteOfAChangedSegment() throws IOException {
            byte[] sealed = seal(clear);
            sealed[100_000] ^= 1;
            ByteArrayOutputStream shown = new ByteArrayOutputStream();
            try (InputStream in = key.opening(blob, new ByteArrayInputStream(sealed))) {
                assertThatThrownBy(() -> in.transferTo(shown)).isInstanceOf(SpaceKey.DamagedStream.class);
            }
            assertThat(shown.toByteArray()).hasSizeLessThanOrEqualTo(65_536);
            assertThat(Arrays.copyOf(clear, shown.size())).isEqualTo(shown.toByteArray());
        }

        @Test
        @Requirement("SEC-02")
        void doesNotOpenUnderAnotherNameOrInAnotherSpace() throws IOException {
            byte[] sealed = seal(clear);
            assertDamaged(sealed, UUID.randomUUID());
            SpaceKey other = new SpaceKey(MARCEL, secret);
            assertThatThrownBy(() -> other.opening(blob, new ByteArrayInputStream(sealed))
                            .readAllBytes())
                    .isInstanceOf(SpaceKey.DamagedStream.class);
        }

        private byte[] seal(byte[] bytes) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream sealing = key.sealing(blob, out)) {
                sealing.write(bytes);
            }
            return out.toByteArray();
        }

        private byte[] opened(byte[] sealed, UUID name) throws IOException {
            try (InputStream in = key.opening(name, new ByteArrayInputStream(sealed))) {
                return in.readAllBytes();
            }
        }

        private void assertDamaged(byte[] sealed, UUID name) {
            assertThatThrownBy(() -> opened(sealed, name)).isInstanceOf(SpaceKey.DamagedStream.class);
        }
    }

    @Nested
    class TheMasterKeys {
        @TempDir
        @SuppressWarnings("NullAway.Init")
        Path directory;

        @Test
        @Requirement("SEC-02")
        void areFilesOfTheOwnerAlone() throws IOException {
            MasterKeys.in(directory, new SecureRandom());
            for (String name : List.of("spaces.json", "archive.json", "directory.json", "index.key")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                        .isEqualTo("rw-------");
            }
            try (var files = Files.list(directory)) {
                assertThat(files.toList()).hasSize(4);
            }
        }

        @Test
        @Requirement("SEC-02")
        void areRefusedWhenOthersCanReadThem() throws IOException {
            MasterKeys.in(directory, new SecureRandom());
            Files.setPosixFilePermissions(directory.resolve("index.key"), PosixFilePermissions.fromString("rw-r-----"));
            assertThatThrownBy(() -> MasterKeys.in(directory, new SecureRandom()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseInstanceOf(IOException.class)
                    .rootCause()
                    .hasMessageContaining("0600");
        }

        @Test
        @Requirement("SEC-02")
        void wrapAKeyForItsSpaceAloneAndOpenItAfterARestart() {
            byte[] wrapped =
                    MasterKeys.in(directory, new SecureRandom()).spaces().wrap(CLAIRE, secret);
            MasterKeys again = MasterKeys.in(directory, new SecureRandom());
            assertThat(new String(wrapped, StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
            assertThat(again.spaces().unwrap(CLAIRE, wrapped)).isEqualTo(secret);
            assertThatThrownBy(() -> again.spaces().unwrap(MARCEL, wrapped)).isInstanceOf(Damaged.class);
        }

        @Test
        @Requirement("SEC-02")
        void ofAnotherInstallationOpenNothing(@TempDir Path elsewhere) {
            byte[] wrapped =
                    MasterKeys.in(directory, new SecureRandom()).spaces().wrap(CLAIRE, secret);
            MasterKeys foreign = MasterKeys.in(elsewhere, new SecureRandom());
            assertThatThrownBy(() -> foreign.spaces().unwrap(CLAIRE, wrapped)).isInstanceOf(Damaged.class);
        }

        @Test
        void giveTheSameDirectorySealAndHashAfterARestart() {
            Directory first = MasterKeys.in(directory, new SecureRandom()).directory();
            Directory second = MasterKeys.in(directory, new SecureRandom()).directory();
            Said said = new Said("Claire", 1);
            Place place = new Place("account.space", ROW, 1);
            byte[] sealed = first.seal(place, said);
            assertThat(second.open(place, sealed, Said.class)).isEqualTo(said);
            assertThat(second.fingerprint("ins", "x")).isEqualTo(first.fingerprint("ins", "x"));
            assertThatThrownBy(() -> second.open(new Place("account.space", ROW, 2), sealed, Said.class))
                    .isInstanceOf(Damaged.class);
        }
    }

    private static byte[] random(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
