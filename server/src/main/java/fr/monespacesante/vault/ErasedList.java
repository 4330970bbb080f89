package fr.monespacesante.vault;

import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Which spaces were erased and when, in a file beside the master keys and outside every back-up of the database: a
/// database restored from a copy of before an erasure is told by it what must go again (ADR 38). Ids and times alone.
public final class ErasedList {
    private final Path file;

    ErasedList(Path keys) {
        this.file = keys.resolve("erased.list");
    }

    public record Erased(SpaceId space, Instant at) {}

    /// When this returns, the line survives a power cut.
    public void add(SpaceId space, Instant at) {
        byte[] line = (at + " " + space + "\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(line));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of erased spaces cannot be written", e);
        }
    }

    public List<Erased> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" "))
                    .filter(words -> words.length == 2)
                    .map(words -> new Erased(SpaceId.of(words[1]), Instant.parse(words[0])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of erased spaces cannot be read", e);
        }
    }
}
