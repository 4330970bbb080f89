package fr.monespacesante.record;

import fr.monespacesante.access.Visit;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.content.WordList;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.vault.Damaged;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of the record. Every method takes the visit: the space, its key and its row security come with it.
final class DocumentRows {
    static final String DOCUMENT = "record.document";
    private static final String WORDS = "record.words";
    private static final String SUBMISSION = "record.submission";

    private final JdbcClient database;

    DocumentRows(JdbcClient database) {
        this.database = database;
    }

    /// A submission set, sealed as a whole.
    record Submission(UUID id, String uniqueId, Instant at, List<DocumentId> documents) {
        Submission {
            documents = List.copyOf(documents);
        }
    }

    /// Adds a document and its words in one statement; false when its uniqueId is taken in this space, or was that of a
    /// document that the holder had erased.
    boolean add(Visit visit, DocumentEntry entry, SearchWords words) {
        UUID id = entry.id().value();
        return database.sql("""
                        with added as (
                            insert into record.document
                                (space_id, id, version, unique_hash, superseded, archived, arrived_at, changed_at, blob,
                                 size, sealed)
                            select :space, :id, :version, :unique, :superseded, :archived, :at, :at, :blob, :size, :sealed
                             where not exists (select from record.erased e
                                                where e.space_id = :space and e.unique_hash = :unique)
                            on conflict (space_id, unique_hash) do nothing
                            returning space_id, id)
                        insert into record.words (space_id, id, sealed)
                        select space_id, id, :words from added
                        """)
                        .param("space", visit.id().value())
                        .param("id", id)
                        .param("version", entry.version())
                        .param("unique", uniqueHash(visit, entry.uniqueId()))
                        .param("superseded", entry.superseded())
                        .param("archived", entry.archived())
                        .param("at", time(entry.arrivedAt()))
                        .param("blob", entry.content().blob())
                        .param("size", entry.content().size())
                        .param("sealed", seal(visit, entry))
                        .param("words", visit.key().sealBytes(new Place(WORDS, id, 0), WordList.pack(words)))
                        .update()
                == 1;
    }

    /// Writes the next version of a document over `entry.version() - 1`, which goes to the history; false when
    /// someone else was quicker.
    boolean change(Visit visit, DocumentEntry entry) {
        return database.sql("""
                        with before as (
                            insert into record.document_history (space_id, id, version, until, sealed)
                            select space_id, id, version, :now, sealed from record.document
                             where space_id = :space and id = :id and version = :before
                            on conflict do nothing
                            returning id)
                        update record.document
                           set version = :version, superseded = :superseded, archived = :archived,
                               changed_at = :now, sealed = :sealed
                         where space_id = :space and id in (select id from before) and version = :before
                        """)
                        .param("space", visit.id().value())
                        .param("id", entry.id().value())
                        .param("before", entry.version() - 1)
                        .param("version", entry.version())
                        .param("superseded", entry.superseded())
                        .param("archived", entry.archived())
                        .param("now", time(visit.now()))
                        .param("sealed", seal(visit, entry))
                        .update()
                == 1;
    }

    /// Removes every row of a document for good. Its blob is removed after the commit.
    void remove(Visit visit, DocumentId document) {
        for (String table : List.of("record.words", "record.document_history", "record.document")) {
            database.sql("delete from " + table + " where space_id = :space and id = :id")
                    .param("space", visit.id().value())
                    .param("id", document.value())
                    .update();
        }
    }

    Optional<DocumentEntry> find(Visit visit, DocumentId document) {
        return database.sql("select id, version, sealed from record.document where space_id = :space and id = :id")
                .param("space", visit.id().value())
                .param("id", document.value())
                .query((row, number) -> open(visit, row))
                .optional();
    }

    Optional<DocumentEntry> findByUniqueId(Visit visit, String uniqueId) {
        return database.sql("select id, version, sealed from record.document"
                        + " where space_id = :space and unique_hash = :unique")
                .param("space", visit.id().value())
                .param("unique", uniqueHash(visit, uniqueId))
                .query((row, number) -> open(visit, row))
                .optional();
    }

