package fr.monespacesante.account;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread for work that takes minutes, so that it holds up no other job. One piece of work at a time.
final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final AtomicReference<@Nullable Thread> busy = new AtomicReference<>();
    private volatile boolean closed;

    Worker(String name) {
        this.name = name;
    }

    /// Begins the work, unless some is under way.
    void begin(Runnable work) {
        Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("{} was interrupted; it goes on at its next turn", name, e);
            } finally {
                busy.set(null);
            }
        });
        if (!closed && busy.compareAndSet(null, thread)) {
            thread.start();
        }
    }

    /// Whether the service is about to end: the work stops at its next good moment.
    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = busy.get();
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
