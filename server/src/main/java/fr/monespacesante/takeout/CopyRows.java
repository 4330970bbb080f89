package fr.monespacesante.takeout;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of copies. Whoever makes one holds a lease on its row, and loses it by being slow, by the
/// asker's wish, or because what is copied changed.
final class CopyRows {
    private static final String TABLE = "takeout.copy";
    private static final String COLUMNS = """
            select id, state, asked_at, done, total, size, ended_at, expires_at from takeout.copy
            """;

    private final JdbcClient database;
    private final Directory directory;

    CopyRows(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// Who asked, sealed by the directory's seal.
    ///
    /// @param space of the asker
    record Asker(UUID space, String name) {}

    /// A copy that is being made, by whoever holds the lease.
    ///
    /// @param blob that it is written to: a new one at each attempt, as another maker may be writing still
    /// @param before what an earlier attempt may have left
    record Task(SpaceId space, UUID id, UUID lease, UUID blob, Optional<UUID> before, int attempts, Asker asker) {}

    /// A ready copy's file.
    record File(UUID blob, long size, byte[] manifest) {}

    boolean add(SpaceId space, UUID id, Asker asker, Instant now) {
        return database.sql("""
                        insert into takeout.copy (space_id, id, asker, state, asked_at, sealed)
                        values (:space, :id, :asker, 'WAITING', :now, :sealed)
                        on conflict do nothing
                        """)
                        .param("space", space.value())
                        .param("id", id)
                        .param("asker", hash(asker.space()))
                        .param("now", time(now))
                        .param("sealed", directory.seal(place(id), asker))
                        .update()
                == 1;
    }

    boolean running(SpaceId space) {
        return database.sql("select count(*) from takeout.copy"
                                + " where space_id = :space and state in ('WAITING', 'BUILDING')")
                        .param("space", space.value())
                        .query((row, number) -> row.getLong(1))
                        .single()
                > 0;
    }

    long askedSince(SpaceId space, Instant since) {
        return database.sql("select count(*) from takeout.copy where space_id = :space and asked_at > :since")
                .param("space", space.value())
                .param("since", time(since))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /// Those of one asker, newest first.
    List<Copy> of(SpaceId space, SpaceId asker, int most) {
        return database.sql(COLUMNS + " where space_id = :space and asker = :asker order by asked_at desc limit :most")
                .param("space", space.value())
                .param("asker", hash(asker.value()))
                .param("most", most)
                .query(CopyRows::copy)
                .list();
    }

    /// Ends what still runs or waits to be fetched; 0 when there is none.
    ///
    /// @param id one of them; empty for all of this asker
    int remove(SpaceId space, SpaceId asker, Optional<UUID> id, Instant now) {
        return database.sql("""
                        update takeout.copy set state = 'REMOVED', ended_at = :now, lease = null
                         where space_id = :space and asker = :asker and (cast(:id as uuid) is null or id = cast(:id as uuid))
                           and state in ('WAITING', 'BUILDING', 'READY')
                        """)
                .param("space", space.value())
                .param("asker", hash(asker.value()))
                .param("id", id.map(UUID::toString).orElse(null))
                .param("now", time(now))
                .update();
    }

    /// What is ready holds something that is gone by now; what is being made starts over.
    void outdated(SpaceId space, Instant now) {
        database.sql("""
                        update takeout.copy
                           set state = case when state = 'READY' then 'STOPPED' else 'WAITING' end,
                               ended_at = case when state = 'READY' then :now end,
                               lease = null
                         where space_id = :space and state in ('BUILDING', 'READY')
                        """).param("space", space.value()).param("now", time(now)).update();
    }

    /// Takes the oldest that waits, or whose maker has gone silent; no other node gets it before the
    /// lease runs out.
    Optional<Task> take(UUID lease, UUID blob, Instant now, Instant until) {
        return database.sql("""
                        update takeout.copy c
                           set state = 'BUILDING', lease = :lease, lease_until = :until, attempts = attempts + 1,
                               done = 0, total = 0, blob = :blob
                          from (select space_id, id, blob from takeout.copy
                                 where state = 'WAITING' or (state = 'BUILDING' and coalesce(lease_until, :now) <= :now)
                                 order by asked_at limit 1 for update skip locked) due
                         where c.space_id = due.space_id and c.id = due.id
                        returning c.space_id, c.id, due.blob as before, c.attempts, c.sealed
                        """)
                .param("lease", lease)
                .param("blob", blob)
                .param("now", time(now))
                .param("until", time(until))
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Task(
                            new SpaceId(row.getObject("space_id", UUID.class)),
                            id,
                            lease,
                            blob,
                            Optional.ofNullable(row.getObject("before", UUID.class)),
                            row.getInt("attempts"),
                            directory.open(place(id), row.getBytes("sealed"), Asker.class));
                })
                .optional();
    }

