package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The oppositions there are, a row each.
@Component
final class OppositionRows {
    private static final String PREFIX = "OPP-";
    private static final String COLUMNS = """
            select o.space_id, o.channel, o.at, o.sealed, s.state
              from account.opposition o join account.space s using (space_id)
            """;

    private final JdbcClient database;
    private final Directory directory;
    private final InsuredPeople people;
    private final SecureRandom random;
    private final Clock clock;

    OppositionRows(JdbcClient database, Directory directory, InsuredPeople people, SecureRandom random, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.people = people;
        this.random = random;
        this.clock = clock;
    }

    /// An opposition, and where its space stands today.
    record Found(Oppositions.Proof proof, SpaceState state) {}

    /// What is sealed.
    record Words(String reference, String name, LocalDate birthDate) {
        @Override
        public String toString() {
            return "Words[redacted]";
        }
    }

    Optional<InsuredPeople.Known> known(SpaceId space) {
        return people.find(space);
    }

    /// Who hears of it: the person, or a minor's legal representatives who are known here.
    List<Insured> addressees(Insured insured) {
        boolean minor = insured.person()
                .birthDate()
                .plusYears(18)
                .isAfter(clock.instant().atZone(Deadlines.FRANCE).toLocalDate());
        List<Insured> guardians = minor
                ? insured.details().guardians().stream()
                        .flatMap(ins -> Ins.parse(ins).flatMap(people::find).stream())
                        .map(InsuredPeople.Known::insured)
                        .toList()
                : List.of();
        return guardians.isEmpty() ? List.of(insured) : guardians;
    }

    /// Holds the space until the transaction ends; when its time to oppose is over, where that is set.
    Optional<Instant> lock(SpaceId space) {
        return database.sql("select opens_at from account.space where space_id = :space for update")
                .param("space", space.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("opens_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    boolean isOver(Instant end) {
        return !clock.instant().isBefore(end);
    }

    Oppositions.Proof add(SpaceId space, Oppositions.Channel channel, Person person) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String reference = PREFIX + ProvisionalCode.next(random).text();
        Words words = new Words(reference, person.displayName(), person.birthDate());
        database.sql("""
                        insert into account.opposition (space_id, reference_hash, channel, at, sealed)
                        values (:space, :hash, :channel, :at, :sealed)
                        on conflict (space_id) do update
                           set reference_hash = excluded.reference_hash, channel = excluded.channel,
                               at = excluded.at, sealed = excluded.sealed
                        """)
                .param("space", space.value())
                .param("hash", hash(reference))
                .param("channel", channel.name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("sealed", directory.seal(place(space.value()), words))
                .update();
        return proof(words, now, channel);
    }

    Optional<Oppositions.Proof> find(SpaceId space) {
        return database.sql(COLUMNS + " where o.space_id = :space")
                .param("space", space.value())
                .query(this::read)
                .optional()
                .map(Found::proof);
    }

    Optional<Found> find(String reference) {
        return database.sql(COLUMNS + " where o.reference_hash = :hash")
                .param("hash", hash(reference))
                .query(this::read)
                .optional();
    }

    private byte[] hash(String reference) {
        return directory.fingerprint("account.opposition", ProvisionalCode.normalise(reference));
    }

    private static Place place(UUID space) {
        return new Place("account.opposition", space, 0);
    }

    private Found read(ResultSet row, int number) throws SQLException {
        UUID space = row.getObject("space_id", UUID.class);
        Words words = directory.open(place(space), row.getBytes("sealed"), Words.class);
        return new Found(
                proof(
                        words,
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Oppositions.Channel.valueOf(row.getString("channel"))),
                SpaceState.valueOf(row.getString("state")));
    }

    private static Oppositions.Proof proof(Words words, Instant at, Oppositions.Channel channel) {
        return new Oppositions.Proof(words.reference(), at, channel, words.name(), words.birthDate());
    }
}
