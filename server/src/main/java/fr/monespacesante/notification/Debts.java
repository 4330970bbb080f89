package fr.monespacesante.notification;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which spaces' holders are owed a letter, by which way and when; nothing of what happened. One row for each
/// notice and way, so that a debt made while an older one is being paid is never taken for paid.
final class Debts {
    private final JdbcClient database;
    private final Ids ids;

    Debts(JdbcClient database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /// A letter that is owed.
    ///
    /// @param holderAlone not owed to whoever represents the holder
    record Debt(SpaceId space, Way way, boolean holderAlone) {}

    /// @param since from when on the holder may know of what it is about
    /// @param due when the letter leaves at the latest
    void owe(Debt debt, Instant since, Instant due) {
        database.sql("""
                        insert into notification.owed (space_id, id, way, holder_alone, since, due_at)
                        values (:space, :id, :way, :alone, :since, :due)
                        """)
                .param("space", debt.space().value())
                .param("id", ids.next())
                .param("way", debt.way().name())
                .param("alone", debt.holderAlone())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Strikes off debts that are due, and with each every younger one of the same space and way that may be
    /// told of by now: one letter stands for them all.
    List<Debt> take(Instant now, int batch) {
        return database
                .sql("""
                        delete from notification.owed
                         where (space_id, id) in (
                            select o.space_id, o.id from notification.owed o
                             where o.since <= :now
                               and exists (select from notification.owed d where d.space_id = o.space_id
                                            and d.way = o.way and d.due_at <= :now and d.since <= :now)
                             order by o.space_id, o.way limit :batch for update of o skip locked)
                        returning space_id, way, holder_alone
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("batch", batch)
                .query((row, number) -> new Debt(
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        Way.valueOf(row.getString("way")),
                        row.getBoolean("holder_alone")))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /// The holder has just seen everything: there is nothing left to sum up. Debts of letters that leave at
    /// once stay, since whoever has taken over a session must not keep the true holder from hearing of it.
    void forgetDigests(SpaceId space, Instant now) {
        database.sql("""
                        delete from notification.owed
                         where space_id = :space and way in ('EMAIL_DIGEST', 'PUSH_DIGEST') and since <= :now
                        """)
                .param("space", space.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