    /// Says how far it is and keeps the lease; false when it is no longer one's own.
    boolean progress(Task task, int done, int total, Instant until) {
        return held(task, "done = :done, total = :total, lease_until = :until")
                        .param("done", done)
                        .param("total", total)
                        .param("until", time(until))
                        .update()
                == 1;
    }

    /// False when it was taken away meanwhile.
    boolean ready(Task task, long size, byte[] manifest, Instant now, Instant expires) {
        return held(task, """
                        state = 'READY', size = :size, manifest = :manifest, ended_at = :now, expires_at = :expires,
                        done = total, lease = null""")
                        .param("now", time(now))
                        .param("size", size)
                        .param("manifest", manifest)
                        .param("expires", time(expires))
                        .update()
                == 1;
    }

    boolean end(Task task, Copy.State state, Instant now) {
        return held(task, "state = :state, ended_at = :now, lease = null")
                        .param("now", time(now))
                        .param("state", state.name())
                        .update()
                == 1;
    }

    /// To be tried again, by whoever comes first after that.
    void again(Task task, Instant after) {
        held(task, "lease = null, lease_until = :after")
                .param("after", time(after))
                .update();
    }

    private JdbcClient.StatementSpec held(Task task, String changes) {
        return database.sql("update takeout.copy set " + changes + """
                         where space_id = :space and id = :id and lease = :lease and state = 'BUILDING'
                        """)
                .param("space", task.space().value())
                .param("id", task.id())
                .param("lease", task.lease());
    }

    /// The file of a ready copy that this asker may fetch now.
    Optional<File> file(SpaceId space, SpaceId asker, UUID id, Instant now) {
        return database.sql("""
                        select blob, size, manifest from takeout.copy
                         where space_id = :space and asker = :asker and id = :id and state = 'READY' and expires_at > :now
                        """)
                .param("space", space.value())
                .param("asker", hash(asker.value()))
                .param("id", id)
                .param("now", time(now))
                .query((row, number) ->
                        new File(row.getObject("blob", UUID.class), row.getLong("size"), row.getBytes("manifest")))
                .optional();
    }

    /// What a ready copy holds is no longer all there.
    void stop(SpaceId space, UUID id, Instant now) {
        database.sql("""
                        update takeout.copy set state = 'STOPPED', ended_at = :now
                         where space_id = :space and id = :id and state = 'READY'
                        """)
                .param("space", space.value())
                .param("id", id)
                .param("now", time(now))
                .update();
    }

    /// A file whose copy has ended.
    record Left(SpaceId space, UUID id, UUID blob) {}

    /// Those whose file has to go; locked until the end of the transaction.
    List<Left> left(Instant now, int most) {
        return database.sql("""
                        select space_id, id, blob from takeout.copy
                         where blob is not null
                           and (state in ('FAILED', 'STOPPED', 'REMOVED', 'EXPIRED')
                                or (state = 'READY' and expires_at <= :now))
                         limit :most for update skip locked
                        """)
                .param("now", time(now))
                .param("most", most)
                .query((row, number) -> new Left(
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getObject("blob", UUID.class)))
                .list();
    }

    void cleared(Left left, Instant now) {
        database.sql("""
                        update takeout.copy
                           set blob = null, manifest = null, ended_at = coalesce(ended_at, :now),
                               state = case when state = 'READY' then 'EXPIRED' else state end
                         where space_id = :space and id = :id
                        """)
                .param("space", left.space().value())
                .param("id", left.id())
                .param("now", time(now))
                .update();
    }

    /// Forgets copies that ended long ago.
    int forget(Instant before) {
        return database.sql("""
                        delete from takeout.copy
                         where blob is null and ended_at < :before
                           and state in ('FAILED', 'STOPPED', 'REMOVED', 'EXPIRED')
                        """).param("before", time(before)).update();
    }

    Set<UUID> blobs(SpaceId space) {
        return database
                .sql("select blob from takeout.copy where space_id = :space and blob is not null")
                .param("space", space.value())
                .query((row, number) -> row.getObject("blob", UUID.class))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Copy copy(ResultSet row, int number) throws SQLException {
        return new Copy(
                row.getObject("id", UUID.class),
                Copy.State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("done"),
                row.getInt("total"),
                row.getLong("size"),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                instant(row.getObject("expires_at", OffsetDateTime.class)));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private byte[] hash(UUID asker) {
        return directory.fingerprint("takeout.asker", asker.toString());
    }

    private static Place place(UUID id) {
        return new Place(TABLE, id, 0);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
