package fr.monespacesante.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.stream.Stream;

/// What is kept at one moment.
///
/// @param blobs bytes of the sealed documents, by the length of their files
/// @param database bytes of tables and indexes
record Storage(long documents, long blobs, long database) {
    static Storage of(Programs programs, Database database) throws IOException, SQLException {
        return new Storage(database.documents(), length(programs.data().resolve("blobs")), database.size());
    }

    /// In words, each document being so large in itself.
    String since(Storage before, String what, long size) {
        long count = documents - before.documents();
        if (count == 0) {
            return "nothing was kept of " + what;
        }
        long blob = (blobs - before.blobs()) / count;
        long rows = (database - before.database()) / count;
        return "stored for each of %d %s: %d bytes sealed (%.3f of the document), %d bytes of rows, indexes and trace"
                .formatted(count, what, blob, blob / (double) size, rows);
    }

    private static long length(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            long total = 0;
            for (Path file : (Iterable<Path>) files::iterator) {
                try {
                    BasicFileAttributes what = Files.readAttributes(file, BasicFileAttributes.class);
                    total += what.isRegularFile() ? what.size() : 0;
                } catch (NoSuchFileException _) {
                    // swept meanwhile
                }
            }
            return total;
        }
    }
}