    /// Every document of the space, in no order: a space is small, and its rows are opened in memory.
    void each(Visit visit, Consumer<DocumentEntry> visitor) {
        database.sql("select id, version, sealed from record.document where space_id = :space")
                .param("space", visit.id().value())
                .query(row -> {
                    visitor.accept(open(visit, row));
                });
    }

    /// Every document of the space that opens, and the identifiers of those that do not.
    void each(Visit visit, Consumer<DocumentEntry> visitor, Consumer<DocumentId> damaged) {
        database.sql("select id, version, sealed from record.document where space_id = :space")
                .param("space", visit.id().value())
                .query(row -> {
                    try {
                        visitor.accept(open(visit, row));
                    } catch (Damaged e) {
                        damaged.accept(new DocumentId(row.getObject("id", UUID.class)));
                    }
                });
    }

    /// The documents in whose title, authors or text each of these words begins a word.
    void eachWithWords(Visit visit, List<String> wanted, Consumer<DocumentEntry> visitor) {
        database.sql("""
                        select d.id, d.version, d.sealed, w.sealed as words
                          from record.document d
                          join record.words w on w.space_id = d.space_id and w.id = d.id
                         where d.space_id = :space
                        """).param("space", visit.id().value()).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            if (WordList.contains(visit.key().openBytes(new Place(WORDS, id, 0), row.getBytes("words")), wanted)) {
                visitor.accept(open(visit, row));
            }
        });
    }

    List<DocumentEntry> history(Visit visit, DocumentId document) {
        return database.sql("select id, version, sealed from record.document_history"
                        + " where space_id = :space and id = :id order by version desc")
                .param("space", visit.id().value())
                .param("id", document.value())
                .query((row, number) -> open(visit, row))
                .list();
    }

    void addSubmission(Visit visit, Submission submission) {
        database.sql("""
                        insert into record.submission (space_id, id, unique_hash, at, sealed)
                        values (:space, :id, :unique, :at, :sealed)
                        on conflict (space_id, unique_hash) do nothing
                        """)
                .param("space", visit.id().value())
                .param("id", submission.id())
                .param("unique", visit.key().fingerprint(SUBMISSION, submission.uniqueId()))
                .param("at", time(submission.at()))
                .param("sealed", visit.key().seal(new Place(SUBMISSION, submission.id(), 0), submission))
                .update();
    }

    List<Submission> submissions(Visit visit) {
        return database.sql(
                        "select id, sealed from record.submission where space_id = :space order by at desc, id desc")
                .param("space", visit.id().value())
                .query((row, number) -> visit.key()
                        .open(
                                new Place(SUBMISSION, row.getObject("id", UUID.class), 0),
                                row.getBytes("sealed"),
                                Submission.class))
                .list();
    }

    /// Removes submissions of which no document is left.
    void removeEmptySubmissions(Visit visit) {
        Set<UUID> left = new HashSet<>(database.sql("select id from record.document where space_id = :space")
                .param("space", visit.id().value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
        UUID[] empty = submissions(visit).stream()
                .filter(submission ->
                        submission.documents().stream().noneMatch(document -> left.contains(document.value())))
                .map(Submission::id)
                .toArray(UUID[]::new);
        database.sql("delete from record.submission where space_id = :space and id = any (:ids)")
                .param("space", visit.id().value())
                .param("ids", empty)
                .update();
    }

    List<DocumentEntry> find(Visit visit, List<DocumentId> documents) {
        return database.sql(
                        "select id, version, sealed from record.document where space_id = :space and id = any (:ids)")
                .param("space", visit.id().value())
                .param("ids", documents.stream().map(DocumentId::value).toArray(UUID[]::new))
                .query((row, number) -> open(visit, row))
                .list();
    }

    private static byte[] seal(Visit visit, DocumentEntry entry) {
        return visit.key().seal(new Place(DOCUMENT, entry.id().value(), entry.version()), entry);
    }

    private static DocumentEntry open(Visit visit, ResultSet row) throws SQLException {
        Place place = new Place(DOCUMENT, row.getObject("id", UUID.class), row.getLong("version"));
        return visit.key().open(place, row.getBytes("sealed"), DocumentEntry.class);
    }

    private static byte[] uniqueHash(Visit visit, String uniqueId) {
        return visit.key().fingerprint(DOCUMENT, uniqueId);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
