package fr.monespacesante.account;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// How long a person who was invited may oppose before the space opens (ENR-06).
@Component
class OppositionPeriod {
    private final AccountProperties properties;
    private final Clock clock;

    OppositionPeriod(AccountProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Instant endsFor(Instant invited) {
        return Deadlines.after(invited, properties.oppositionPeriod());
    }
}
