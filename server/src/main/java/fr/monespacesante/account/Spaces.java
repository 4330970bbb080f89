package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The directory of spaces: who has one and in what state, found before any door is open.
@Component
public final class Spaces {
    /// Of a space `s`, as `space` reads them.
    static final String COLUMNS = "s.space_id, s.state, s.version, s.sealed, s.concealed_at, s.own_access_at,"
            + " s.left_powers, s.left_until";

    private static final String SELECT = "select " + COLUMNS + " from account.space s";

    private final JdbcClient database;
    private final Directory directory;
    private final Clock clock;

    public Spaces(JdbcClient database, Directory directory, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    /// One statement, by keyed hash.
    public Optional<Space> find(Ins ins) {
        return database.sql(SELECT + " where s.ins_hash = :hash")
                .param("hash", hash(ins))
                .query(this::space)
                .optional();
    }

    /// One statement.
    public Optional<Space> find(SpaceId id) {
        return database.sql(SELECT + " where s.space_id = :id")
                .param("id", id.value())
                .query(this::space)
                .optional();
    }

    /// The spaces that hold something or did, in the order of their ids, for a job that goes through all of them.
    ///
    /// @param after the last of the batch before; empty for the first
    public List<SpaceId> opened(Optional<SpaceId> after, int size) {
        return database.sql("""
                        select space_id from account.space
                         where space_id > :after and state in ('OPEN', 'ACTIVATED', 'CLOSED', 'DECEASED')
                         order by space_id limit :size
                        """)
                .param("after", after.map(SpaceId::value).orElse(new UUID(0, 0)))
                .param("size", size)
                .query((row, number) -> new SpaceId(row.getObject("space_id", UUID.class)))
                .list();
    }

    /// Lets an event happen to a space; refused with `TRANSITION_NOT_ALLOWED` when its state does not
    /// permit it,
    /// also when another node was quicker.
    public Outcome<SpaceState> happen(SpaceId id, SpaceLife.Event event) {
        Optional<SpaceState> from = database.sql("select state from account.space where space_id = :id for update")
                .param("id", id.value())
                .query((row, number) -> SpaceState.valueOf(row.getString("state")))
                .optional();
        if (from.isEmpty()) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
        Optional<SpaceState> to = SpaceLife.after(from.get(), event);
        if (to.isEmpty()) {
            return Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
        }
        int changed = database.sql("""
                        update account.space
                           set state = :to,
                               opposed_at   = case when :to = 'OPPOSED'   then :now else opposed_at end,
                               opened_at    = case when :to in ('OPEN', 'ACTIVATED') then coalesce(opened_at, :now)
                                                   else opened_at end,
                               activated_at = case when :to = 'ACTIVATED' and state <> 'ACTIVATED' then :now
                                                   else activated_at end,
                               closed_at    = case when :to in ('CLOSED', 'DECEASED') then :now else closed_at end
                         where space_id = :id and state = :from
                           and (:from <> 'ERASED' or not exists (
                                select from account.erasure e where e.space_id = :id and e.finished_at is null))
                        """)
                .param("to", to.get().name())
                .param("from", from.get().name())
                .param("now", now())
                .param("id", id.value())
                .update();
        return changed == 1 ? Outcome.done(to.get()) : Outcome.refused(Problem.TRANSITION_NOT_ALLOWED);
    }

    /// Opens spaces whose time to oppose is over (ENR-06), at most so many in one statement; the number opened.
    public int openDue(int atMost) {
        SpaceState to =
                SpaceLife.after(SpaceState.NOTIFIED, SpaceLife.Event.OPEN).orElseThrow();
        return database.sql("""
                        update account.space set state = :to, opened_at = :now
                         where space_id in (select space_id from account.space
                                             where state = 'NOTIFIED' and opens_at <= :now
                                             order by opens_at limit :most for update skip locked)
                        """)
                .param("to", to.name())
                .param("now", now())
                .param("most", atMost)
                .update();
    }

    byte[] hash(Ins ins) {
        return directory.fingerprint("account.ins", ins.value());
    }

    static Place place(UUID space, long version) {
        return new Place("account.space", space, version);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    Space space(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("space_id", UUID.class);
        Person person = directory.open(place(id, row.getLong("version")), row.getBytes("sealed"), Person.class);
        return new Space(new SpaceId(id), SpaceState.valueOf(row.getString("state")), person, standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String left = row.getString("left_powers");
        return new Standing(
                row.getObject("concealed_at") != null,
                row.getObject("own_access_at") != null,
                left == null ? Powers.ALL : Powers.valueOf(left),
                Optional.ofNullable(row.getObject("left_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
