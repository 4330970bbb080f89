package fr.monespacesante.notification;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.vault.Place;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The notices of one space. One whose moment is still to come is neither listed nor counted.
public final class Notices {
    private static final String TABLE = "notification.notice";
    private static final int BATCH = 100;

    private final JdbcClient database;

    Notices(JdbcClient database) {
        this.database = database;
    }

    /// True when the notice was added; false when one with the same key is there already.
    ///
    /// @param holderAlone kept from whoever represents the holder
    /// @param once what makes this notice the same as another
    boolean add(Visit visit, Notice notice, boolean holderAlone, String once) {
        return database.sql("""
                                insert into notification.notice (space_id, id, at, once, unread, holder_alone, sealed)
                                values (:space, :id, :at, :once, true, :alone, :sealed)
                                on conflict (space_id, once) do nothing
                                """)
                        .param("space", visit.id().value())
                        .param("id", notice.id())
                        .param("at", notice.at().atOffset(ZoneOffset.UTC))
                        .param("once", visit.key().fingerprint(TABLE, once))
                        .param("alone", holderAlone)
                        .param("sealed", visit.key().seal(place(notice.id()), notice))
                        .update()
                == 1;
    }

    /// Whether a notice with this key is for the holder alone; empty while nobody has been able to read it.
    Optional<Boolean> told(Visit visit, String once) {
        return database.sql("""
                        select holder_alone from notification.notice
                         where space_id = :space and once = :once and at <= :now
                        """)
                .param("space", visit.id().value())
                .param("once", visit.key().fingerprint(TABLE, once))
                .param("now", visit.now().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBoolean(1))
                .optional();
    }

    /// Newest first.
    ///
    /// @param after the `next` of the page before; empty for the first
    public Page<Notice> newest(Visit visit, Predicate<Notice> wanted, Optional<UUID> after, int size) {
        List<Notice> page = new ArrayList<>();
        Optional<UUID> last = after;
        while (true) {
            List<Notice> batch = batch(visit, last);
            for (Notice notice : batch) {
                if (wanted.test(notice)) {
                    if (page.size() == size) {
                        return new Page<>(page, Optional.of(page.getLast().id().toString()));
                    }
                    page.add(notice);
                }
            }
            if (batch.size() < BATCH) {
                return new Page<>(page, Optional.empty());
            }
            last = Optional.of(batch.getLast().id());
        }
    }

    private List<Notice> batch(Visit visit, Optional<UUID> after) {
        return database.sql("""
                        select id, unread, sealed from notification.notice
                         where space_id = :space and at <= :now and (not holder_alone or :holder)
                           and (cast(:after as uuid) is null
                                or (at, id) < (select at, id from notification.notice
                                                where space_id = :space and id = cast(:after as uuid)))
                         order by at desc, id desc limit :batch
                        """)
                .param("space", visit.id().value())
                .param("now", visit.now().atOffset(ZoneOffset.UTC))
                .param("holder", isHolder(visit))
                .param("after", after.map(UUID::toString).orElse(null))
                .param("batch", BATCH)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Notice notice = visit.key().open(place(id), row.getBytes("sealed"), Notice.class);
                    return row.getBoolean("unread") ? notice : notice.asRead();
                })
                .list();
    }

    public int unread(Visit visit) {
        return database.sql("""
                        select count(*) from notification.notice
                         where space_id = :space and unread and at <= :now and (not holder_alone or :holder)
                        """)
                .param("space", visit.id().value())
                .param("now", visit.now().atOffset(ZoneOffset.UTC))
                .param("holder", isHolder(visit))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// Marks everything that can be seen by now as read.
    void markAllRead(Visit visit) {
        database.sql("""
                        update notification.notice set unread = false
                         where space_id = :space and unread and at <= :now and (not holder_alone or :holder)
                        """)
                .param("space", visit.id().value())
                .param("holder", isHolder(visit))
                .param("now", visit.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Marks one as read; one that is not there stays so.
    public void markRead(Visit visit, UUID notice) {
        database.sql("""
                        update notification.notice set unread = false
                         where space_id = :space and id = :id and at <= :now and (not holder_alone or :holder)
                        """)
                .param("holder", isHolder(visit))
                .param("space", visit.id().value())
                .param("id", notice)
                .param("now", visit.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Marks those with these keys as read, those that are there.
    void markRead(Visit visit, List<String> once) {
        database.sql("update notification.notice set unread = false"
                        + " where space_id = :space and unread and once = any (:once)")
                .param("space", visit.id().value())
                .param(
                        "once",
                        once.stream()
                                .map(key -> visit.key().fingerprint(TABLE, key))
                                .toArray(byte[][]::new))
                .update();
    }

    /// Removes every notice that names one of these documents. What a notice is about is sealed: all are looked
    /// through.
    void forget(Visit visit, Set<DocumentId> documents) {
        List<UUID> naming = new ArrayList<>();
        database.sql("select id, sealed from notification.notice where space_id = :space")
                .param("space", visit.id().value())
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Notice notice = visit.key().open(place(id), row.getBytes("sealed"), Notice.class);
                    if (notice.document()
                            .map(DocumentId::new)
                            .filter(documents::contains)
                            .isPresent()) {
                        naming.add(id);
                    }
                });
        if (!naming.isEmpty()) {
            database.sql("delete from notification.notice where space_id = :space and id = any (:ids)")
                    .param("space", visit.id().value())
                    .param("ids", naming.toArray(UUID[]::new))
                    .update();
        }
    }

    static boolean isHolder(Visit visit) {
        return visit.caller() instanceof Caller.Citizen citizen && citizen.own().equals(visit.id());
    }

    private static Place place(UUID id) {
        return new Place(TABLE, id, 0);
    }
}
