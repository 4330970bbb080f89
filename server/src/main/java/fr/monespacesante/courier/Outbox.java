package fr.monespacesante.courier;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Where letters are handed over. Called inside the caller's transaction: the letter leaves if, and only
/// if, the
/// transaction commits.
@Component
public final class Outbox {
    private final JdbcTemplate database;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    public Outbox(JdbcTemplate database, Directory directory, Ids ids, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param useful after this long the letter has lost its sense and is dropped if it could not leave
    public void hand(Letter letter, Letter.Urgency urgency, Duration useful) {
        hand(List.of(letter), urgency, useful);
    }

    public void hand(List<? extends Letter> letters, Letter.Urgency urgency, Duration useful) {
        handReferred(letters.stream().map(letter -> new Referred(letter, null)).toList(), urgency, useful);
    }

    /// A letter and what it is about, by which `Undelivered` names it when it could not leave in time.
    public record Referred(Letter letter, @Nullable UUID reference) {}

    public void handReferred(List<Referred> letters, Letter.Urgency urgency, Duration useful) {
        Instant now = clock.instant();
        List<Object[]> rows = letters.stream()
                .map(each -> {
                    UUID id = ids.next();
                    return new Object[] {
                        id,
                        Channel.of(each.letter()).name(),
                        urgency.rank(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(useful)),
                        directory.seal(place(id), each.letter()),
                        each.reference()
                    };
                })
                .toList();
        database.batchUpdate("""
                insert into courier.letter (letter_id, channel, urgency, due_at, give_up_at, sealed, reference)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /// How many e-mails of this urgency wait to leave; not counted beyond `enough`.
    public int waitingEmails(Letter.Urgency urgency, int enough) {
        Integer waiting = database.queryForObject("""
                select count(*) from (select 1 from courier.letter
                                       where channel = 'EMAIL' and urgency = ? limit ?) w
                """, Integer.class, urgency.rank(), enough);
        return waiting == null ? 0 : waiting;
    }

    static Place place(UUID letter) {
        return new Place("courier.letter", letter, 0);
    }
}
