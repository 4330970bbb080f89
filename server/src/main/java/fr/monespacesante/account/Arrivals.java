package fr.monespacesante.account;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes in people whom the health insurance announces, a batch or one newborn (ENR-07): a space in state
/// `NOTIFIED`, an invitation, and the day on which it opens. Who is known already is brought up to date, and
/// invited only once.
@Component
class Arrivals {
    /// Held by whoever takes people in, so that two files with the same person do not cross.
    private static final long LOCK = 0x6d65735f61727276L;

    private final JdbcTemplate database;
    private final Directory directory;
    private final Spaces spaces;
    private final Invitations invitations;
    private final Mandates mandates;
    private final OppositionPeriod opposition;
    private final Ids ids;

    Arrivals(
            JdbcTemplate database,
            Directory directory,
            Spaces spaces,
            Invitations invitations,
            Mandates mandates,
            OppositionPeriod opposition,
            Ids ids) {
        this.database = database;
        this.directory = directory;
        this.spaces = spaces;
        this.invitations = invitations;
        this.mandates = mandates;
        this.opposition = opposition;
        this.ids = ids;
    }

    /// @param people with an INS each of its own
    @Transactional
    public Campaigns.Result take(List<Insured> people) {
        if (people.isEmpty()) {
            return new Campaigns.Result(0, 0, 0, 0);
        }
        database.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        Map<String, Known> known = known(people);
        List<Insured> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        for (Insured insured : people) {
            Known before = known.get(key(insured));
            if (before == null) {
                added.add(insured);
            } else if (!Arrays.equals(HexFormat.of().parseHex(before.line()), line(insured))) {
                changed.add(new Change(before, insured));
            }
        }
        add(added);
        change(changed);
        return new Campaigns.Result(
                added.size(), changed.size(), (long) people.size() - added.size() - changed.size(), 0);
    }

    private Map<String, Known> known(List<Insured> people) {
        byte[][] hashes = people.stream()
                .map(insured -> spaces.hash(insured.person().ins()))
                .toArray(byte[][]::new);
        Map<String, Known> known = new HashMap<>();
        database.query(
                """
                select encode(s.ins_hash, 'hex') as ins, s.space_id, s.version, i.version as details_version,
                       encode(i.line_hash, 'hex') as line
                  from account.space s join account.insured i using (space_id)
                 where s.ins_hash = any (?)
                """,
                row -> {
                    known.put(
                            String.valueOf(row.getString("ins")),
                            new Known(
                                    row.getObject("space_id", UUID.class),
                                    row.getLong("version"),
                                    row.getLong("details_version"),
                                    String.valueOf(row.getString("line"))));
                },
                (Object) hashes);
        return known;
    }

    private void add(List<Insured> people) {
        Instant now = opposition.now();
        Timestamp opens = Timestamp.from(opposition.endsFor(now));
        List<Object[]> spaceRows = new ArrayList<>();
        List<Object[]> detailRows = new ArrayList<>();
        List<Invitations.Invited> invited = new ArrayList<>();
        for (Insured insured : people) {
            UUID id = ids.next();
            spaceRows.add(new Object[] {
                id,
                spaces.hash(insured.person().ins()),
                insured.details().department(),
                Timestamp.from(now),
                opens,
                directory.seal(Spaces.place(id, 1), insured.person())
            });
            detailRows.add(
                    new Object[] {id, line(insured), directory.seal(InsuredPeople.place(id, 1), insured.details())});
            invited.add(new Invitations.Invited(id, insured));
        }
        database.batchUpdate("""
                insert into account.space (space_id, ins_hash, state, department, invited_at, opens_at, sealed)
                values (?, ?, 'NOTIFIED', ?, ?, ?, ?)
                """, spaceRows);
        database.batchUpdate("insert into account.insured (space_id, line_hash, sealed) values (?, ?, ?)", detailRows);
        invitations.invite(invited);
        mandates.announce(invited.stream()
                .filter(one -> !one.insured().details().guardians().isEmpty())
                .map(one -> new Mandates.Announced(
                        one.space(), one.insured().details().guardians()))
                .toList());
    }

    private void change(List<Change> changes) {
        List<Object[]> spaceRows = new ArrayList<>();
        List<Object[]> detailRows = new ArrayList<>();
        for (Change change : changes) {
            UUID id = change.before().space();
            long version = change.before().version() + 1;
            long details = change.before().detailsVersion() + 1;
            spaceRows.add(new Object[] {
                version,
                change.insured().details().department(),
                directory.seal(Spaces.place(id, version), change.insured().person()),
                id
            });
            detailRows.add(new Object[] {
                details,
                line(change.insured()),
                directory.seal(
                        InsuredPeople.place(id, details), change.insured().details()),
                id
            });
        }
        database.batchUpdate(
                "update account.space set version = ?, department = ?, sealed = ? where space_id = ?", spaceRows);
        database.batchUpdate(
                "update account.insured set version = ?, line_hash = ?, sealed = ? where space_id = ?", detailRows);
        mandates.announce(changes.stream()
                .map(change -> new Mandates.Announced(
                        change.before().space(), change.insured().details().guardians()))
                .toList());
    }

    private String key(Insured insured) {
        return HexFormat.of().formatHex(spaces.hash(insured.person().ins()));
    }

    /// Tells whether a line says something new.
    private byte[] line(Insured insured) {
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

    private record Known(UUID space, long version, long detailsVersion, String line) {}

    private record Change(Known before, Insured insured) {}
}
