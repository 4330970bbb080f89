package fr.monespacesante.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells a holder that somebody tried her login with a wrong password: one line an hour, however often it was
/// tried. A job does it, so that a refusal takes the same time whether or not there is an account.
@Component
public class RefusedSignIns {
    private final JdbcClient database;
    private final Citizens citizens;
    private final Throttle throttle;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    RefusedSignIns(
            JdbcClient database,
            Citizens citizens,
            Throttle throttle,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.database = database;
        this.citizens = citizens;
        this.throttle = throttle;
        this.transactions = transactions;
        this.events = events;
    }

    @Scheduled(fixedDelay = 2_000)
    public void tell() {
        transactions.executeWithoutResult(_ -> {
            Set<UUID> tried = new HashSet<>(database.sql("""
                            update identity.failed_sign_in set told = true
                             where id in (select id from identity.failed_sign_in
                                           where citizen_id is not null and not told
                                           order by at limit 500 for update skip locked)
                            returning citizen_id
                            """)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list());
            tried.forEach(id -> tell(new CitizenId(id)));
        });
    }

    private void tell(CitizenId id) {
        if (throttle.enter(Guard.REFUSAL_NOTED, id.toString()).isEmpty()) {
            citizens.find(id)
                    .ifPresent(citizen -> events.publishEvent(new SecurityEvent.AccountChanged(
                            id, citizen.space(), SecurityEvent.Change.SIGN_IN_REFUSED)));
        }
    }
}
