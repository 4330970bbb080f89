package fr.monespacesante.access;

import fr.monespacesante.account.SpaceClosing;
import fr.monespacesante.account.SpaceReopened;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.SecurityEvent;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/// Puts sign-ins, devices and changes of the login into the history of the holder's space (TRC-05). They
/// happen outside any space: each is noted in its own transaction, and a job carries it in; note and line
/// change in one transaction, so that none is lost and none doubled.
public final class AccountHistory {
    private static final Logger LOG = LoggerFactory.getLogger(AccountHistory.class);
    private static final int BATCH = 100;
    private static final Trace.Actor SERVICE =
            new Trace.Actor("SYSTEM", "SIGN_IN", "Mon espace santé", null, null, null, "INTERNAL");

    private final JdbcClient database;
    private final Doors doors;
    private final Directory directory;
    private final Citizens citizens;
    private final Ids ids;
    private final Clock clock;

    AccountHistory(JdbcClient database, Doors doors, Directory directory, Citizens citizens, Ids ids, Clock clock) {
        this.database = database;
        this.doors = doors;
        this.directory = directory;
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
        CONTACT_CHANGED,
        SPACE_REOPENED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        FRANCECONNECT_LINKED,
        FRANCECONNECT_UNLINKED,
        CREDENTIALS_RECOVERED,
        /// Not the holder, and nobody knows who: the service tells of it.
        SIGN_IN_REFUSED(Right.SERVICE),
        /// What the support of the 3422 did at the holder's wish, in the agent's name (SUP-01).
        SUPPORT_LOOKED(Right.SUPPORT),
        SUPPORT_SENT_CODE(Right.SUPPORT),
        SUPPORT_UNLOCKED(Right.SUPPORT),
        SUPPORT_CORRECTED_CONTACT(Right.SUPPORT),
        SUPPORT_RECORDED_OPPOSITION(Right.SUPPORT),
        SUPPORT_CLOSED(Right.SUPPORT),
        /// A counsellor at the holder's side (ACP-01).
        ASSISTED_SESSION_STARTED(Right.ASSISTED),
        ASSISTED_SESSION_ENDED(Right.ASSISTED),
        /// A relative who was asked to help answered, or stepped down (REP-05).
        CAREGIVER_ACCEPTED(Right.CAREGIVER),
        CAREGIVER_DECLINED(Right.CAREGIVER),
        CAREGIVER_LEFT(Right.CAREGIVER),
        /// Who represents a minor took the space into use (REP-01), and no longer represents a grown person (REP-03).
        CHILD_ACTIVATED(Right.REPRESENTATIVE),
        CAME_OF_AGE(Right.SERVICE),
        /// A measure of protection of an adult, on documents shown to an agent (REP-04).
        MEASURE_RECORDED(Right.SUPPORT),
        MEASURE_ENDED(Right.SUPPORT),
        /// Nobody represents any more, or may again (REP-06).
        CONCEALED(Right.SUPPORT),
        NO_LONGER_CONCEALED(Right.SUPPORT);

        private final Right right;

        What() {
            this(Right.HOLDER);
        }

        What(Right right) {
            this.right = right;
        }
    }

    private record Noted(SpaceId space, UUID id, What what, Instant at, Optional<Trace.Actor> actor) {}

    @EventListener
    void note(SecurityEvent event) {
        if (event instanceof SecurityEvent.AccountChanged(var _, SpaceId space, SecurityEvent.Change change)
                && change == SecurityEvent.Change.SIGN_IN_REFUSED) {
            note(space, What.SIGN_IN_REFUSED, clock.instant(), SERVICE);
            return;
        }
        note(
                event.space(),
                switch (event) {
                    case SecurityEvent.SignedIn signedIn ->
                        signedIn.knownDevice() ? What.SIGNED_IN : What.SIGNED_IN_NEW_DEVICE;
                    case SecurityEvent.PasswordChanged changed -> What.PASSWORD_CHANGED;
                    case SecurityEvent.ContactChanged changed -> What.CONTACT_CHANGED;
                    case SecurityEvent.AccountChanged changed ->
                        What.valueOf(changed.change().name());
                });
    }

