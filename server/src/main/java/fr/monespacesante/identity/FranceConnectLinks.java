package fr.monespacesante.identity;

import fr.monespacesante.vault.Directory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Which citizen FranceConnect means, once she has said so (AUT-03). Whether the identity is hers is for
/// `account` to check before. Linking and unlinking is announced (AUT-08).
@Component
public final class FranceConnectLinks {
    private final JdbcClient database;
    private final Directory directory;
    private final Citizens citizens;
    private final Announcements announcements;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FranceConnectLinks(
            JdbcClient database,
            Directory directory,
            Citizens citizens,
            Announcements announcements,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.directory = directory;
        this.citizens = citizens;
        this.announcements = announcements;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// The citizen of this subject.
    public Optional<Citizen> find(CivilIdentity identity) {
        return database.sql(
                        "select citizen_id from identity.france_connect where kind = :kind and subject_hash = :hash")
                .param("kind", identity.kind().name())
                .param("hash", hash(identity))
                .query((row, number) -> new CitizenId(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(citizens::find);
    }

    public List<FranceConnectKind> of(CitizenId citizen) {
        return database.sql("select kind from identity.france_connect where citizen_id = :citizen order by kind")
                .param("citizen", citizen.value())
                .query((row, number) -> FranceConnectKind.valueOf(row.getString(1)))
                .list();
    }

    /// From now on FranceConnect signs this citizen in, in place of the subject it did before. False when the
    /// subject is another citizen's.
    public boolean link(Citizen citizen, CivilIdentity identity) {
        Optional<Citizen> owner = find(identity);
        if (owner.isPresent()) {
            return owner.get().id().equals(citizen.id());
        }
        return Objects.requireNonNull(transactions.execute(_ -> {
            database.sql("""
                            insert into identity.france_connect (citizen_id, kind, subject_hash, linked_at)
                            values (:citizen, :kind, :hash, :now)
                            on conflict (citizen_id, kind)
                            do update set subject_hash = excluded.subject_hash, linked_at = excluded.linked_at
                            """)
                    .param("citizen", citizen.id().value())
                    .param("kind", identity.kind().name())
                    .param("hash", hash(identity))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            changed(
                    citizen,
                    SecurityEvent.Change.FRANCECONNECT_LINKED,
                    "La connexion avec %s a été ajoutée."
                            .formatted(identity.kind().title()),
                    "Sign-in with %s was added.".formatted(identity.kind().title()));
            return true;
        }));
    }

    /// FranceConnect no longer signs this citizen in; false when it did not.
    public boolean unlink(CitizenId id, FranceConnectKind kind) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            boolean removed =
                    database.sql("delete from identity.france_connect where citizen_id = :citizen and kind = :kind")
                                    .param("citizen", id.value())
                                    .param("kind", kind.name())
                                    .update()
                            == 1;
            if (removed) {
                citizens.find(id)
                        .ifPresent(citizen -> changed(
                                citizen,
                                SecurityEvent.Change.FRANCECONNECT_UNLINKED,
                                "La connexion avec %s a été retirée.".formatted(kind.title()),
                                "Sign-in with %s was removed.".formatted(kind.title())));
            }
            return removed;
        }));
    }

    private void changed(Citizen citizen, SecurityEvent.Change change, String french, String english) {
        announcements.announce(citizen.contact(), french, english);
        events.publishEvent(new SecurityEvent.AccountChanged(citizen.id(), citizen.space(), change));
    }

    private byte[] hash(CivilIdentity identity) {
        return directory.fingerprint("identity.france_connect." + identity.kind(), identity.subject());
    }
}
