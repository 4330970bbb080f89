package fr.monespacesante.interop.mssante;

import fr.monespacesante.messaging.Dispatches;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Whether mail comes in and goes out: the port is open, the list of trusted domains is the one in its
/// file, and nothing has waited for so long that writers are told.
final class MssanteHealth extends AbstractHealthIndicator {
    private final SmtpServer server;
    private final TrustedDomains domains;
    private final Dispatches dispatches;
    private final Duration delayedAfter;
    private final Clock clock;

    MssanteHealth(
            SmtpServer server, TrustedDomains domains, Dispatches dispatches, Duration delayedAfter, Clock clock) {
        this.server = server;
        this.domains = domains;
        this.dispatches = dispatches;
        this.delayedAfter = delayedAfter;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Dispatches.Backlog backlog = dispatches.backlog(clock.instant());
        Duration oldest = Duration.between(backlog.oldest(), clock.instant());
        boolean well = server.isRunning() && !domains.isBroken() && oldest.compareTo(delayedAfter) < 0;
        (well ? health.up() : health.down())
                .withDetail("listening", server.isRunning())
                .withDetail("trustedDomains", domains.size())
                .withDetail("trustedListBroken", domains.isBroken())
                .withDetail("waiting", backlog.waiting())
                .withDetail("oldestWaitsSeconds", oldest.toSeconds());
    }
}
