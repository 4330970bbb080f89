package fr.monespacesante.account;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Opens the spaces whose time to oppose is over (ENR-06), thousands with one statement. Several nodes may
/// do it at once: each takes spaces that no other holds, and one that was opposed in the meantime is left
/// alone.
@Component
class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int BATCH = 10_000;

    private final Spaces spaces;
    private final Worker worker = new Worker("opening of spaces");

    Opening(Spaces spaces) {
        this.spaces = spaces;
    }

    @Scheduled(fixedDelayString = "${mes.account.opening-interval:PT2S}")
    void openDue() {
        worker.begin(this::openAll);
    }

    @PreDestroy
    void close() {
        worker.close();
    }

    long openAll() {
        long all = 0;
        int opened = spaces.openDue(BATCH);
        while (opened > 0) {
            all += opened;
            opened = worker.isClosed() ? 0 : spaces.openDue(BATCH);
        }
        if (all > 0) {
            LOG.info("{} spaces opened", all);
        }
        return all;
    }
}
