package fr.monespacesante.sandbox.mssante;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// How an operator misbehaves towards the service, and until when.
public final class Trouble {
    private final Clock clock;
    private final Set<String> greeted = new HashSet<>();
    private Kind kind = Kind.NONE;
    private Instant until = Instant.MIN;

    /// What goes wrong.
    public enum Kind {
        NONE("Tout va bien"),
        AWAY("Absent : 421 à chaque connexion"),
        BUSY("Débordé : 451 à chaque message"),
        SLOW("Lent : dix secondes avant de répondre"),
        BOUNCE("Accepte, puis renvoie un avis de non-remise"),
        REFUSE("Refuse : 550 à chaque message"),
        GREYLIST("Liste grise : refuse une première fois chaque couple expéditeur et destinataire");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    Trouble(Clock clock) {
        this.clock = clock;
    }

    public synchronized void begin(Kind what, Duration lasting) {
        kind = what;
        until = clock.instant().plus(lasting);
        greeted.clear();
    }

    public synchronized void end() {
        begin(Kind.NONE, Duration.ZERO);
    }

    public synchronized Kind kind() {
        return clock.instant().isBefore(until) ? kind : Kind.NONE;
    }

    synchronized boolean isNew(String sender, String recipient) {
        return greeted.add(sender + " " + recipient);
    }
}
