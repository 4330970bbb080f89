package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Those who are invited, by thousands in one statement.
@Component
class InvitedRows {
    private static final long LOCK = 0x6d65735f696e7669L;

    private final JdbcTemplate database;
    private final InsuredPeople people;
    private final OppositionPeriod opposition;

    InvitedRows(JdbcTemplate database, InsuredPeople people, OppositionPeriod opposition) {
        this.database = database;
        this.people = people;
        this.opposition = opposition;
    }

    /// One node invites at a time; false when another does.
    boolean lock() {
        return Boolean.TRUE.equals(database.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    /// Those who can still come in: nobody who has died since.
    List<InsuredPeople.Known> load(List<UUID> spaces) {
        return people.find(spaces).stream()
                .filter(known -> Stream.of(SpaceLife.Event.ACTIVATE, SpaceLife.Event.TAKE_OVER)
                        .anyMatch(event -> SpaceLife.after(known.state(), event).isPresent()))
                .toList();
    }

    /// Those of whom no letter goes to anybody else (REP-06).
    Set<UUID> concealed(List<UUID> spaces) {
        return Set.copyOf(database.query(
                "select space_id from account.space where space_id = any (?) and concealed_at is not null",
                (row, number) -> row.getObject("space_id", UUID.class),
                (Object) spaces.toArray(UUID[]::new)));
    }

    /// The representatives of these people who are known and alive, by INS.
    Map<String, Insured> guardians(List<InsuredPeople.Known> represented) {
        List<Ins> numbers = represented.stream()
                .flatMap(known -> known.insured().details().guardians().stream())
                .distinct()
                .flatMap(text -> Ins.parse(text).stream())
                .toList();
        return people.findAll(numbers).stream()
                .filter(known -> known.state() != SpaceState.DECEASED && known.state() != SpaceState.ERASED)
                .collect(Collectors.toMap(
                        known -> known.insured().person().ins().value(),
                        InsuredPeople.Known::insured,
                        (one, other) -> one));
    }

    /// The code takes the place of the one before. The day on which the space opens stays for who has one.
    void invited(List<InvitationLetters.Made> made) {
        Map<Instant, List<InvitationLetters.Made>> bySending = new HashMap<>();
        made.forEach(one -> bySending
                .computeIfAbsent(one.sent(), sent -> new java.util.ArrayList<>())
                .add(one));
        bySending.forEach(this::invited);
    }

    private void invited(Instant sent, List<InvitationLetters.Made> made) {
        UUID[] spaces = made.stream().map(one -> one.invited().space()).toArray(UUID[]::new);
        byte[][] hashes = made.stream().map(InvitationLetters.Made::hash).toArray(byte[][]::new);
        database.update("""
                insert into account.invitation (space_id, code_hash, sent_at, expires_at)
                select space_id, code_hash, ?, ? from unnest(?::uuid[], ?::bytea[]) as n (space_id, code_hash)
                on conflict (space_id) do update
                   set code_hash = excluded.code_hash, sent_at = excluded.sent_at,
                       expires_at = excluded.expires_at, used_at = null
                """, Timestamp.from(sent), Timestamp.from(opposition.codeEndsFor(sent)), spaces, hashes);
        database.update("""
                update account.space set invited_at = ?, opens_at = ?
                 where space_id = any (?) and invited_at is null
                """, Timestamp.from(sent), Timestamp.from(opposition.endsFor(sent)), spaces);
    }

    void uninvited(List<UUID> spaces) {
        database.update("""
                update account.space set invited_at = null, opens_at = null
                 where space_id = any (?) and state = 'NOTIFIED'
                """, (Object) spaces.toArray(UUID[]::new));
    }
}