    /// Notes what the holder did, in the running transaction, where there is one.
    public void note(SpaceId space, What what) {
        insert(space, what, clock.instant(), null);
    }

    /// Notes what somebody else did, in their name; in the running transaction, where there is one.
    public void note(SpaceId space, What what, Instant at, Trace.Actor actor) {
        insert(space, what, at, actor);
    }

    private void insert(SpaceId space, What what, Instant at, Trace.@Nullable Actor actor) {
        UUID id = ids.next();
        database.sql("""
                        insert into access.account_event (space_id, id, what, at, actor)
                        values (:space, :id, :what, :at, :actor)
                        """)
                .param("space", space.value())
                .param("id", id)
                .param("what", what.name())
                .param("at", at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("actor", actor == null ? null : directory.seal(place(id), actor))
                .update();
    }

    private static Place place(UUID id) {
        return new Place("access.account_event", id, 0);
    }

    @Scheduled(fixedDelay = 500)
    void carryIn() {
        List<Noted> waiting =
                database.sql("""
                        select space_id, id, what, at, actor from access.account_event
                         where not waiting order by id limit :most
                        """).param("most", BATCH).query(this::read).list();
        for (Noted noted : waiting) {
            try {
                carryIn(noted);
            } catch (RuntimeException e) {
                LOG.error("what happened to an account could not be put into its history; it is tried again", e);
            }
        }
    }

    private void carryIn(Noted noted) {
        if (!doors.note(noted.space(), trace(noted), () -> strike(noted))) {
            // the space is shut; it waits until somebody opens it again
            database.sql("update access.account_event set waiting = true where space_id = :space and id = :id")
                    .param("space", noted.space().value())
                    .param("id", noted.id())
                    .update();
        }
    }

    /// What is still to be carried in goes in before the key does.
    @EventListener
    void closing(SpaceClosing event) {
        for (Noted noted : notedOf(event.space())) {
            doors.noteWithin(noted.space(), trace(noted), () -> strike(noted));
        }
    }

    @EventListener
    void reopened(SpaceReopened event) {
        database.sql("update access.account_event set waiting = false where space_id = :space")
                .param("space", event.space().value())
                .update();
        event.delegate()
                .ifPresentOrElse(
                        who -> note(
                                event.space(),
                                What.SPACE_REOPENED,
                                clock.instant(),
                                new Trace.Actor("DELEGATE", who.toString(), event.name(), null, null, null, "PORTAL")),
                        () -> note(event.space(), What.SPACE_REOPENED));
    }

    private List<Noted> notedOf(SpaceId space) {
        return database.sql("""
                        select space_id, id, what, at, actor from access.account_event
                         where space_id = :space order by id for update skip locked
                        """).param("space", space.value()).query(this::read).list();
    }

    private Trace trace(Noted noted) {
        Trace.Actor actor = noted.actor().orElseGet(() -> holder(noted.space()));
        return new Trace(
                noted.at(), actor, noted.what().name(), noted.what().right.name(), null, Trace.DONE, null, null);
    }

    private Trace.Actor holder(SpaceId space) {
        String name =
                citizens.ofSpace(space).map(citizen -> citizen.displayName()).orElse("");
        return new Trace.Actor("CITIZEN", space.toString(), name, null, null, null, "PORTAL");
    }

    /// False when another node was quicker.
    private boolean strike(Noted noted) {
        return database.sql("delete from access.account_event where space_id = :space and id = :id")
                        .param("space", noted.space().value())
                        .param("id", noted.id())
                        .update()
                == 1;
    }

    private Noted read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Noted(
                new SpaceId(row.getObject("space_id", UUID.class)),
                id,
                What.valueOf(row.getString("what")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getBytes("actor"))
                        .map(actor -> directory.open(place(id), actor, Trace.Actor.class)));
    }
}
