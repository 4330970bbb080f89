package fr.monespacesante.ops;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestDatabase;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.ops.FaultyService.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Stops the service dead at each point of a deposit, of an access and of a letter, and looks at what is
/// there after: no access without its trace, no trace of what did not happen, no notice lost or doubled, no
/// letter lost. The database is one that goes on (`KilledFaultTests` kills that too), so a new process is all
/// that each killing costs.
class FaultPointsFaultTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient everything = database.superuser();
    private final List<String> printed = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @Test
    @Requirement("TRC-01")
    @Requirement("NOT-04")
    @Requirement("DOC-13")
    void atWhateverPointTheServiceIsKilledTheSpaceTellsOfWhatHappenedAndOfNothingElse() throws Exception {
        try (TestMailbox mailbox = TestMailbox.start()) {
            killedAt(mailbox, EnumSet.complementOf(jobs()));
            theSpacesTellOfWhatHappenedAndOfNothingElse(0);
            for (Case letter : jobs()) {
                killedAt(mailbox, Set.of(letter));
            }
            letTheLeasesRunOut();
            try (ServiceProcess settling = start(mailbox, "settle")) {
                assertThat(settling.awaitLine(line -> line.startsWith("SETTLED ")))
                        .isEqualTo("SETTLED DONE DOCUMENTS %d FINDINGS []".formatted(count("record.document")));
                theLettersCame(mailbox);
            }
            // the integrity check has left its own trace in each
            theSpacesTellOfWhatHappenedAndOfNothingElse(1);
            assertThat(count("notification.owed where due_at < now() - interval '1 hour'"))
                    .isZero();
        }
    }

    private static EnumSet<Case> jobs() {
        return EnumSet.copyOf(Arrays.stream(Case.values()).filter(Case::ofJobs).toList());
    }

    private void killedAt(TestMailbox mailbox, Set<Case> cases) throws Exception {
        List<String> words = new ArrayList<>(List.of("kill"));
        cases.forEach(one -> words.add(one.name()));
        try (ServiceProcess service = start(mailbox, words.toArray(String[]::new))) {
            assertThat(service.exitCode())
                    .as(() -> "printed: " + service.printed())
                    .isEqualTo(FaultyService.KILLED);
            printed.addAll(service.printed());
        }
        assertThat(printed).noneMatch(line -> line.startsWith("FAILED "));
    }

    private ServiceProcess start(TestMailbox mailbox, String... words) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of(
                "--mes.database.url=" + database.url(),
                "--mes.database.owner-password=any",
                "--mes.database.application-password=any",
                "--mes.courier.smtp-port=" + mailbox.port(),
                "--mes.notification.delay=PT0S"));
        return ServiceProcess.start(FaultyService.class, data, arguments.toArray(String[]::new));
    }

    /// @param more traces in each space than those of what happened
    private void theSpacesTellOfWhatHappenedAndOfNothingElse(int more) throws IOException {
        for (Case one : Case.values()) {
            if (one.deposits()) {
                boolean kept = has(one, Case.DEPOSIT_WHOLE, Case.DEPOSIT_AFTER_COMMIT, Case.DEPOSIT_BEFORE_ANSWER);
                int there = kept ? 1 : 0;
                assertThat(count("record.document", one)).as(one.name()).isEqualTo(there);
                assertThat(count("notification.notice", one)).as(one.name()).isEqualTo(there);
                assertThat(count("audit.trace", one)).as(one.name()).isEqualTo(there + more);
                if (kept) {
                    assertThat(blobs(one)).as(one.name()).isPositive();
                }
            } else if (one.reads()) {
                // one agreement and one document came before: a trace and a notice for each
                boolean happened = has(one, Case.ACCESS_WHOLE, Case.ACCESS_AFTER_COMMIT, Case.ACCESS_BEFORE_ANSWER);
                int there = happened ? 3 : 2;
                assertThat(count("audit.trace", one)).as(one.name()).isEqualTo(there + more);
                assertThat(count("notification.notice", one)).as(one.name()).isEqualTo(there);
            }
        }
        // whoever got an answer is among those that have their trace
        assertThat(printed.stream()
                        .filter(line -> line.startsWith("ANSWERED DEPOSIT") || line.startsWith("ANSWERED ACCESS")))
                .hasSize(2)
                .allMatch(line -> line.contains("_WHOLE "));
    }

    private static boolean has(Case one, Case... those) {
        return Arrays.asList(those).contains(one);
    }

    /// Elsewhere nobody waits: after two minutes a letter that a dead process had taken is taken again.
    private void letTheLeasesRunOut() {
        everything.sql("update courier.letter set due_at = now()").update();
    }

    private void theLettersCame(TestMailbox mailbox) {
        for (Case letter : jobs()) {
            assertThat(mailbox.await(letter.email(), 1).subject()).startsWith("Du nouveau");
            assertThat(count("notification.notice", letter)).as(letter.name()).isEqualTo(1);
        }
        // sent once for sure, and again since nobody could write down that it had left
        assertThat(mailbox.await(Case.LETTER_CARRIED.email(), 2).subject()).startsWith("Du nouveau");
        for (Case kept : List.of(Case.DEPOSIT_AFTER_COMMIT, Case.DEPOSIT_BEFORE_ANSWER, Case.ACCESS_AFTER_COMMIT)) {
            assertThat(mailbox.await(kept.email(), 1).subject()).startsWith("Du nouveau");
        }
        for (Case lost : List.of(Case.DEPOSIT_BEFORE_BLOB, Case.DEPOSIT_AFTER_NOTICE, Case.DEPOSIT_BEFORE_COMMIT)) {
            assertThat(mailbox.to(lost.email())).as(lost.name()).isEmpty();
        }
    }

    private long count(String table, Case one) {
        return count(table + " where space_id = '" + one.space() + "'");
    }

    private long count(String what) {
        return everything
                .sql("select count(*) from " + what)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private long blobs(Case one) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(one.space().toString()))
                    .count();
        }
    }
}
