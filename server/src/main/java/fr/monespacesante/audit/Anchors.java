package fr.monespacesante.audit;

import fr.monespacesante.vault.Directory;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/// Notes each minute where the chains that grew now end, with a code whose key is not in the database: who
/// cuts the end of a chain, and puts its head back to match, cannot put the anchor back.
///
/// On several nodes it is the same work twice, and right: an anchor only ever moves on.
public class Anchors {
    private static final String PURPOSE = "audit.anchor";
    private static final int BATCH = 1_000;
    private static final String RECENTLY = "10 minutes";
    private static final String AFTER_A_STOP = "30 days";

    private final JdbcClient database;
    private final Directory directory;
    private final AtomicBoolean complete = new AtomicBoolean();

    public Anchors(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    private record Head(UUID space, long seq, byte[] hash) {}

    /// Anchors what grew; how many chains. The first time since the start it looks a month back, for what
    /// was not anchored before the stop; not at all of them: an anchor that was taken away stays missing
    /// and is found.
    @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
    public int anchor() {
        String since = complete.get() ? RECENTLY : AFTER_A_STOP;
        int anchored = 0;
        for (List<Head> batch = grown(since); !batch.isEmpty(); batch = grown(since)) {
            keep(batch);
            anchored += batch.size();
        }
        complete.set(true);
        return anchored;
    }

    byte[] code(UUID space, long seq, byte[] hash) {
        return directory.fingerprint(
                PURPOSE, space + "|" + seq + "|" + HexFormat.of().formatHex(hash));
    }

    private List<Head> grown(String since) {
        return database.sql("""
                        select h.space_id, h.seq, h.hash
                          from audit.head h left join audit.anchor a on a.space_id = h.space_id
                         where h.changed_at > now() - cast(:since as interval) and h.seq > coalesce(a.seq, -1)
                         limit :size
                        """)
                .param("since", since)
                .param("size", BATCH)
                .query((row, number) ->
                        new Head(row.getObject("space_id", UUID.class), row.getLong("seq"), row.getBytes("hash")))
                .list();
    }

    private void keep(List<Head> batch) {
        database.sql("select audit.set_anchors(:spaces, :seqs, :hashes, :macs)")
                .param("spaces", batch.stream().map(Head::space).toArray(UUID[]::new))
                .param("seqs", batch.stream().map(Head::seq).toArray(Long[]::new))
                .param("hashes", batch.stream().map(Head::hash).toArray(byte[][]::new))
                .param(
                        "macs",
                        batch.stream()
                                .map(head -> code(head.space(), head.seq(), head.hash()))
                                .toArray(byte[][]::new))
                .query((row, number) -> true)
                .list();
    }
}
