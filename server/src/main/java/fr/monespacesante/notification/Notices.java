package fr.monespacesante.notification;

import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Page;
import fr.monespacesante.vault.Place;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The notices of one space.
public final class Notices {
    private static final String TABLE = "notification.notice";

    private final JdbcClient database;

    Notices(JdbcClient database) {
        this.database = database;
    }

    /// Writes a notice and the debt of a letter, in one statement; a notice with the same key is there already and
    /// nothing is added.
    ///
    /// @param once what makes this notice the same as another
    void add(Visit visit, Notice notice, String once) {
        database.sql("""
                        with added as (
                            insert into notification.notice (space_id, id, at, once, unread, sealed)
                            values (:space, :id, :at, :once, true, :sealed)
                            on conflict (space_id, once) do nothing
                            returning space_id)
                        insert into notification.owed (space_id, since, version)
                        select space_id, :at, 1 from added
                        on conflict (space_id) do update set version = notification.owed.version + 1
                        """)
                .param("space", visit.id().value())
                .param("id", notice.id())
                .param("at", notice.at().atOffset(ZoneOffset.UTC))
                .param("once", visit.key().fingerprint(TABLE, once))
                .param("sealed", visit.key().seal(place(notice.id()), notice))
                .update();
    }

    /// Newest first.
    ///
    /// @param after the `next` of the page before; empty for the first
    public Page<Notice> newest(Visit visit, Optional<String> after, int size) {
        UUID before = after.map(UUID::fromString).orElse(new UUID(-1L, -1L));
        List<Notice> found = database.sql("""
                        select id, unread, sealed from notification.notice
                         where space_id = :space and id < :before order by id desc limit :size
                        """)
                .param("space", visit.id().value())
                .param("before", before)
                .param("size", size + 1)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Notice notice = visit.key().open(place(id), row.getBytes("sealed"), Notice.class);
                    return row.getBoolean("unread") ? notice : notice.asRead();
                })
                .list();
        boolean more = found.size() > size;
        List<Notice> page = more ? found.subList(0, size) : found;
        return new Page<>(page, more ? Optional.of(page.getLast().id().toString()) : Optional.empty());
    }

    public int unread(Visit visit) {
        return database.sql("select count(*) from notification.notice where space_id = :space and unread")
                .param("space", visit.id().value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// Marks everything up to now as read.
    public void markRead(Visit visit) {
        database.sql("update notification.notice set unread = false where space_id = :space and unread")
                .param("space", visit.id().value())
                .update();
    }

    private static Place place(UUID id) {
        return new Place(TABLE, id, 0);
    }
}
