package fr.monespacesante.record;

import fr.monespacesante.access.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// When each visitor was here before, so that they are shown what is new since (DOC-16). Looking twice within an hour
/// is one visit.
public final class LastVisits {
    private static final Duration ONE_VISIT = Duration.ofHours(1);
    private static final String PURPOSE = "record.last_visit";

    private final JdbcClient database;

    LastVisits(JdbcClient database) {
        this.database = database;
    }

    /// Notes that the visitor is here, in the transaction of the visit.
    ///
    /// @return when they were here before this visit; empty at the first
    public Optional<Instant> note(Visit visit) {
        OffsetDateTime before = database.sql("""
                        insert into record.last_visit as l (space_id, visitor, seen_at) values (:space, :visitor, :now)
                        on conflict (space_id, visitor) do update
                           set before = case when l.seen_at < :earlier then l.seen_at else l.before end,
                               seen_at = :now
                        returning before
                        """)
                .param("space", visit.id().value())
                .param("visitor", visit.key().fingerprint(PURPOSE, visit.who()))
                .param("now", visit.now().atOffset(ZoneOffset.UTC))
                .param("earlier", visit.now().minus(ONE_VISIT).atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getObject("before", OffsetDateTime.class)))
                .single()
                .orElse(null);
        return Optional.ofNullable(before).map(OffsetDateTime::toInstant);
    }
}
