package fr.monespacesante.sandbox.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A time during which a server refuses what it is given.
public final class Outage {
    private final Clock clock;
    private volatile Instant until = Instant.MIN;

    public Outage(Clock clock) {
        this.clock = clock;
    }

    public void last(Duration duration) {
        until = clock.instant().plus(duration);
    }

    public void end() {
        until = Instant.MIN;
    }

    public boolean isOn() {
        return clock.instant().isBefore(until);
    }
}
