package fr.monespacesante.ops;

import fr.monespacesante.database.Schemas;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// The whole database as files, one for each table, as it stood at one moment: read in one transaction of isolation
/// REPEATABLE READ while the service goes on. What is sealed in the database is sealed in the files.
///
/// The tables themselves are not in it: they are made by the migrations of the program that restores it, which has to
/// be at the same version (`contents` says which).
final class DatabaseCopy {
    private static final String CONTENTS = "contents";
    private static final String ENDING = ".copy.gz";

    private DatabaseCopy() {}

    /// @param rows how many
    /// @param sha256 of its file
    record Table(String name, List<String> columns, long rows, String sha256) {
        String line() {
            return "table " + name + " " + String.join(",", columns) + " " + rows + " " + sha256;
        }

        static Table of(String line) {
            String[] words = line.split(" ");
            return new Table(words[1], Arrays.asList(words[2].split(",")), Long.parseLong(words[3]), words[4]);
        }

        String copied() {
            return name + " (" + columns.stream().map(each -> '"' + each + '"').collect(Collectors.joining(", ")) + ")";
        }
    }

    /// Writes into a directory that does not exist yet; `contents` comes last, so that a copy that was cut off is
    /// none.
    ///
    /// @return how many rows
    static long write(DataSource source, Path directory) throws IOException, SQLException {
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            CopyManager copier = connection.unwrap(PGConnection.class).getCopyAPI();
            List<String> contents = new ArrayList<>();
            versions(connection).forEach(version -> contents.add("version " + version));
            long rows = 0;
            for (Table table : tables(connection)) {
                Table written = write(copier, table, directory);
                contents.add(written.line());
                rows += written.rows();
            }
            connection.rollback();
            Path draft = directory.resolve(CONTENTS + ".draft");
            Files.write(draft, contents);
            Files.move(draft, directory.resolve(CONTENTS));
            return rows;
        }
    }

    /// Fills the tables of an empty database of the same version, all or nothing.
    ///
    /// @throws IOException when the copy is incomplete, changed or of another version, or the database not empty
    static long read(DataSource target, Path directory) throws IOException, SQLException {
        List<Table> copied = check(directory);
        List<String> contents = Files.readAllLines(directory.resolve(CONTENTS));
        try (Connection connection = target.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> here = versions(connection).stream()
                    .map(version -> "version " + version)
                    .toList();
            if (!contents.stream()
                    .filter(line -> line.startsWith("version "))
                    .toList()
                    .equals(here)) {
                throw new IOException("the copy was made by another version of the program: restore it with that one,"
                        + " then upgrade");
            }
            connection.setAutoCommit(false);
            try (ResultSet found = statement.executeQuery("select exists (select from account.space)")) {
                if (found.next() && found.getBoolean(1)) {
                    throw new IOException("the database is not empty: nothing is written over");
                }
            }
            // foreign keys are whole in the copy; the tables come in any order
            statement.execute("set local session_replication_role = replica");
            CopyManager copier = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Table table : copied) {
                statement.execute("delete from " + table.name());
            }
            long rows = 0;
            for (Table table : copied) {
                rows += read(copier, table, directory);
            }
            connection.commit();
            return rows;
        }
    }

    /// Is every file there and as it was written? Asked before anything is made from it.
    ///
    /// @throws IOException names the table that is not
    static List<Table> check(Path directory) throws IOException {
        if (!isWhole(directory)) {
            throw new IOException("there is no complete copy in " + directory);
        }
        List<Table> copied = Files.readAllLines(directory.resolve(CONTENTS)).stream()
                .filter(line -> line.startsWith("table "))
                .map(Table::of)
                .toList();
        for (Table table : copied) {
            unchanged(table, directory);
        }
        return copied;
    }

    private static Table write(CopyManager copier, Table table, Path directory) throws IOException, SQLException {
        MessageDigest digest = sha256();
        long rows;
        try (OutputStream file = Files.newOutputStream(directory.resolve(table.name() + ENDING));
                OutputStream out = new GZIPOutputStream(
                        new DigestOutputStream(new BufferedOutputStream(file, 1 << 16), digest), 1 << 16)) {
            rows = copier.copyOut("copy " + table.copied() + " to stdout (format binary)", out);
        }
        return new Table(table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static long read(CopyManager copier, Table table, Path directory) throws IOException, SQLException {
        try (InputStream file = Files.newInputStream(directory.resolve(table.name() + ENDING));
                InputStream in = new GZIPInputStream(new BufferedInputStream(file, 1 << 16), 1 << 16)) {
            long rows = copier.copyIn("copy " + table.copied() + " from stdin (format binary)", in);
            if (rows != table.rows()) {
                throw new IOException(table.name() + " has " + rows + " rows where there were " + table.rows());
            }
            return rows;
        }
    }

    private static void unchanged(Table table, Path directory) throws IOException {
        Path file = directory.resolve(table.name() + ENDING);
        if (!Files.exists(file)) {
            throw new IOException("the copy of " + table.name() + " is missing: " + file);
        }
        MessageDigest digest = sha256();
        try (InputStream in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
            throw new IOException("the copy of " + table.name() + " is damaged: " + file);
        }
    }

    /// Every table of every module but the migrations' own.
    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select c.table_schema || '.' || c.table_name,
                               string_agg(c.column_name, ',' order by c.ordinal_position)
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                           and c.table_schema in (%s) and c.table_name <> 'flyway_schema_history'
                         group by 1 order by 1
                        """.formatted(modules()))) {
            while (row.next()) {
                tables.add(new Table(
                        row.getString(1), Arrays.asList(row.getString(2).split(",")), 0, "-"));
            }
        }
        return tables;
    }

    private static List<String> versions(Connection connection) throws SQLException {
        List<String> versions = new ArrayList<>();
        for (String module : Schemas.MODULES) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select string_agg(version, ',' order by version) from "
                            + module + ".flyway_schema_history where version is not null and success")) {
                row.next();
                versions.add(module + " " + row.getString(1));
            }
        }
        return versions;
    }

    private static String modules() {
        return Schemas.MODULES.stream().map(module -> "'" + module + "'").collect(Collectors.joining(", "));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    /// Is there a whole copy here?
    static boolean isWhole(Path directory) {
        return Files.exists(directory.resolve(CONTENTS));
    }
}
