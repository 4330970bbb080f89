package fr.monespacesante.notification;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.identity.SecurityEvent;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.support.SessionAssisted;
import fr.monespacesante.support.SupportActed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/// Brings what happened to a citizen's account into her space. It happens outside any space: it is noted in
/// the transaction in which it happened, and a job carries it in through the door; note and notice change in
/// one transaction, so that none is lost and none doubled.
public final class AccountNews {
    private static final Logger LOG = LoggerFactory.getLogger(AccountNews.class);
    private static final int BATCH = 100;
    private static final Caller MESSENGER = new Caller.Service(Caller.Service.Task.NOTIFICATION);

    private final JdbcClient database;
    private final Doors doors;
    private final Bell bell;
    private final Ids ids;
    private final Clock clock;

    AccountNews(JdbcClient database, Doors doors, Bell bell, Ids ids, Clock clock) {
        this.database = database;
        this.doors = doors;
        this.bell = bell;
        this.ids = ids;
        this.clock = clock;
    }

    private record Noted(UUID id, SpaceId space, Notice.Kind kind, Instant at) {}

    /// Called in the transaction of what happened, when there is one.
    @EventListener
    public void note(SecurityEvent event) {
        kind(event).ifPresent(kind -> note(event.space(), kind));
    }

    /// Called in the transaction of what the support did (SUP-01).
    @EventListener
    public void note(SupportActed acted) {
        note(acted.space(), Notice.Kind.SUPPORT_ACTED);
    }

    /// Called in the transaction in which a counsellor came in beside the holder (ACP-01).
    @EventListener
    public void note(SessionAssisted begun) {
        note(begun.space(), Notice.Kind.SESSION_ASSISTED);
    }

    private void note(SpaceId space, Notice.Kind kind) {
        database.sql("""
                        insert into notification.account_news (space_id, id, kind, at)
                        values (:space, :id, :kind, :at)
                        """)
                .param("space", space.value())
                .param("id", ids.next())
                .param("kind", kind.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Optional<Notice.Kind> kind(SecurityEvent event) {
        return switch (event) {
            case SecurityEvent.SignedIn(var citizen, var space, boolean knownDevice) ->
                knownDevice ? Optional.empty() : Optional.of(Notice.Kind.NEW_DEVICE);
            case SecurityEvent.PasswordChanged changed -> Optional.of(Notice.Kind.PASSWORD_CHANGED);
            case SecurityEvent.ContactChanged changed -> Optional.of(Notice.Kind.CONTACT_CHANGED);
            // announced by letter to every contact, and a line of the history
            case SecurityEvent.AccountChanged changed -> Optional.empty();
        };
    }

    /// Carries in what was noted; how many of them.
    @Scheduled(fixedDelay = 1_000)
    public int carryIn() {
        List<Noted> noted = database.sql("""
                        select space_id, id, kind, at from notification.account_news order by id limit :batch
                        """)
                .param("batch", BATCH)
                .query((row, number) -> new Noted(
                        row.getObject("id", UUID.class),
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        Notice.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant()))
                .list();
        for (Noted one : noted) {
            try {
                carryIn(one);
            } catch (RuntimeException e) {
                // it stays noted, and keeps no other waiting
                LOG.error("news of an account could not be carried into its space", e);
            }
        }
        return noted.size();
    }

    private void carryIn(Noted one) {
        Outcome<Boolean> outcome =
                doors.enter(MESSENGER, one.space(), new Act.ReadNotices(), visit -> carryIn(visit, one));
        if (outcome instanceof Outcome.Refused<Boolean>(var problem, var where)) {
            LOG.warn("news of an account found its space shut: {}", problem);
            strike(one);
        }
    }

    /// Another node may have been quicker: then there is no note any more.
    private Outcome<Boolean> carryIn(Visit visit, Noted one) {
        if (strike(one)) {
            Notice notice = Notice.ofAccount(one.id(), one.at(), one.kind());
            bell.ring(visit, notice, true, "account|" + one.id(), EnumSet.complementOf(announced(one.kind())));
        }
        return Outcome.done(true);
    }

    /// A changed password or contact has been announced already, to the old and the new address (AUT-08).
    private static EnumSet<Way> announced(Notice.Kind kind) {
        return kind == Notice.Kind.NEW_DEVICE
                        || kind == Notice.Kind.SUPPORT_ACTED
                        || kind == Notice.Kind.SESSION_ASSISTED
                ? EnumSet.noneOf(Way.class)
                : EnumSet.of(Way.EMAIL, Way.EMAIL_DIGEST);
    }

    private boolean strike(Noted one) {
        return database.sql("delete from notification.account_news where space_id = :space and id = :id")
                        .param("space", one.space().value())
                        .param("id", one.id())
                        .update()
                == 1;
    }
}
