package fr.monespacesante.ops;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the service, PostgreSQL and both while documents come in, and looks at what is there after. One story, since
/// each start of the whole service takes seconds.
class KilledFaultTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    @Requirement("DOC-13")
    @Requirement("OPS-01")
    @Requirement("SEC-02")
    void whatWasAcknowledgedSurvivesTheKillingOfServiceAndDatabase() throws Exception {
        Path data = directory.resolve("data");
        List<String> acknowledged = new ArrayList<>();

        try (ServiceProcess first = ServiceProcess.start(data, "deposit")) {
            first.awaitKept(20);
            aSecondServiceOnTheSameDataIsRefused(data);
            first.kill();
            acknowledged.addAll(first.kept());
        }

        // its PostgreSQL was left running: the next start stops it and takes over
        try (ServiceProcess second = ServiceProcess.start(data, "deposit")) {
            second.awaitKept(20);
            ServiceProcess.killDatabase(data);
            second.awaitLine(line -> line.startsWith("FAILED "));
            // by itself, without a restart of the service
            second.awaitKept(20);
            ServiceProcess.killDatabase(data);
            second.kill();
            acknowledged.addAll(second.kept());
        }

        Path ids = Files.write(directory.resolve("ids"), acknowledged);
        try (ServiceProcess third = ServiceProcess.start(data, "check", ids.toString())) {
            String said = third.awaitLine(line -> line.startsWith("OPENED "));
            assertThat(said).startsWith("OPENED " + acknowledged.size() + " STATE DONE");
            assertThat(said).endsWith("FINDINGS []");
            String[] words = said.split(" ", -1);
            int documents = Integer.parseInt(words[5]);
            // a deposit may have been kept whose acknowledgement was cut off; none has no notice
            assertThat(documents).isBetween(acknowledged.size(), acknowledged.size() + 3);
            assertThat(words[7]).isEqualTo(words[5]);
            assertThat(third.exitCode()).isZero();
        }
        nothingReadableLiesIn(data);
    }

    private static void aSecondServiceOnTheSameDataIsRefused(Path data) throws Exception {
        try (ServiceProcess second = ServiceProcess.start(data, "deposit")) {
            second.awaitLine(line -> line.contains("another service runs on this data directory"));
            assertThat(second.exitCode()).isNotZero();
        }
    }

    /// Tables, logs of changes, blobs and logs; the programs hold no data, and the keys are what makes it readable.
    private static void nothingReadableLiesIn(Path data) throws IOException {
        List<String> words = List.of(DepositingService.WORD, "284053155512379", "DURAND", "Claire", "LaboSoft");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.startsWith(data.resolve("postgresql.programs"))) {
                    continue;
                }
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String word : words) {
                    assertThat(bytes.contains(word)).as("%s in %s", word, file).isFalse();
                    String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
                    assertThat(bytes.contains(hex))
                            .as("%s as hex in %s", word, file)
                            .isFalse();
                }
            }
        }
    }
}
