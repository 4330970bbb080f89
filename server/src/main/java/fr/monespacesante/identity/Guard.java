package fr.monespacesante.identity;

import java.time.Duration;

/// Every brake on guessing (AUT-06): how many attempts are free, how the delay grows after them, and when
/// old ones are
/// forgotten. The delay is bounded, so that no stranger can lock a person out for good.
public enum Guard {
    LOGIN(5, Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(24)),
    LOGIN_ADDRESS(30, Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(6)),
    ACTIVATION_INS(5, Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofHours(24)),
    ACTIVATION_ADDRESS(30, Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(6)),
    /// Codes that were sent to a person to answer somebody, tried by one who is signed in.
    INVITATION_CODE(10, Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(24)),
    /// Answers on the phone, for one person and by one agent (SUP-01).
    SUPPORT_INS(5, Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(24)),
    SUPPORT_AGENT(20, Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1)),
    RECOVERY(5, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofHours(24)),
    RECOVERY_ADDRESS(20, Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(6)),
    /// One line an hour in a history, however often a stranger tries.
    REFUSAL_NOTED(1, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)),
    /// How often a person can be sent a code: also spares her phone from being flooded.
    CODE_SENDING(5, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofHours(6));

    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Duration memory;

    Guard(int free, Duration first, Duration longest, Duration memory) {
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.memory = memory;
    }

    /// How long to wait after so many attempts: nothing for the free ones, then twice as long each time.
    Duration delayAfter(int attempts) {
        if (attempts < free) {
            return Duration.ZERO;
        }
        Duration delay = first.multipliedBy(1L << Math.min(attempts - free, 20));
        return delay.compareTo(longest) > 0 ? longest : delay;
    }

    Duration memory() {
        return memory;
    }
}
