package fr.monespacesante.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Opens the spaces whose time to oppose is over (ENR-06). Several nodes may do it at once.
@Component
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int BATCH = 5_000;

    private final Spaces spaces;

    Opening(Spaces spaces) {
        this.spaces = spaces;
    }

    @Scheduled(fixedDelay = 2_000)
    void openDue() {
        long all = 0;
        int opened = spaces.openDue(BATCH);
        while (opened > 0) {
            all += opened;
            opened = spaces.openDue(BATCH);
        }
        if (all > 0) {
            LOG.info("{} spaces opened", all);
        }
    }
}
