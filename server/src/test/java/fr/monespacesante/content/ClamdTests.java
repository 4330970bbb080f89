package fr.monespacesante.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.content.Antivirus.Finding;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdTests {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final byte[] HARMLESS = "Bonjour".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HARMFUL = ("abc" + FakeClamd.SIGNATURE + "def").getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Requirement("MSG-06")
    void itFindsWhatTheDaemonFindsOverEitherSocket(boolean unix) {
        try (FakeClamd daemon = unix ? FakeClamd.at(directory.resolve("clamd.sock")) : FakeClamd.atPort()) {
            Clamd clamd = new Clamd(daemon.address(), Duration.ofSeconds(10));
            assertThat(clamd.answers()).isTrue();
            assertThat(clamd.look(HARMLESS)).isEqualTo(Finding.CLEAN);
            assertThat(clamd.look(HARMFUL)).isEqualTo(Finding.INFECTED);
            assertThat(clamd.look(new byte[0])).isEqualTo(Finding.CLEAN);
        }
    }

    @Test
    void aLargeContentGoesInPieces() {
        byte[] large = new byte[5_000_000];
        new Random(7).nextBytes(large);
        System.arraycopy(HARMFUL, 0, large, 4_900_000, HARMFUL.length);
        try (FakeClamd daemon = FakeClamd.atPort()) {
            assertThat(new Clamd(daemon.address(), Duration.ofSeconds(20)).look(large))
                    .isEqualTo(Finding.INFECTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SILENT", "BROKEN", "LIMITED"})
    @Requirement("MSG-06")
    void whateverIsNoClearAnswerIsNoAnswer(String mood) {
        try (FakeClamd daemon = FakeClamd.atPort()) {
            daemon.is(FakeClamd.Mood.valueOf(mood));
            assertThat(new Clamd(daemon.address(), SHORT).look(HARMLESS)).isEqualTo(Finding.AWAY);
        }
        assertThat(new Clamd("localhost:1", SHORT).look(HARMLESS)).isEqualTo(Finding.AWAY);
        assertThat(new Clamd("/nowhere/clamd.sock", SHORT).answers()).isFalse();
    }

    @Test
    @Requirement("MSG-06")
    void aDocumentThatIsInfectedOrCannotBeCheckedIsNotTaken() {
        try (FakeClamd daemon = FakeClamd.atPort()) {
            DocumentContents contents =
                    new DocumentContents(ContentLimits.defaults(), new Clamd(daemon.address(), SHORT));
            assertThat(contents.inspect(HARMFUL, "text/plain")).isEqualTo(Outcome.refused(Problem.CONTENT_INFECTED));
            assertThat(contents.inspect(HARMLESS, "text/plain")).isInstanceOf(Outcome.Done.class);
            daemon.is(FakeClamd.Mood.BROKEN);
            assertThat(contents.inspect(HARMLESS, "text/plain")).isEqualTo(Outcome.refused(Problem.UNAVAILABLE));
        }
    }

    /// With Debian's own daemon, where it is installed, and a signature of ours.
    @Test
    @Requirement("MSG-06")
    void theRealDaemonIsUnderstood() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/sbin/clamd"))
                .as("clamav-daemon is not installed")
                .exists();
        Path signatures = Files.createDirectory(directory.resolve("signatures"));
        Files.writeString(
                signatures.resolve("test.ndb"),
                "Mes.Test-1:0:*:"
                        + java.util.HexFormat.of().formatHex(FakeClamd.SIGNATURE.getBytes(StandardCharsets.US_ASCII))
                        + "\n");
        Path socket = directory.resolve("clamd.sock");
        Path settings = Files.writeString(
                directory.resolve("clamd.conf"),
                "LocalSocket %s%nDatabaseDirectory %s%nForeground yes%nTemporaryDirectory %s%nStreamMaxLength 25M%n"
                        .formatted(socket, signatures, directory));
        Process daemon = new ProcessBuilder("/usr/sbin/clamd", "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("clamd.log").toFile())
                .start();
        try {
            Clamd clamd = new Clamd(socket.toString(), Duration.ofSeconds(20));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!clamd.answers() && System.nanoTime() < end) {

                LockSupport.parkNanos(1_000_000);
            }
            assertThat(clamd.answers())
                    .as("log: %s", directory.resolve("clamd.log"))
                    .isTrue();
            assertThat(clamd.look(HARMLESS)).isEqualTo(Finding.CLEAN);
            assertThat(clamd.look(HARMFUL)).isEqualTo(Finding.INFECTED);
        } finally {
            daemon.destroy();
            daemon.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
