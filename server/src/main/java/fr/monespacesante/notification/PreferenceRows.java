package fr.monespacesante.notification;

import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.vault.Place;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one sealed row of preferences that a space has, once its holder has chosen.
public final class PreferenceRows {
    private static final String TABLE = "notification.preferences";

    private final JdbcClient database;

    PreferenceRows(JdbcClient database) {
        this.database = database;
    }

    /// What the holder chose, and which version of it this is.
    public record Kept(Preferences preferences, long version) {}

    public Kept of(Visit visit) {
        return database.sql("select version, sealed from notification.preferences where space_id = :space")
                .param("space", visit.id().value())
                .query((row, number) -> {
                    long version = row.getLong("version");
                    return new Kept(
                            visit.key().open(place(visit, version), row.getBytes("sealed"), Preferences.class),
                            version);
                })
                .optional()
                .orElseGet(() -> new Kept(Preferences.usual(), 0));
    }

    /// Refused as stale when another change came first.
    public Outcome<Preferences> save(Visit visit, Preferences changed) {
        long before = of(visit).version();
        int saved = database.sql("""
                        insert into notification.preferences (space_id, version, sealed) values (:space, :next, :sealed)
                        on conflict (space_id) do update set version = excluded.version, sealed = excluded.sealed
                         where notification.preferences.version = :before
                        """)
                .param("space", visit.id().value())
                .param("next", before + 1)
                .param("before", before)
                .param("sealed", visit.key().seal(place(visit, before + 1), changed))
                .update();
        return saved == 1 ? Outcome.done(changed) : Outcome.refused(Problem.VERSION_MISMATCH);
    }

    private static Place place(Visit visit, long version) {
        return new Place(TABLE, visit.id().value(), version);
    }
}
