package fr.monespacesante.ops;

import fr.monespacesante.database.Maintenance;
import fr.monespacesante.kernel.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `backup` and `restore`, the same program started for them alone (`bin/backup`, `bin/restore`; docs/operations.md).
///
/// A copy has two parts in one directory, `database-<time>` and `blobs`; the master keys are a third, in another
/// directory, and only when asked for: together they can be read.
public final class CopyCommands {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'database-'yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final Clock clock;

    public CopyCommands(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /// What to copy from or to.
    ///
    /// @param data directory of the service
    /// @param keys directory of the master keys' copy; empty for none
    /// @param external address of an external PostgreSQL and its superuser; empty for the embedded one
    record Where(Path data, Optional<Path> keys, Optional<External> external) {}

    record External(String url, String user, Secret<String> password) {}

    /// @return the exit code
    public int run(List<String> arguments) {
        try {
            Where where = where(arguments);
            Path copies = Path.of(arguments.get(1)).toAbsolutePath().normalize();
            if (arguments.getFirst().equals("backup")) {
                backup(where, copies);
            } else {
                restore(where, copies);
            }
            return 0;
        } catch (IOException | SQLException | RuntimeException e) {
            out.println(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return 1;
        }
    }

    void backup(Where where, Path copies) throws IOException, SQLException {
        Files.createDirectories(
                copies, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path keys = where.data().resolve("keys");
        if (where.keys().isPresent() && within(where.keys().get(), copies)) {
            throw new IOException("the keys belong in another place than the copy they open");
        }
        Path blobs = where.data().resolve("blobs");
        // the documents first and once more after: what is deleted meanwhile is in the copy, what comes meanwhile too
        long copied = BlobCopy.mirror(blobs, copies.resolve("blobs"));
        Path database = copies.resolve(NAME.format(clock.instant()));
        long rows;
        try (Maintenance maintenance = open(where)) {
            rows = DatabaseCopy.write(maintenance.everything(), database);
        }
        copied += BlobCopy.mirror(blobs, copies.resolve("blobs"));
        out.println(database + ": " + rows + " rows, " + copied + " new documents");
        if (where.keys().isPresent()) {
            copyKeys(keys, where.keys().get());
            out.println(where.keys().get() + ": the master keys of now, in the place of older ones");
        } else {
            out.println("the master keys are not in it: without " + keys + " nothing of it opens");
        }
    }

    void restore(Where where, Path copies) throws IOException, SQLException {
        Path database = DatabaseCopy.isWhole(copies) ? copies : newest(copies);
        Path root = database.getParent();
        Path blobs = (root == null ? copies : root).resolve("blobs");
        if (where.external().isEmpty() && Files.exists(where.data().resolve("postgresql"))) {
            throw new IOException("there is a database in " + where.data() + " already: nothing is written over");
        }
        DatabaseCopy.check(database);
        Files.createDirectories(where.data());
        try (Maintenance maintenance = where.external().isPresent()
                ? open(where)
                : Maintenance.fresh(where.data().resolve("postgresql"))) {
            maintenance.migrate();
            long rows = DatabaseCopy.read(maintenance.everything(), database);
            out.println(rows + " rows of " + database.getFileName());
        }
        out.println(BlobCopy.mirror(blobs, where.data().resolve("blobs")) + " documents");
        if (where.keys().isPresent()) {
            copyKeys(where.keys().get(), where.data().resolve("keys"));
        }
    }

    private static Path newest(Path copies) throws IOException {
        try (Stream<Path> all = Files.list(copies)) {
            return all.filter(DatabaseCopy::isWhole)
                    .max(Comparator.comparing(path -> String.valueOf(path.getFileName())))
                    .orElseThrow(() -> new IOException("there is no complete copy in " + copies));
        }
    }

    /// The keys of now take the place of those copied before: an old key kept anywhere undoes each erasure.
    private static void copyKeys(Path from, Path to) throws IOException {
        Files.createDirectories(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(String.valueOf(file.getFileName()));
                Path draft = target.resolveSibling(target.getFileName() + ".draft");
                Files.deleteIfExists(draft);
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(draft, Files.readAllBytes(file));
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean within(Path one, Path other) {
        return one.toAbsolutePath()
                .normalize()
                .startsWith(other.toAbsolutePath().normalize());
    }

    private static Maintenance open(Where where) throws IOException {
        return where.external().isPresent()
                ? Maintenance.external(
                        where.external().get().url(),
                        where.external().get().user(),
                        where.external().get().password())
                : Maintenance.embedded(where.data().resolve("postgresql"));
    }

    private static Where where(List<String> arguments) throws IOException {
        if (arguments.size() < 2) {
            throw new IOException("name the directory of the copy");
        }
        Optional<String> url = option(arguments, "url");
        Optional<External> external = Optional.empty();
        if (url.isPresent()) {
            String password = option(arguments, "password-file").isPresent()
                    ? Files.readString(
                                    Path.of(option(arguments, "password-file").get()))
                            .strip()
                    : "";
            external = Optional.of(
                    new External(url.get(), option(arguments, "user").orElse("postgres"), new Secret<>(password)));
        }
        return new Where(
                Path.of(option(arguments, "data").orElse("var")),
                option(arguments, "keys").map(Path::of),
                external);
    }

    private static Optional<String> option(List<String> arguments, String name) {
        return arguments.stream()
                .filter(word -> word.startsWith("--" + name + "="))
                .map(word -> word.substring(name.length() + 3))
                .findFirst();
    }
}
