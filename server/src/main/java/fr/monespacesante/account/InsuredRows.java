package fr.monespacesante.account;

import fr.monespacesante.account.Arrivals.Arrival;
import fr.monespacesante.account.Arrivals.Change;
import fr.monespacesante.account.Arrivals.Known;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.vault.Directory;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The rows of people whom the health insurance announced, written by thousands: sealed on all processors,
/// copied in with one statement for each table.
@Component
final class InsuredRows {
    private final JdbcTemplate database;
    private final Directory directory;
    private final Spaces spaces;
    private final Mandates mandates;
    private final ToInvite invitations;
    private final Ids ids;
    private final Clock clock;

    InsuredRows(
            JdbcTemplate database,
            Directory directory,
            Spaces spaces,
            Mandates mandates,
            ToInvite invitations,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.directory = directory;
        this.spaces = spaces;
        this.mandates = mandates;
        this.invitations = invitations;
        this.ids = ids;
        this.clock = clock;
    }

    /// By the hash of their INS in hexadecimal, those of them who are known.
    Map<String, Known> known(List<byte[]> hashes) {
        Map<String, Known> known = new HashMap<>();
        database.query(
                """
                select s.ins_hash, s.space_id, s.state, s.version, i.version as details_version, i.line_hash,
                       i.file_id, i.file_line
                  from account.space s join account.insured i using (space_id)
                 where s.ins_hash = any (?)
                """,
                row -> {
                    known.put(
                            HexFormat.of().formatHex(row.getBytes("ins_hash")),
                            new Known(
                                    row.getObject("space_id", UUID.class),
                                    SpaceState.valueOf(row.getString("state")),
                                    row.getLong("version"),
                                    row.getLong("details_version"),
                                    row.getBytes("line_hash"),
                                    new Arrivals.Origin(
                                            Optional.ofNullable(row.getObject("file_id", UUID.class)),
                                            row.getLong("file_line"))));
                },
                (Object) hashes.toArray(byte[][]::new));
        return known;
    }

    private record Fresh(UUID id, Arrival arrival, byte[] person, byte[] details) {}

    void add(List<Arrival> people, Optional<UUID> file) {
        Instant now = clock.instant();
        BinaryCopy space = new BinaryCopy("account.space", "space_id", "ins_hash", "state", "department", "sealed");
        BinaryCopy insured =
                new BinaryCopy("account.insured", "space_id", "line_hash", "sealed", "file_id", "file_line");
        BinaryCopy mandate = new BinaryCopy("account.mandate", "space_id", "delegate_hash", "kind");
        BinaryCopy invitation = ToInvite.copy();
        for (Fresh one : people.parallelStream().map(this::fresh).toList()) {
            Insured.Details details = one.arrival().insured().details();
            space.row(one.id(), one.arrival().hash(), "NOTIFIED", details.department(), one.person());
            insured.row(one.id(), one.arrival().content(), one.details(), file.orElse(null), line(one.arrival(), file));
            details.guardians().stream()
                    .distinct()
                    .flatMap(text -> Ins.parse(text).stream())
                    .distinct()
                    .forEach(ins -> mandate.row(one.id(), spaces.hash(ins), "LEGAL_REPRESENTATIVE"));
            invitation.row(way(one.arrival().insured(), now).name(), one.id());
        }
        space.into(database);
        insured.into(database);
        mandate.into(database);
        invitations.add(invitation);
    }

    private Fresh fresh(Arrival arrival) {
        UUID id = ids.next();
        return new Fresh(
                id,
                arrival,
                directory.seal(Spaces.place(id, 1), arrival.insured().person()),
                directory.seal(InsuredPeople.place(id, 1), arrival.insured().details()));
    }

    static ToInvite.Way way(Insured insured, Instant now) {
        if (insured.person().isMinorAt(now)) {
            return ToInvite.Way.MINOR;
        }
        return insured.details().email() == null ? ToInvite.Way.POST : ToInvite.Way.EMAIL;
    }

    private static @Nullable Long line(Arrival arrival, Optional<UUID> file) {
        return file.isPresent() ? arrival.line() : null;
    }

    void change(List<Change> changes, Optional<UUID> file) {
        List<Object[]> spaceRows = changes.parallelStream()
                .map(change -> {
                    UUID id = change.before().space();
                    long version = change.before().version() + 1;
                    Insured insured = change.after().insured();
                    return new Object[] {
                        version,
                        insured.details().department(),
                        directory.seal(Spaces.place(id, version), insured.person()),
                        id
                    };
                })
                .toList();
        List<Object[]> detailRows = changes.parallelStream()
                .map(change -> {
                    UUID id = change.before().space();
                    long version = change.before().detailsVersion() + 1;
                    return new Object[] {
                        version,
                        change.after().content(),
                        directory.seal(
                                InsuredPeople.place(id, version),
                                change.after().insured().details()),
                        file.orElse(null),
                        line(change.after(), file),
                        id
                    };
                })
                .toList();
        database.batchUpdate(
                "update account.space set version = ?, department = ?, sealed = ? where space_id = ?", spaceRows);
        database.batchUpdate("""
                update account.insured set version = ?, line_hash = ?, sealed = ?, file_id = ?, file_line = ?
                 where space_id = ?
                """, detailRows);
        mandates.announce(changes.stream()
                .map(change -> new Mandates.Announced(
                        change.before().space(),
                        change.after().insured().details().guardians()))
                .toList());
    }

    /// Tells whether a line says something new.
    byte[] fingerprint(Insured insured) {
        Person person = insured.person();
        Insured.Details details = insured.details();
        return directory.fingerprint(
                "account.line",
                String.join(
                        "|",
                        person.authority().oid(),
                        person.birthFamilyName(),
                        String.join(" ", person.birthGivenNames()),
                        person.usedFamilyName(),
                        person.usedGivenName(),
                        person.sex().letter(),
                        person.birthDate().toString(),
                        person.birthPlaceCog(),
                        details.scheme(),
                        String.join("/", details.address()),
                        details.postalCode(),
                        details.city(),
                        String.valueOf(details.email()),
                        String.valueOf(details.phone()),
                        details.vitaleSerial(),
                        String.join("/", details.guardians())));
    }
}
