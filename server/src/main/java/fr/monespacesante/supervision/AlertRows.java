package fr.monespacesante.supervision;

import fr.monespacesante.kernel.Page;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of the alerts.
final class AlertRows {
    private static final String TABLE = "supervision.alert";
    private static final String COLUMNS = """
            select id, rule, state, raised_at, last_at, times, count, threshold, minutes, handled_at, version, sealed
              from supervision.alert
            """;

    private final JdbcClient database;
    private final Directory directory;

    AlertRows(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// The newest alert of an actor under a rule, and when an operator last handled it.
    record Latest(Alert alert, @Nullable Instant handledAt) {}

    Optional<Latest> latest(Rule.Code rule, byte[] actor) {
        return database.sql(COLUMNS + " where rule = :rule and actor_hash = :actor order by id desc limit 1 for update")
                .param("rule", rule.name())
                .param("actor", actor)
                .query((row, number) -> {
                    OffsetDateTime handled = row.getObject("handled_at", OffsetDateTime.class);
                    return new Latest(read(row, number), handled == null ? null : handled.toInstant());
                })
                .optional();
    }

    /// False when there is a living alert of this rule and actor already.
    boolean add(Alert alert, byte[] actor) {
        return database.sql("""
                                insert into supervision.alert (id, rule, actor_hash, state, raised_at, last_at, times,
                                                               count, threshold, minutes, version, sealed)
                                values (:id, :rule, :actor, :state, :raised, :last, :times,
                                        :count, :threshold, :minutes, :version, :sealed)
                                on conflict (rule, actor_hash) where state <> 'CLOSED' do nothing
                                """)
                        .param("id", alert.id())
                        .param("rule", alert.rule().name())
                        .param("actor", actor)
                        .param("state", alert.state().name())
                        .param("raised", at(alert.raisedAt()))
                        .param("last", at(alert.lastAt()))
                        .param("times", alert.times())
                        .param("count", alert.count())
                        .param("threshold", alert.threshold())
                        .param("minutes", alert.minutes())
                        .param("version", alert.version())
                        .param("sealed", sealed(alert))
                        .update()
                == 1;
    }

    /// An open alert was found once more: its highest figure and the time.
    void goesOn(UUID id, Instant at, int figure) {
        database.sql("""
                        update supervision.alert set last_at = :at, count = greatest(count, :count)
                         where id = :id and state = 'OPEN'
                        """)
                .param("at", at(at))
                .param("count", figure)
                .param("id", id)
                .update();
    }

    /// False when it has changed since it was read.
    ///
    /// @param handledAt when an operator handled it; absent when the rule changes it
    boolean change(Alert changed, Optional<Instant> handledAt) {
        return database.sql("""
                                update supervision.alert
                                   set state = :state, last_at = greatest(last_at, :last), times = :times,
                                       count = greatest(count, :count), version = :version, sealed = :sealed,
                                       handled_at = coalesce(cast(:handled as timestamptz), handled_at)
                                 where id = :id and version = :version - 1
                                """)
                        .param("state", changed.state().name())
                        .param("last", at(changed.lastAt()))
                        .param("times", changed.times())
                        .param("count", changed.count())
                        .param("version", changed.version())
                        .param("sealed", sealed(changed))
                        .param("handled", handledAt.map(AlertRows::at).orElse(null))
                        .param("id", changed.id())
                        .update()
                == 1;
    }

    Optional<Alert> find(UUID id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /// Newest first.
    Page<Alert> newest(Optional<Alert.State> state, Optional<Rule.Code> rule, Optional<UUID> after, int size) {
        List<Alert> found = database.sql(COLUMNS + """
                         where id < :before
                           and (cast(:state as text) is null or state = :state)
                           and (cast(:rule as text) is null or rule = :rule)
                         order by id desc limit :size
                        """)
                .param("before", after.orElse(new UUID(-1L, -1L)))
                .param("state", state.map(Enum::name).orElse(null))
                .param("rule", rule.map(Enum::name).orElse(null))
                .param("size", size + 1)
                .query(this::read)
                .list();
        return Paging.page(found, size, each -> each.id().toString());
    }

    long open() {
        return database.sql("select count(*) from supervision.alert where state = 'OPEN'")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private byte[] sealed(Alert alert) {
        return directory.seal(new Place(TABLE, alert.id(), alert.version()), alert.content());
    }

    private Alert read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        long version = row.getLong("version");
        return new Alert(
                id,
                Rule.Code.valueOf(row.getString("rule")),
                Alert.State.valueOf(row.getString("state")),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getInt("times"),
                row.getInt("count"),
                row.getInt("threshold"),
                row.getInt("minutes"),
                version,
                directory.open(new Place(TABLE, id, version), row.getBytes("sealed"), Alert.Content.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
