package fr.monespacesante.interop.mssante;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.mail.Address;
import fr.monespacesante.messaging.Carriage;
import fr.monespacesante.messaging.Delivery;
import fr.monespacesante.messaging.Dispatches;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Carries what citizens write to the relays of its addressees (MSG-03), on a thread of its own. A row
/// is leased, its message read in one visit, sent outside any, and what became of it noted in a second
/// one, which also strikes the row: killed in between, it is sent again, and the other side recognises
/// its Message-ID.
///
/// A row that fails in a way nobody thought of waits like one that was put off; it never holds up
/// another.
final class OutgoingMail {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingMail.class);
    private static final Caller SERVICE = new Caller.Service(Caller.Service.Task.MESSAGING);
    private static final int BATCH = 50;
    /// Whatever a turn has not come to by then is left to the next one.
    private static final Duration TURN = Duration.ofMinutes(2);
    /// Longer than a turn and its last message.
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Dispatches dispatches;
    private final Carriage carriage;
    private final Doors doors;
    private final TrustedDomains domains;
    private final Relays relays;
    private final MailCounts counts;
    private final Clock clock;
    private final AtomicBoolean working = new AtomicBoolean();

    OutgoingMail(
            Dispatches dispatches,
            Carriage carriage,
            Doors doors,
            TrustedDomains domains,
            Relays relays,
            MailCounts counts,
            Clock clock) {
        this.dispatches = dispatches;
        this.carriage = carriage;
        this.doors = doors;
        this.domains = domains;
        this.relays = relays;
        this.counts = counts;
        this.clock = clock;
    }

    private record Parcel(Dispatches.Due due, Carriage.Load load, TrustedDomain domain) {
        @Override
        public String toString() {
            return "Parcel[" + due.id() + "]";
        }
    }

    @Scheduled(fixedDelayString = "${mes.mssante.sending.interval:PT1S}")
    void start() {
        if (working.compareAndSet(false, true)) {
            Thread.ofVirtual().name("outgoing-mail").start(() -> {
                try {
                    work();
                } catch (RuntimeException e) {
                    LOG.error(
                            "mail could not be sent; it is tried again: {}",
                            e.getClass().getSimpleName());
                } finally {
                    working.set(false);
                }
            });
        }
    }

    /// Everything that is due; how many it took up.
    int work() {
        int taken = 0;
        List<Dispatches.Due> batch;
        do {
            batch = dispatches.lease(clock.instant(), LEASE, BATCH);
            carry(batch);
            taken += batch.size();
        } while (batch.size() == BATCH);
        return taken;
    }

    /// One relay does not wait for another.
    private void carry(List<Dispatches.Due> batch) {
        Map<String, List<Parcel>> byRelay = new LinkedHashMap<>();
        for (Dispatches.Due due : batch) {
            safely(
                    due,
                    () -> parcel(due)
                            .ifPresent(
                                    parcel -> byRelay.computeIfAbsent(relay(parcel.domain()), key -> new ArrayList<>())
                                            .add(parcel)));
        }
        List<Thread> threads = byRelay.values().stream()
                .map(parcels -> Thread.ofVirtual().name("outgoing-mail-relay").start(() -> carryTogether(parcels)))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static String relay(TrustedDomain domain) {
        return domain.operator() + " " + domain.host() + ":" + domain.port();
    }

    /// Empty when there is nothing to carry: the message or its space is gone, or its addressee cannot
    /// be reached ever.
    private Optional<Parcel> parcel(Dispatches.Due due) {
        Optional<Carriage.Load> load = switch (enter(due, visit -> carriage.load(visit, due))) {
            case Outcome.Done<Optional<Carriage.Load>>(Optional<Carriage.Load> found) -> found;
            case Outcome.Refused<Optional<Carriage.Load>> closed -> Optional.empty();
        };
        if (load.isEmpty()) {
            dispatches.strike(due);
            return Optional.empty();
        }
        Optional<TrustedDomain> domain =
                domains.find(Address.of(load.get().to()).domain());
        if (domain.isEmpty()) {
            fail(due, "5.7.1", "The domain is not on the list of trusted domains");
        }
        return domain.map(found -> new Parcel(due, load.get(), found));
    }

    private void carryTogether(List<Parcel> parcels) {
        Instant until = clock.instant().plus(TURN);
        RelayAnswer.Unreachable nobody = null;
        try (RelayConnection relay = relays.to(parcels.getFirst().domain())) {
            for (Parcel parcel : parcels) {
                if (clock.instant().isAfter(until)) {
                    safely(parcel.due(), () -> dispatches.later(parcel.due(), clock.instant()));
                } else if (nobody != null) {
                    RelayAnswer.Unreachable known = nobody;
                    safely(parcel.due(), () -> note(parcel, known));
                } else if (carry(relay, parcel) instanceof RelayAnswer.Unreachable now) {
                    nobody = now;
                }
            }
        }
    }

    private RelayAnswer carry(RelayConnection relay, Parcel parcel) {
        RelayAnswer answer = new RelayAnswer.Later("4.3.0", "");
        try {
            Carriage.Load load = parcel.load();
            answer = relay.send(load.from(), load.to(), load.content().bytes());
        } catch (IOException | RuntimeException e) {
            LOG.error("a message cannot be read to be sent: {}", e.getClass().getSimpleName());
        }
        RelayAnswer came = answer;
        safely(parcel.due(), () -> note(parcel, came));
        return came;
    }

    private void note(Parcel parcel, RelayAnswer answer) {
        switch (answer) {
            case RelayAnswer.Accepted accepted -> {
                counts.carried("sent");
                enter(parcel.due(), visit -> carriage.sent(visit, parcel.due()));
            }
            case RelayAnswer.Refused(String status, String words) -> fail(parcel.due(), status, words);
            case RelayAnswer.Later(String status, String words) -> later(parcel, status, words);
            case RelayAnswer.Unreachable(String status, String words) -> later(parcel, status, words);
        }
    }

    private void later(Parcel parcel, String status, String words) {
        Dispatches.Due due = parcel.due();
        Duration waited = Duration.between(due.since(), clock.instant());
        if (waited.compareTo(relays.limits().giveUpAfter()) >= 0) {
            fail(due, "4.4.7", words);
            return;
        }
        counts.carried("later");
        dispatches.later(due, clock.instant().plus(Retries.after(due.attempts())));
        boolean told = parcel.load()
                .delivery()
                .filter(delivery -> delivery.state() == Delivery.State.DELAYED)
                .isPresent();
        if (!told && waited.compareTo(relays.limits().delayedAfter()) >= 0) {
            enter(due, visit -> carriage.delayed(visit, due, status, words));
        }
    }

    private void fail(Dispatches.Due due, String status, String words) {
        counts.carried("failed");
        enter(due, visit -> carriage.failed(visit, due, status, words));
    }

    private <R> Outcome<R> enter(Dispatches.Due due, Function<Visit, Outcome<R>> body) {
        return doors.enter(SERVICE, due.space(), new MessageAct.CarryMessage(due.message()), body);
    }

    /// What goes wrong with one row is that row's alone.
    private void safely(Dispatches.Due due, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("a message on its way out was put off: {}", e.getClass().getSimpleName(), e);
            try {
                dispatches.later(due, clock.instant().plus(Retries.after(due.attempts())));
            } catch (RuntimeException alsoAway) {
                LOG.warn("its lease will end: {}", alsoAway.getClass().getSimpleName());
            }
        }
    }
}
