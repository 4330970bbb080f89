package fr.monespacesante.audit;

import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What supervision counts over the lines of activity (SUV-01). The counting is done by the database on clear
/// columns; only the newest line of who stands out is opened, to name them.
public final class ActivityFigures {
    private static final String NIGHT = """
             and (extract(hour from at at time zone 'Europe/Paris') >= 22
                  or extract(hour from at at time zone 'Europe/Paris') < 6)
            """;

    private final JdbcClient database;
    private final Directory directory;

    public ActivityFigures(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// What is counted.
    ///
    /// @param spaces true to count different spaces, false to count lines
    /// @param night true to count only what was done between 22:00 and 6:00 in Paris
    public record Measure(Set<Activities.Kind> kinds, boolean spaces, boolean night) {
        public Measure {
            kinds = Set.copyOf(kinds);
        }

        private String sql() {
            return spaces ? "count(distinct space_id)" : "count(*)";
        }

        private String when() {
            return night ? NIGHT : "";
        }

        private Short[] codes() {
            return kinds.stream().map(kind -> (short) kind.code()).toArray(Short[]::new);
        }
    }

    /// An actor who stands out.
    ///
    /// @param hash the actor where they cannot be read
    /// @param actor as their newest line names them
    public record Standout(byte[] hash, int count, Trace.Actor actor) {}

    /// How many lines of one kind there were in one hour.
    public record Hour(Instant from, Activities.Kind kind, int count) {}

    /// Actors who come to at least so many, the most first.
    ///
    /// @param after not included
    /// @param until included
    public List<Standout> standouts(Measure measure, Instant after, Instant until, int atLeast, int most) {
        return database.sql("""
                        select c.actor_hash, c.figure, l.id, l.sealed
                          from (select actor_hash, %s as figure, max(id::text)::uuid as last
                                  from audit.activity
                                 where kind = any (:kinds) and at > :after and at <= :until %s
                                 group by actor_hash having %s >= :least
                                 order by figure desc limit :most) c
                          join audit.activity l on l.id = c.last
                         order by c.figure desc
                        """.formatted(measure.sql(), measure.when(), measure.sql()))
                .param("kinds", measure.codes())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("least", atLeast)
                .param("most", most)
                .query(this::standout)
                .list();
    }

    /// The figure of one actor.
    public int count(Measure measure, byte[] actor, Instant after, Instant until) {
        return database.sql("""
                        select %s from audit.activity
                         where actor_hash = :actor and kind = any (:kinds) and at > :after and at <= :until %s
                        """.formatted(measure.sql(), measure.when()))
                .param("actor", actor)
                .param("kinds", measure.codes())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// Lines by hour and kind, the oldest hour first.
    public List<Hour> hours(Instant after, Instant until) {
        return database.sql("""
                        select date_trunc('hour', at) as hour, kind, count(*) as figure from audit.activity
                         where at > :after and at <= :until group by 1, 2 order by 1, 2
                        """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Hour(
                        row.getObject("hour", OffsetDateTime.class).toInstant(),
                        Activities.Kind.of(row.getInt("kind")),
                        row.getInt("figure")))
                .list();
    }

    private Standout standout(ResultSet row, int number) throws SQLException {
        Place place = new Place(Activities.TABLE, row.getObject("id", UUID.class), 0);
        Trace newest = directory.open(place, row.getBytes("sealed"), Trace.class);
        return new Standout(row.getBytes("actor_hash"), row.getInt("figure"), newest.actor());
    }
}
