package fr.monespacesante.access;

import fr.monespacesante.audit.Trace;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.SecurityEvent;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/// Puts sign-ins, devices and changes of the login into the history of the holder's space (TRC-05). They happen outside
/// any space: each is noted in its own transaction, and a job carries it in; note and line change in one transaction,
/// so that none is lost and none doubled.
public final class AccountHistory {
    private static final Logger LOG = LoggerFactory.getLogger(AccountHistory.class);
    private static final int BATCH = 100;

    private final JdbcClient database;
    private final Doors doors;
    private final Citizens citizens;
    private final Ids ids;
    private final Clock clock;

    AccountHistory(JdbcClient database, Doors doors, Citizens citizens, Ids ids, Clock clock) {
        this.database = database;
        this.doors = doors;
        this.citizens = citizens;
        this.ids = ids;
        this.clock = clock;
    }

    /// What may happen to an account. The names are the codes in the history.
    public enum What {
        SIGNED_IN,
        SIGNED_IN_NEW_DEVICE,
        SESSIONS_ENDED,
        PASSWORD_CHANGED,
        CONTACT_CHANGED
    }

    private record Noted(SpaceId space, UUID id, What what, Instant at) {}

    @EventListener
    void note(SecurityEvent event) {
        note(
                event.space(),
                switch (event) {
                    case SecurityEvent.SignedIn signedIn ->
                        signedIn.knownDevice() ? What.SIGNED_IN : What.SIGNED_IN_NEW_DEVICE;
                    case SecurityEvent.PasswordChanged changed -> What.PASSWORD_CHANGED;
                    case SecurityEvent.ContactChanged changed -> What.CONTACT_CHANGED;
                });
    }

    /// Notes it in the running transaction, where there is one.
    public void note(SpaceId space, What what) {
        database.sql("insert into access.account_event (space_id, id, what, at) values (:space, :id, :what, :at)")
                .param("space", space.value())
                .param("id", ids.next())
                .param("what", what.name())
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Scheduled(fixedDelay = 500)
    void carryIn() {
        List<Noted> waiting = database.sql(
                        "select space_id, id, what, at from access.account_event order by id limit :most")
                .param("most", BATCH)
                .query(AccountHistory::read)
                .list();
        for (Noted noted : waiting) {
            try {
                carryIn(noted);
            } catch (RuntimeException e) {
                LOG.error("what happened to an account could not be put into its history; it is tried again", e);
            }
        }
    }

    private void carryIn(Noted noted) {
        String name = citizens.ofSpace(noted.space())
                .map(citizen -> citizen.displayName())
                .orElse("");
        Trace.Actor holder = new Trace.Actor("CITIZEN", noted.space().toString(), name, null, null, null, "PORTAL");
        Trace trace =
                new Trace(noted.at(), holder, noted.what().name(), Right.HOLDER.name(), null, Trace.DONE, null, null);
        doors.note(noted.space(), trace, () -> strike(noted));
    }

    /// False when another node was quicker.
    private boolean strike(Noted noted) {
        return database.sql("delete from access.account_event where space_id = :space and id = :id")
                        .param("space", noted.space().value())
                        .param("id", noted.id())
                        .update()
                == 1;
    }

    private static Noted read(ResultSet row, int number) throws SQLException {
        return new Noted(
                new SpaceId(row.getObject("space_id", UUID.class)),
                row.getObject("id", UUID.class),
                What.valueOf(row.getString("what")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
