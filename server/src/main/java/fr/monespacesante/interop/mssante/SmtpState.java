package fr.monespacesante.interop.mssante;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is known of one connection besides what the SMTP library keeps.
final class SmtpState {
    private @Nullable Peer peer;
    private @Nullable Envelope envelope;
    private boolean greeted;
    private int errors;
    private int wrongRecipients;
    private volatile long until;

    SmtpState(Duration tlsTimeout) {
        within(tlsTimeout);
    }

    /// The connection is ended when it takes longer for what it does now.
    void within(Duration time) {
        until = System.nanoTime() + time.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - until > 0;
    }

    @Nullable
    Peer peer() {
        return peer;
    }

    void known(Peer shown) {
        peer = shown;
        greeted = false;
        errors = 0;
    }

    boolean isGreeted() {
        return greeted;
    }

    void greeted() {
        greeted = true;
        envelope = null;
    }

    @Nullable
    Envelope envelope() {
        return envelope;
    }

    void opens(@Nullable Envelope next) {
        envelope = next;
    }

    int oneMoreError() {
        return ++errors;
    }

    int oneMoreWrongRecipient() {
        return ++wrongRecipients;
    }
}
