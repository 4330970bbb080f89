package fr.monespacesante.interop.mssante;

import java.util.concurrent.atomic.AtomicLong;

/// How much memory all messages on their way in may take together. Who finds none left is told to come
/// again, so that many large messages at once cannot bring the service down.
final class MemoryBudget {
    private final long all;
    private final AtomicLong taken = new AtomicLong();

    MemoryBudget(long all) {
        this.all = all;
    }

    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= all) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
