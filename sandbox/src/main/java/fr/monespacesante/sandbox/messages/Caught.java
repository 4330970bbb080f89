package fr.monespacesante.sandbox.messages;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/// The newest messages of one kind, oldest dropped first.
public final class Caught<M extends Received> {
    private final int capacity;
    private final Deque<M> messages = new ArrayDeque<>();
    private long lastId;

    public Caught(int capacity) {
        this.capacity = capacity;
    }

    synchronized M add(LongFunction<M> message) {
        M added = message.apply(++lastId);
        messages.addFirst(added);
        while (messages.size() > capacity) {
            messages.removeLast();
        }
        notifyAll();
        return added;
    }

    /// All, newest first.
    public synchronized List<M> all() {
        return new ArrayList<>(messages);
    }

    /// Those for this address or number, newest first.
    public synchronized List<M> to(String recipient) {
        return messages.stream().filter(each -> each.isFor(recipient)).toList();
    }

    public synchronized Optional<M> find(long id) {
        return messages.stream().filter(each -> each.id() == id).findFirst();
    }

    public synchronized void clear() {
        messages.clear();
    }

    /// The newest message for someone, waited for where none is there yet.
    ///
    /// @throws AssertionError when none came in this time
    public synchronized M await(String recipient, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            List<M> found = to(recipient);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("no message came in " + patience);
            }
            wait(Math.max(1, left / 1_000_000));
        }
    }
}
