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
        Instant now = clock.instant();
        List<Object[]> rows = letters.stream()
                .map(letter -> {
                    UUID id = ids.next();
                    return new Object[] {
                        id,
                        Channel.of(letter).name(),
                        urgency.rank(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(useful)),
                        directory.seal(place(id), letter)
                    };
                })
                .toList();
        database.batchUpdate("""
                insert into courier.letter (letter_id, channel, urgency, due_at, give_up_at, sealed)
                values (?, ?, ?, ?, ?, ?)
                """, rows);
    }

    static Place place(UUID letter) {
        return new Place("courier.letter", letter, 0);
    }
}
