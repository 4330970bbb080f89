package fr.monespacesante.account;

import java.time.Clock;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells of the end of a caregiver's help before it comes, and when it has (REP-05). The door asks the date itself and
/// waits for no job. Several nodes may do this at once; what a crash interrupts is done by the next.
@Component
final class CaregiverDates {
    private static final int BATCH = 100;

    private final Caregivers caregivers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CaregiverDates(Caregivers caregivers, TransactionTemplate transactions, Clock clock) {
        this.caregivers = caregivers;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000)
    void tell() {
        boolean more = true;
        while (more) {
            more = Objects.requireNonNull(
                    transactions.execute(_ -> caregivers.dates(clock.instant(), BATCH)), "a transaction's answer");
        }
    }
}
