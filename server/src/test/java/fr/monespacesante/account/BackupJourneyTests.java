package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestDatabase;
import fr.monespacesante.access.People;
import fr.monespacesante.ops.CopyCommands;
import fr.monespacesante.vault.Damaged;
import fr.monespacesante.vault.Place;
import fr.monespacesante.vault.TestVault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of everything, and what a copy from before an erasure is worth after the next rotation.
class BackupJourneyTests extends LeavingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path copies;

    @Test
    @Requirement("OPS-02")
    void whatWasCopiedIsThereAgainRowByRowAndDocumentByDocument() throws IOException {
        Left alice = somebody();
        assertThat(command("backup")).contains("rows").contains("the master keys are not in it");
        deposit(alice.space()); // comes too late for the copy
        TestDatabase elsewhere = TestDatabase.fresh();
        Path data = Files.createTempDirectory("restored");
        assertThat(command("restore", elsewhere, data)).contains("documents");
        assertThat(count(elsewhere, alice)).isEqualTo(1);
        assertThat(opens(elsewhere, alice, HOME.resolve("keys"))).isTrue();
        for (String table : List.of("account.space", "audit.trace", "audit.head", "vault.space_key")) {
            assertThat(all(elsewhere, table)).as(table).isPositive();
        }
        assertThat(files(data.resolve("blobs"))).contains(blob(elsewhere, alice));
        // a second one brings what is new alone, and a database that is not empty is not written over
        command("backup");
        assertThat(command("backup")).contains(" 0 new documents");
        assertThat(command("restore", elsewhere, data)).contains("not empty");
    }

    @Test
    @Requirement("OPS-02")
    void aCopyThatWasChangedOrCutOffIsRefused() throws IOException {
        somebody();
        command("backup");
        Path database = database();
        Path table = database.resolve("account.space.copy.gz");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes);
        TestDatabase elsewhere = TestDatabase.fresh();
        assertThat(command("restore", elsewhere, Files.createTempDirectory("restored")))
                .contains("the copy of account.space is damaged");
        assertThat(all(elsewhere, "account.space")).isZero();
        Files.delete(database.resolve("contents"));
        assertThat(command("restore", elsewhere, Files.createTempDirectory("restored")))
                .contains("no complete copy");
    }

    @Test
    @Requirement("OPS-02")
    void keysAreCopiedOnlyWhenAskedForAndNeverBesideWhatTheyOpen() throws IOException {
        somebody();
        assertThat(command("backup", "--keys=" + copies.resolve("keys"))).contains("another place");
        Path apart = Files.createTempDirectory("apart").resolve("keys");
        command("backup", "--keys=" + apart);
        assertThat(Files.readString(apart.resolve("spaces.json")))
                .isEqualTo(Files.readString(HOME.resolve("keys/spaces.json")));
        assertThat(files(copies)).noneMatch(name -> name.endsWith(".json"));
    }

    @Test
    @Requirement("ENR-13")
    void aCopyFromBeforeAnErasureDoesNotOpenTheSpaceOnceTheMasterKeysHaveRotated() throws IOException {
        Left alice = somebody();
        command("backup");
        done(close(People.citizen(alice.space()), alice.space(), Closings.Reason.HOLDER, true));
        await().untilAsserted(
                        () -> assertThat(rows("record.document", alice.space())).isZero());

        TestDatabase before = TestDatabase.fresh();
        Path data = Files.createTempDirectory("restored");
        command("restore", before, data);
        assertThat(count(before, alice)).isEqualTo(1);
        // until the rotation a copy still opens: which is why the erased are erased again after a restore
        assertThat(opens(before, alice, HOME.resolve("keys"))).isTrue();

        TestVault.in(HOME.resolve("keys"))
                .rotation(DATABASE, Clock.systemUTC(), Duration.ZERO)
                .begin();
        TestVault.in(HOME.resolve("keys"))
                .rotation(DATABASE, Clock.systemUTC(), Duration.ZERO)
                .goOn();

        TestDatabase after = TestDatabase.fresh();
        Path again = Files.createTempDirectory("restored");
        command("restore", after, again);
        // rows and sealed bytes are all there, and nobody opens them
        assertThat(count(after, alice)).isEqualTo(1);
        assertThat(files(again.resolve("blobs"))).contains(blob(after, alice));
        assertThat(opens(after, alice, HOME.resolve("keys"))).isFalse();
        // the service itself goes on
        Left bob = somebody();
        assertThat(done(read(People.citizen(bob.space()), bob.space(), bob.document())))
                .contains(CONTENT);
    }

    private String command(String word, String... options) {
        return run(word, HOME, DATABASE, options);
    }

    private String command(String word, TestDatabase database, Path data) {
        return run(word, data, database);
    }

    private String run(String word, Path data, TestDatabase database, String... options) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(
                List.of(word, copies.toString(), "--data=" + data, "--url=" + database.url(), "--user=postgres"));
        arguments.addAll(List.of(options));
        new CopyCommands(new PrintStream(said, true, StandardCharsets.UTF_8), Clock.systemUTC()).run(arguments);
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path database() throws IOException {
        try (Stream<Path> all = Files.list(copies)) {
            return all.filter(path -> path.getFileName().toString().startsWith("database-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// With the master keys that lie there, does the key of the space open in this database, and a row with it?
    private boolean opens(TestDatabase database, Left left, Path keys) {
        try {
            return Boolean.TRUE.equals(database.transactions().execute(status -> {
                database.client()
                        .sql("set local mes.space = '" + left.space().value() + "'")
                        .update();
                byte[] sealed = database.client()
                        .sql("select sealed from record.words where id = :id")
                        .param("id", left.document().value())
                        .query((row, number) -> row.getBytes(1))
                        .single();
                TestVault.in(keys)
                        .spaceKeys(database.client())
                        .openOrMake(left.space())
                        .openBytes(new Place("record.words", left.document().value(), 0), sealed);
                return true;
            }));
        } catch (Damaged closed) {
            assertThatThrownBy(() -> {
                        throw closed;
                    })
                    .hasMessage("the key of a space does not open at its place");
            return false;
        }
    }

    private static String blob(TestDatabase database, Left left) {
        return database.superuser()
                .sql("select blob from record.document where id = :id")
                .param("id", left.document().value())
                .query((row, number) -> row.getObject(1, UUID.class).toString())
                .single();
    }

    private static long count(TestDatabase database, Left left) {
        return database.superuser()
                .sql("select count(*) from record.document where space_id = :space")
                .param("space", left.space().value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static long all(TestDatabase database, String table) {
        return database.superuser()
                .sql("select count(*) from " + table)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }
}
