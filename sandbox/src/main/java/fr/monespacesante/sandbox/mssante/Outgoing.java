package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.mssante.ServiceLink.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What an operator still has to bring to the service, one parcel for each recipient.
///
/// A parcel that gets no final answer is tried again, at growing distances, for five days.
public final class Outgoing implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofDays(5);
    private static final int REMEMBERED = 200;

    private final Failed failed;
    private final Duration firstWait;
    private final Clock clock;
    private final ScheduledExecutorService carriers = Executors.newScheduledThreadPool(
            4, Thread.ofPlatform().daemon().name("operator-", 1).factory());
    private final Deque<Parcel> parcels = new ArrayDeque<>();

    /// What to do when a parcel can not be delivered.
    interface Failed {
        void tell(Parcel parcel, int code, String reason);
    }

    /// How far a parcel is.
    public enum State {
        WAITING,
        DELIVERED,
        REFUSED,
        GIVEN_UP
    }

    /// A mail for one recipient. The sender is empty for reports.
    public static final class Parcel {
        private final Operator operator;
        private final ServiceLink link;
        private final String sender;
        private final String recipient;
        private final byte[] message;
        private final Instant since;
        private volatile State state = State.WAITING;
        private volatile int attempts;
        private volatile String lastAnswer = "";

        Parcel(Operator operator, ServiceLink link, String sender, String recipient, byte[] message, Instant since) {
            this.operator = operator;
            this.link = link;
            this.sender = sender;
            this.recipient = recipient;
            this.message = message;
            this.since = since;
        }

        public Operator operator() {
            return operator;
        }

        public String sender() {
            return sender;
        }

        public String recipient() {
            return recipient;
        }

        byte[] message() {
            return message;
        }

        public Instant since() {
            return since;
        }

        public State state() {
            return state;
        }

        public int attempts() {
            return attempts;
        }

        public String lastAnswer() {
            return lastAnswer;
        }
    }

    Outgoing(Duration firstWait, Failed failed, Clock clock) {
        this.firstWait = firstWait;
        this.failed = failed;
        this.clock = clock;
    }

    void take(Parcel parcel) {
        synchronized (parcels) {
            parcels.addFirst(parcel);
            while (parcels.size() > REMEMBERED && parcels.getLast().state != State.WAITING) {
                parcels.removeLast();
            }
        }
        carriers.execute(() -> carry(parcel));
    }

    /// The newest first, finished ones included for a while.
    public List<Parcel> all() {
        synchronized (parcels) {
            return new ArrayList<>(parcels);
        }
    }

    /// Those that wait are tried at once, as when an operator's clerk presses the button.
    public void tryNow() {
        all().stream().filter(each -> each.state == State.WAITING).forEach(each -> carriers.execute(() -> carry(each)));
    }

    private void carry(Parcel parcel) {
        synchronized (parcel) {
            if (parcel.state != State.WAITING) {
                return;
            }
            parcel.attempts++;
            Answer answer = answerOf(parcel);
            switch (answer) {
                case Answer.Accepted(String text) -> settle(parcel, State.DELIVERED, text, null);
                case Answer.Refused(int code, String text) -> settle(parcel, State.REFUSED, text, code);
                case Answer.Later(int code, String text) -> {
                    if (parcel.since.plus(PATIENCE).isBefore(clock.instant())) {
                        settle(parcel, State.GIVEN_UP, text, code);
                    } else {
                        parcel.lastAnswer = text;
                        again(parcel);
                    }
                }
            }
        }
    }

    private static Answer answerOf(Parcel parcel) {
        try {
            return parcel.link.send(parcel.sender, parcel.recipient, parcel.message);
        } catch (RuntimeException e) {
            return new Answer.Later(0, e.getClass().getSimpleName());
        }
    }

    private void settle(Parcel parcel, State state, String text, @Nullable Integer failure) {
        parcel.lastAnswer = text;
        parcel.state = state;
        if (failure != null) {
            failed.tell(parcel, failure, text);
        }
    }

    private void again(Parcel parcel) {
        long wait = firstWait.toMillis() << Math.min(parcel.attempts - 1, 16);
        var _ = carriers.schedule(() -> carry(parcel), Math.min(wait, LONGEST_WAIT.toMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        carriers.shutdownNow();
    }
}
