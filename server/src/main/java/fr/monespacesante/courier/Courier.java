package fr.monespacesante.courier;

import fr.monespacesante.vault.Damaged;
import fr.monespacesante.vault.Directory;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/// Empties the outbox. A letter is leased before it is carried, so that two nodes do not carry it together,
/// and deleted
/// after; a node that dies in between lets the lease run out, and the letter leaves again: at least once.
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int LOADS_PER_TURN = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofHours(1);

    private final JdbcClient database;
    private final Drops drops;
    private final Directory directory;
    private final List<Carrier> carriers;
    private final Clock clock;

    Courier(JdbcClient database, Drops drops, Directory directory, List<Carrier> carriers, Clock clock) {
        this.database = database;
        this.drops = drops;
        this.directory = directory;
        this.carriers = List.copyOf(carriers);
        this.clock = clock;
    }

    /// Carries what is due, the most urgent first; the number of letters that left.
    @Scheduled(fixedDelay = 500)
    int deliverDue() {
        int gone = 0;
        int before;
        do {
            before = gone;
            for (Carrier carrier : carriers) {
                gone += deliverSome(carrier);
            }
        } while (gone > before);
        return gone;
    }

    /// A few loads, then the other channels have their turn: a text message does not wait for a million
    /// e-mails.
    private int deliverSome(Carrier carrier) {
        int gone = 0;
        for (int load = 0; load < LOADS_PER_TURN; load++) {
            List<Waiting> waiting = lease(carrier);
            if (waiting.isEmpty() || !deliver(carrier, waiting)) {
                return gone;
            }
            gone += waiting.size();
        }
        return gone;
    }

    /// Drops letters that have lost their sense.
    @Scheduled(fixedDelay = 60_000)
    void dropLate() {
        int dropped = drops.drop(at(clock.instant()));
        if (dropped > 0) {
            LOG.warn("{} letters could not leave in time and were dropped", dropped);
        }
    }

    private boolean deliver(Carrier carrier, List<Waiting> load) {
        UUID[] ids = load.stream().map(waiting -> waiting.parcel().id()).toArray(UUID[]::new);
        try {
            carrier.carry(load.stream().map(Waiting::parcel).toList());
        } catch (IOException e) {
            int attempts = load.stream().mapToInt(Waiting::attempts).max().orElse(1);
            Instant next = clock.instant().plus(delayAfter(attempts));
            LOG.warn("{} letters by {} did not leave: {}", load.size(), carrier.channel(), e.getMessage());
            database.sql("update courier.letter set due_at = :due where letter_id = any (:ids)")
                    .param("due", at(next))
                    .param("ids", ids)
                    .update();
            return false;
        }
        database.sql("delete from courier.letter where letter_id = any (:ids)")
                .param("ids", ids)
                .update();
        return true;
    }

    private List<Waiting> lease(Carrier carrier) {
        Instant now = clock.instant();
        return database
                .sql("""
                        update courier.letter set due_at = :lease, attempts = attempts + 1
                         where letter_id in (select letter_id from courier.letter
                                              where channel = :channel and due_at <= :now and give_up_at > :now
                                              order by urgency, due_at limit :load for update skip locked)
                        returning letter_id, attempts, sealed
                        """)
                .param("lease", at(now.plus(LEASE)))
                .param("now", at(now))
                .param("channel", carrier.channel().name())
                .param("load", carrier.load())
                .query((row, number) -> waiting(carrier.channel(), row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    static Duration delayAfter(int attempts) {
        Duration delay = FIRST_RETRY.multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        return delay.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : delay;
    }

    /// A letter that does not open any more must not hold up the others.
    private Optional<Waiting> waiting(Channel channel, ResultSet row) throws SQLException {
        UUID id = row.getObject("letter_id", UUID.class);
        try {
            Letter letter = directory.open(Outbox.place(id), row.getBytes("sealed"), channel.type());
            return Optional.of(new Waiting(new Carrier.Parcel(id, letter), row.getInt("attempts")));
        } catch (Damaged e) {
            LOG.error("the letter {} is damaged and cannot leave", id, e);
            return Optional.empty();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Waiting(Carrier.Parcel parcel, int attempts) {}
}
