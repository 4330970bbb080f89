package fr.monespacesante.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.People;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.AfterCommit;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.FileBlobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk fills up, or the service ends between the blob and the commit.
class StoreFaultTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path blobs;

    @Test
    @Requirement("DOC-13")
    void aFullDiskLeavesNothingHalfDone() throws IOException {
        TestRecord record = new TestRecord(blobs);
        record.deposit(People.laboratory(), record.text("urn:oid:1", "Bilan", "one"));
        Documents onFullDisk = over(record, new Store(blobs, 10, () -> {}));

        assertThatThrownBy(() -> deposit(record, onFullDisk, "urn:oid:2")).hasStackTraceContaining("No space left");

        assertThat(record.house.count("record.document")).isEqualTo(1);
        assertThat(record.house.count("record.submission")).isEqualTo(1);
        assertThat(files()).hasSize(1);
        assertThat(record.deposit(People.laboratory(), record.text("urn:oid:2", "Bilan", "two"))
                        .version())
                .isEqualTo(1);
        assertThat(verify(record).damaged()).isEmpty();
    }

    @Test
    @Requirement("DOC-13")
    void aBlobWhoseCommitNeverCameIsNoDocumentAndIsSweptLater() throws IOException {
        TestRecord record = new TestRecord(blobs);
        record.deposit(People.laboratory(), record.text("urn:oid:1", "Bilan", "one"));
        // as if the process ended here: no clean-up of its own runs
        Documents cutOff = over(record, new Store(blobs, Long.MAX_VALUE, () -> {
            throw new Ended();
        }));

        assertThatThrownBy(() -> deposit(record, cutOff, "urn:oid:2")).isInstanceOf(Ended.class);

        assertThat(record.house.count("record.document")).isEqualTo(1);
        assertThat(files()).hasSize(2);
        assertThat(verify(record).documents()).isEqualTo(1);
        assertThat(sweep(record)).as("it may still be a deposit under way").isZero();
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(record.house.now.minus(Duration.ofHours(2))));
        }
        assertThat(sweep(record)).isEqualTo(1);
        assertThat(files()).hasSize(1);
        assertThat(verify(record).damaged()).isEmpty();
    }

    private static Documents over(TestRecord record, BlobStore store) {
        return new Documents(new DocumentRows(record.house.client), store, new AfterCommit(store), record.house.ids);
    }

    private static Outcome<List<Documents.Deposited>> deposit(TestRecord record, Documents documents, String uniqueId) {
        Prepared prepared = record.prepared(record.text(uniqueId, "Bilan", "two ".repeat(1000)));
        return record.house.doors.enter(
                People.laboratory(),
                People.CLAIRE_SPACE,
                new Act.DepositDocuments(Set.of(), Set.of()),
                visit -> documents.deposit(
                        visit, new Documents.Submission("urn:uuid:" + record.house.ids.next(), List.of(prepared))));
    }

    private static Integrity.Report verify(TestRecord record) {
        return TestRecord.done(record.house.doors.enter(
                service(),
                People.CLAIRE_SPACE,
                new Act.VerifySpace(),
                visit -> Outcome.done(record.integrity.verify(visit))));
    }

    private static int sweep(TestRecord record) {
        return TestRecord.done(record.house.doors.enter(
                service(),
                People.CLAIRE_SPACE,
                new Act.VerifySpace(),
                visit -> Outcome.done(record.integrity.sweep(visit))));
    }

    private static Caller service() {
        return new Caller.Service(Caller.Service.Task.INTEGRITY);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(blobs)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /// Nothing that is made to handle an exception handles this one.
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// A real store on a disk with so much room, with a hook after each blob is kept.
    private static final class Store implements BlobStore {
        private final BlobStore real;
        private final long room;
        private final Runnable afterKeeping;

        Store(Path root, long room, Runnable afterKeeping) throws IOException {
            this.real = new FileBlobs(root);
            this.room = room;
            this.afterKeeping = afterKeeping;
        }

        @Override
        public long keep(SpaceId space, UUID blob, Writer writer) throws IOException {
            long size = real.keep(space, blob, out -> writer.writeTo(new Limited(out, room)));
            afterKeeping.run();
            return size;
        }

        @Override
        public InputStream read(SpaceId space, UUID blob) throws IOException {
            return real.read(space, blob);
        }

        @Override
        public void remove(SpaceId space, UUID blob) throws IOException {
            real.remove(space, blob);
        }

        @Override
        public List<Found> of(SpaceId space) throws IOException {
            return real.of(space);
        }

        @Override
        public void eachSpace(Consumer<SpaceId> visitor) throws IOException {
            real.eachSpace(visitor);
        }
    }

    private static final class Limited extends OutputStream {
        private final OutputStream out;
        private long room;

        Limited(OutputStream out, long room) {
            this.out = out;
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int taken = (int) Math.min(length, room);
            out.write(bytes, from, taken);
            room -= taken;
            if (taken < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
