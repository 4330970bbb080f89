package fr.monespacesante.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The campaign files that came, newest first, and where each stands (ENR-01).
@Component
public class CampaignFiles {
    private static final String COLUMNS = "select * from account.campaign_file ";

    private final JdbcClient database;
    private final Clock clock;

    CampaignFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<CampaignFile> newest(int atMost) {
        return database.sql(COLUMNS + "order by received_at desc limit :most")
                .param("most", atMost)
                .query((row, number) -> file(row))
                .list();
    }

    public Optional<CampaignFile> find(UUID id) {
        return database.sql(COLUMNS + "where file_id = :id")
                .param("id", id)
                .query((row, number) -> file(row))
                .optional();
    }

    boolean someUnderWay() {
        return database.sql("select 1 from account.campaign_file where state in ('WAITING', 'READING') limit 1")
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    /// @return the file of these bytes; one that came before under any name, when there is one
    CampaignFile register(UUID id, byte[] digest, String name, long bytes) {
        return database.sql("""
                        insert into account.campaign_file (file_id, digest, name, bytes, state, received_at)
                        values (:id, :digest, :name, :bytes, 'WAITING', :now) on conflict (digest) do nothing
                        """)
                                .param("id", id)
                                .param("digest", digest)
                                .param("name", name)
                                .param("bytes", bytes)
                                .param("now", now())
                                .update()
                        == 1
                ? find(id).orElseThrow()
                : database.sql(COLUMNS + "where digest = :digest")
                        .param("digest", digest)
                        .query((row, number) -> file(row))
                        .single();
    }

    List<CampaignFile> underWay() {
        return database.sql(COLUMNS + "where state in ('WAITING', 'READING')")
                .query((row, number) -> file(row))
                .list();
    }

    /// Bytes of the report that belong to what is read.
    long reported(UUID id) {
        return database.sql("select report_bytes from account.campaign_file where file_id = :id")
                .param("id", id)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    void begin(UUID id, long header) {
        database.sql("""
                        update account.campaign_file
                           set state = 'READING', started_at = :now, read_bytes = :header, lines = 1
                         where file_id = :id and state = 'WAITING'
                        """)
                .param("now", now())
                .param("header", header)
                .param("id", id)
                .update();
    }

    /// In the transaction of the people it counts.
    ///
    /// @param before where reading stood; somebody else must not have read on in the meantime
    void advance(UUID id, long before, CampaignLines.Batch batch, Campaigns.Result result, long reportBytes) {
        int moved = database.sql("""
                        update account.campaign_file
                           set read_bytes = :position, lines = :lines, report_bytes = :report,
                               added = added + :added, changed = changed + :changed,
                               unchanged = unchanged + :unchanged, deaths = deaths + :deaths,
                               refused = refused + :refused
                         where file_id = :id and state = 'READING' and read_bytes = :before
                        """)
                .param("position", batch.position())
                .param("lines", batch.number())
                .param("report", reportBytes)
                .param("added", result.added())
                .param("changed", result.changed())
                .param("unchanged", result.unchanged())
                .param("deaths", result.deaths())
                .param("refused", result.refused())
                .param("id", id)
                .param("before", before)
                .update();
        if (moved != 1) {
            throw new IllegalStateException("somebody else reads the file " + id);
        }
    }

    void done(UUID id) {
        database.sql("""
                        update account.campaign_file set state = 'DONE', ended_at = :now, read_bytes = bytes
                         where file_id = :id and state = 'READING'
                        """).param("now", now()).param("id", id).update();
    }

    void refuse(UUID id, CampaignHeader.Unreadable why) {
        database.sql("""
                        update account.campaign_file
                           set state = 'REFUSED', ended_at = :now, problem = :problem, missing = cast(:missing as text[])
                         where file_id = :id and state in ('WAITING', 'READING')
                        """)
                .param("now", now())
                .param("problem", why.problem().name())
                .param("missing", "{" + String.join(",", why.missing()) + "}")
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static CampaignFile file(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        Array missing = row.getArray("missing");
        return new CampaignFile(
                row.getObject("file_id", UUID.class),
                String.valueOf(row.getString("name")),
                row.getLong("bytes"),
                CampaignFile.State.valueOf(row.getString("state")),
                Optional.ofNullable(problem).map(CampaignFile.Problem::valueOf),
                Arrays.asList((String[]) missing.getArray()),
                new CampaignFile.Moments(
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        moment(row, "started_at"),
                        moment(row, "ended_at")),
                row.getLong("read_bytes"),
                new CampaignFile.Counts(
                        row.getLong("lines"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("deaths"),
                        row.getLong("refused")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
