package fr.monespacesante.account;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/// How long a person who was invited may oppose before the space opens (ENR-06), and how long her code is
/// valid (ENR-02): both run from the day on which the letter leaves.
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

    /// When a sheet written now is posted.
    Instant posted() {
        Period posting = properties.mailing().posting();
        return posting.isZero()
                ? now()
                : now().atZone(Deadlines.FRANCE)
                        .toLocalDate()
                        .plus(posting)
                        .atStartOfDay(Deadlines.FRANCE)
                        .toInstant();
    }

    Instant endsFor(Instant sent) {
        return Deadlines.after(sent, properties.oppositionPeriod());
    }

    Instant codeEndsFor(Instant sent) {
        return Deadlines.after(sent, properties.codeValidity());
    }
}
