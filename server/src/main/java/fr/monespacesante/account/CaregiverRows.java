package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of caregivers. What moves a row names the version that was read: who comes second changes nothing.
@Component
final class CaregiverRows {
    private static final String SELECT = """
            select c.space_id, c.id, c.state, c.who, c.scopes, c.until, c.answer_by, c.changed_at, c.version, c.sealed,
                   d.version as person_version, d.sealed as person
              from account.caregiver c left join account.space d on d.space_id = c.who
            """;

    private final JdbcClient database;
    private final Directory directory;

    CaregiverRows(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// What is sealed of an invitation.
    record Details(String name, String email) {
        @Override
        public String toString() {
            return "Details[redacted]";
        }
    }

    record Row(SpaceId space, Caregiver stored, Details details) {
        /// As it is at this moment: an invitation nobody answered, and help whose end has come, are over by
        /// themselves.
        Caregiver caregiver(Instant now) {
            Caregiver.State state = stored.state();
            if (state == Caregiver.State.INVITED && !now.isBefore(stored.answerBy())) {
                state = Caregiver.State.LAPSED;
            } else if (state == Caregiver.State.ACTIVE && !now.isBefore(stored.until())) {
                state = Caregiver.State.OVER;
            }
            return new Caregiver(
                    stored.id(),
                    state,
                    stored.name(),
                    stored.who(),
                    stored.scopes(),
                    stored.until(),
                    stored.answerBy(),
                    stored.changedAt(),
                    stored.version());
        }
    }

    /// Holds these spaces' rows until the end of the transaction, always in the same order.
    void hold(SpaceId... held) {
        database.sql("select space_id from account.space where space_id in (:ids) order by space_id for update")
                .param("ids", Stream.of(held).map(SpaceId::value).toList())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    List<Row> of(SpaceId space) {
        return database.sql(SELECT + " where c.space_id = :space order by c.changed_at desc, c.id desc")
                .param("space", space.value())
                .query(this::read)
                .list();
    }

    Optional<Row> find(SpaceId space, UUID id) {
        return database.sql(SELECT + " where c.space_id = :space and c.id = :id")
                .param("space", space.value())
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<Row> find(String code) {
        return database.sql(SELECT + " where c.code_hash = :hash")
                .param("hash", hash(code))
                .query(this::read)
                .optional();
    }

    Optional<Row> active(SpaceId space, SpaceId who) {
        return database.sql(SELECT + " where c.space_id = :space and c.who = :who and c.state = 'ACTIVE'")
                .param("space", space.value())
                .param("who", who.value())
                .query(this::read)
                .optional();
    }

    /// Those whose end is near and who do not know yet, and those whose end has come; no other node has them.
    List<Row> ending(Instant now, Instant soon, int atMost) {
        return database.sql(SELECT + """
                         where c.state = 'ACTIVE' and (c.until <= :now or (c.until <= :soon and c.warned_at is null))
                         order by c.until limit :most for update of c skip locked
                        """)
                .param("now", at(now))
                .param("soon", at(soon))
                .param("most", atMost)
                .query(this::read)
                .list();
    }

    void add(SpaceId space, Caregiver caregiver, Details details, ProvisionalCode code) {
        database.sql("""
                        insert into account.caregiver (space_id, id, state, code_hash, scopes, until, answer_by,
                                                       changed_at, sealed)
                        values (:space, :id, :state, :hash, cast(:scopes as text[]), :until, :answerBy, :at, :sealed)
                        """)
                .param("space", space.value())
                .param("id", caregiver.id())
                .param("state", caregiver.state().name())
                .param("hash", hash(code.text()))
                .param("scopes", array(caregiver.scopes()))
                .param("until", at(caregiver.until()))
                .param("answerBy", at(caregiver.answerBy()))
                .param("at", at(caregiver.changedAt()))
                .param("sealed", directory.seal(place(caregiver.id()), details))
                .update();
    }

    /// False when somebody else was quicker.
    boolean move(Row row, Caregiver.State to, @Nullable SpaceId who, Instant now) {
        return database.sql("""
                        update account.caregiver
                           set state = :to, who = :who, changed_at = :at, version = version + 1
                         where space_id = :space and id = :id and version = :version
                        """)
                        .param("to", to.name())
                        .param("who", who == null ? null : who.value(), java.sql.Types.OTHER)
                        .param("at", at(now))
                        .param("space", row.space().value())
                        .param("id", row.stored().id())
                        .param("version", row.stored().version())
                        .update()
                == 1;
    }

    boolean change(Row row, Set<Mandate.Scope> scopes, Instant until) {
        return database.sql("""
                        update account.caregiver
                           set scopes = cast(:scopes as text[]), until = :until, warned_at = null, version = version + 1
                         where space_id = :space and id = :id and version = :version
                        """)
                        .param("scopes", array(scopes))
                        .param("until", at(until))
                        .param("space", row.space().value())
                        .param("id", row.stored().id())
                        .param("version", row.stored().version())
                        .update()
                == 1;
    }

    boolean warned(Row row, Instant now) {
        return database.sql("""
                        update account.caregiver set warned_at = :now
                         where space_id = :space and id = :id and version = :version and warned_at is null
                        """)
                        .param("now", at(now))
                        .param("space", row.space().value())
                        .param("id", row.stored().id())
                        .param("version", row.stored().version())
                        .update()
                == 1;
    }

    /// The door knows this caregiver no longer.
    void takeBack(SpaceId space, SpaceId who) {
        database.sql("""
                        delete from account.mandate
                         where space_id = :space and kind = 'CAREGIVER'
                           and delegate_hash = (select ins_hash from account.space where space_id = :who)
                        """)
                .param("space", space.value())
                .param("who", who.value())
                .update();
    }

    private byte[] hash(String code) {
        return directory.fingerprint("account.caregiver", ProvisionalCode.normalise(code));
    }

    private static Place place(UUID id) {
        return new Place("account.caregiver", id, 0);
    }

    private static String array(Set<Mandate.Scope> scopes) {
        return scopes.stream().map(Mandate.Scope::name).collect(Collectors.joining(",", "{", "}"));
    }

    private Row read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID who = row.getObject("who", UUID.class);
        Details details = directory.open(place(id), row.getBytes("sealed"), Details.class);
        String name = who == null
                ? details.name()
                : directory
                        .open(Spaces.place(who, row.getLong("person_version")), row.getBytes("person"), Person.class)
                        .displayName();
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        return new Row(
                new SpaceId(row.getObject("space_id", UUID.class)),
                new Caregiver(
                        id,
                        Caregiver.State.valueOf(row.getString("state")),
                        name,
                        Optional.ofNullable(who).map(SpaceId::new),
                        Arrays.stream(scopes).map(Mandate.Scope::valueOf).collect(Collectors.toUnmodifiableSet()),
                        instant(row, "until"),
                        instant(row, "answer_by"),
                        instant(row, "changed_at"),
                        row.getLong("version")),
                details);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
