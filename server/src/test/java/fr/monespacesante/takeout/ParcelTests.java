package fr.monespacesante.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelTests {
    @TempDir
    Path folder;

    @Test
    @Requirement("EXP-01")
    void everyEntryIsInTheListOfHashes() throws IOException {
        Path file = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(file);
                Parcel parcel = new Parcel(out, Instant.parse("2026-11-22T04:00:00Z"))) {
            parcel.add("documents/Élan.txt", "bonjour");
            parcel.add("index.html", "<p>x</p>");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly("documents/Élan.txt", "index.html", Parcel.CHECKSUMS);
            String hash = HexFormat.of().formatHex(Parcel.sha256().digest("bonjour".getBytes(StandardCharsets.UTF_8)));
            byte[] sums = zip.getInputStream(zip.getEntry(Parcel.CHECKSUMS)).readAllBytes();
            assertThat(new String(sums, StandardCharsets.UTF_8)).startsWith(hash + "  documents/Élan.txt\n");
        }
    }

    /// The classic format ends at 65,535 entries.
    @Test
    @Requirement("EXP-01")
    void moreEntriesThanTheClassicFormatHoldsAreAllThere() throws IOException {
        Path file = folder.resolve("many.zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Parcel parcel = new Parcel(out, Instant.EPOCH.plusSeconds(1_000_000_000))) {
            for (int i = 0; i < 66_000; i++) {
                parcel.add("documents/" + i, new byte[0]);
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(66_001);
            assertThat(zip.getEntry("documents/65999")).isNotNull();
        }
    }
}
