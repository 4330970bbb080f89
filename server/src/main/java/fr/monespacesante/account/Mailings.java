package fr.monespacesante.account;

import fr.monespacesante.account.InvitationLetters.Sheet;
import fr.monespacesante.kernel.Ids;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The files for the mail house: sheets as PDF, and the same as CSV for who prints with their own layout. A
/// file is written before the transaction that knows its codes commits, and gets its name after: what has a
/// name is complete and its codes are valid. They are the only place where these codes stand, and readable
/// by the service's user alone.
@Component
public class Mailings {
    private static final List<String> KINDS = List.of(".pdf", ".csv");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader(
                    "reference", "line1", "line2", "line3", "line4", "line5", "line6", "child", "code", "valid_until")
            .build();

    private final JdbcClient database;
    private final AccountProperties properties;
    private final OppositionPeriod opposition;
    private final Ids ids;
    private final SheetForm form;

    Mailings(JdbcClient database, AccountProperties properties, OppositionPeriod opposition, Ids ids)
            throws IOException {
        this.form = new SheetForm(properties.publicUrl().toString());
        this.database = database;
        this.properties = properties;
        this.opposition = opposition;
        this.ids = ids;
    }

    /// A file, as it is listed: how many, from when, never to whom.
    public record Listed(String name, int letters, Instant written, LocalDate postedOn) {}

    public List<Listed> newest(int atMost) {
        return database.sql("""
                        select name, letters, written_at, posted_on from account.mailing
                         where settled order by written_at desc limit :most
                        """)
                .param("most", atMost)
                .query((row, number) -> listed(row))
                .list();
    }

    /// Whether a file is due though it is not full.
    boolean due() {
        OffsetDateTime before =
                opposition.now().minus(properties.mailing().interval()).atOffset(ZoneOffset.UTC);
        return database.sql("select 1 from account.mailing where written_at > :before limit 1")
                .param("before", before)
                .query((row, number) -> true)
                .optional()
                .isEmpty();
    }

    /// Writes the files and their row, in the transaction that keeps the hashes of their codes.
    ///
    /// @return what to settle after the commit; empty when there is nothing to print
    Optional<UUID> write(List<Sheet> sheets) throws IOException {
        if (sheets.isEmpty()) {
            return Optional.empty();
        }
        UUID id = ids.next();
        LocalDate posted = LocalDate.ofInstant(opposition.posted(), Deadlines.FRANCE);
        // the end of such an id is chance, its beginning is time
        String name = "invitations-%s-%s".formatted(posted, id.toString().substring(24));
        Files.createDirectories(drafts());
        try (OutputStream pdf = Files.newOutputStream(guarded(draft(name, ".pdf")));
                PrintedSheets printed = new PrintedSheets(pdf, form)) {
            for (int i = 0; i < sheets.size(); i++) {
                printed.add(sheets.get(i), reference(name, i));
            }
        }
        try (Writer csv = Files.newBufferedWriter(guarded(draft(name, ".csv")), StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
            for (int i = 0; i < sheets.size(); i++) {
                printer.printRecord(line(sheets.get(i), reference(name, i)));
            }
        }
        for (String kind : KINDS) {
            try (FileChannel channel = FileChannel.open(draft(name, kind), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        database.sql("""
                        insert into account.mailing (mailing_id, name, letters, written_at, posted_on)
                        values (:id, :name, :letters, :now, :posted)
                        """)
                .param("id", id)
                .param("name", name)
                .param("letters", sheets.size())
                .param("now", opposition.now().atOffset(ZoneOffset.UTC))
                .param("posted", posted)
                .update();
        return Optional.of(id);
    }

    /// Gives files their names, now that their codes are valid.
    void settle(UUID id) throws IOException {
        Optional<String> name = database.sql("select name from account.mailing where mailing_id = :id and not settled")
                .param("id", id)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .optional();
        if (name.isEmpty()) {
            return;
        }
        for (String kind : KINDS) {
            Path draft = draft(name.get(), kind);
            if (Files.exists(draft)) {
                try {
                    Files.move(
                            draft,
                            properties.mailing().directory().resolve(name.get() + kind),
                            StandardCopyOption.ATOMIC_MOVE);
                } catch (NoSuchFileException _) {
                    // another node was quicker
                }
            }
        }
        database.sql("update account.mailing set settled = true where mailing_id = :id")
                .param("id", id)
                .update();
    }

    /// What a crash left: files whose codes are valid get their names, files whose codes never were are
    /// removed. Only while nobody else writes files.
    void repair() throws IOException {
        List<UUID> unsettled = database.sql("select mailing_id from account.mailing where not settled")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        for (UUID id : unsettled) {
            settle(id);
        }
        Files.createDirectories(drafts());
        try (Stream<Path> left = Files.list(drafts())) {
            for (Path draft : left.toList()) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private Path drafts() {
        return properties.mailing().directory().resolve(".drafts");
    }

    private Path draft(String name, String kind) {
        return drafts().resolve(name + kind);
    }

    /// By which the mail house can speak of one sheet.
    private static String reference(String name, int sheet) {
        return "%s/%04d".formatted(name.substring(name.length() - 12).toUpperCase(Locale.ROOT), sheet + 1);
    }

    private static List<String> line(Sheet sheet, String reference) {
        List<String> line = new ArrayList<>();
        line.add(reference);
        for (int i = 0; i < 6; i++) {
            line.add(i < sheet.address().size() ? sheet.address().get(i) : "");
        }
        line.add(sheet.child());
        line.add(sheet.code().text());
        line.add(sheet.lastDay().toString());
        return line;
    }

    private static Path guarded(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        return file;
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                String.valueOf(row.getString("name")),
                row.getInt("letters"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getObject("posted_on", LocalDate.class));
    }
}
