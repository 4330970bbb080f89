package fr.monespacesante.audit;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Verifies the chain of a space's traces, and that of the agents' journal (TRC-03): every link, and that the
/// end is where the head and the anchor say. Links need no key, since hashes are over the sealed bytes; the
/// anchor does.
public final class TraceChain {
    private static final int BATCH = 500;
    private static final byte[] START = new byte[32];
    private static final UUID AGENTS = new UUID(0, 0);
    private static final String CHANGED = "a trace was changed";

    private final JdbcClient database;
    private final Anchors anchors;

    public TraceChain(JdbcClient database, Directory directory) {
        this.database = database;
        this.anchors = new Anchors(database, directory);
    }

    /// The first broken link.
    ///
    /// @param number the place in the chain where it breaks
    public record Broken(SpaceId space, long number, String what) {}

    /// Empty when every link holds. The caller has opened row security for this space.
    public Optional<Broken> firstBroken(SpaceId space) {
        return new Walk(space.value(), space.toString(), """
                        select seq, id, at, sealed, hash from audit.trace
                         where space_id = :space and seq >= :from order by seq limit :size
                        """).broken();
    }

    /// The same for the journal of the agents, which belongs to no space: its number is all zeros.
    public Optional<Broken> firstBrokenOfAgents() {
        return new Walk(AGENTS, "agents", """
                        select seq, id, at, sealed, hash from audit.agent_trace
                         where :space = :space and seq >= :from order by seq limit :size
                        """).broken();
    }

    private record Link(long number, UUID id, Instant at, byte[] sealed, byte[] hash) {}

    /// @param settled true when it was there for longer than any anchoring takes
    private record End(long number, byte[] hash, byte @Nullable [] code, boolean settled) {}

    private Optional<End> head(UUID chain) {
        return database.sql("""
                        select seq, hash, null::bytea as mac, changed_at < now() - interval '15 minutes' as settled
                          from audit.head where space_id = :chain
                        """).param("chain", chain).query(TraceChain::end).optional();
    }

    private Optional<End> anchor(UUID chain) {
        return database.sql("select seq, hash, mac, true as settled from audit.anchor where space_id = :chain")
                .param("chain", chain)
                .query(TraceChain::end)
                .optional();
    }

    private static End end(ResultSet row, int number) throws SQLException {
        return new End(row.getLong("seq"), row.getBytes("hash"), row.getBytes("mac"), row.getBoolean("settled"));
    }

    /// One chain from its start to its end.
    private final class Walk {
        private final UUID chain;
        private final String owner;
        private final String sql;
        private byte[] before = START;
        private long last;

        Walk(UUID chain, String owner, String sql) {
            this.chain = chain;
            this.owner = owner;
            this.sql = sql;
        }

        /// Head and anchor are read first: what is added meanwhile makes the chain longer than they say,
        /// never shorter.
        Optional<Broken> broken() {
            Optional<End> head = head(chain);
            Optional<End> anchor = anchor(chain);
            if (anchor.isPresent() && !Arrays.equals(anchor.get().code(), code(anchor.get()))) {
                return at(anchor.get().number(), "the anchor was changed");
            }
            while (true) {
                List<Link> links = read();
                for (Link link : links) {
                    Optional<Broken> broken = link(link, head, anchor);
                    if (broken.isPresent()) {
                        return broken;
                    }
                }
                if (links.size() < BATCH) {
                    return ended(head, anchor);
                }
            }
        }

        private Optional<Broken> link(Link link, Optional<End> head, Optional<End> anchor) {
            if (link.number() != last + 1) {
                return at(last + 1, "a trace is missing");
            }
            if (!Arrays.equals(link.hash(), hash(link))) {
                return at(link.number(), CHANGED);
            }
            if (differs(link, anchor)) {
                return at(link.number(), CHANGED + " since it was anchored");
            }
            if (differs(link, head)) {
                return at(link.number(), "the end of the chain is not as it was noted");
            }
            before = link.hash();
            last = link.number();
            return Optional.empty();
        }

        private Optional<Broken> ended(Optional<End> head, Optional<End> anchor) {
            long least = Math.max(
                    head.map(End::number).orElse(0L), anchor.map(End::number).orElse(0L));
            if (last < least) {
                return at(last + 1, least - last + " traces are missing at the end");
            }
            long noted = head(chain).map(End::number).orElse(0L);
            if (noted < last) {
                return at(noted + 1, "the end of the chain is not as it was noted");
            }
            if (head.isPresent() && head.get().settled() && anchor.isEmpty()) {
                return at(last, "the anchor is missing");
            }
            return Optional.empty();
        }

        private static boolean differs(Link link, Optional<End> end) {
            return end.isPresent()
                    && end.get().number() == link.number()
                    && !Arrays.equals(end.get().hash(), link.hash());
        }

        private byte[] code(End end) {
            return anchors.code(chain, end.number(), end.hash());
        }

        private Optional<Broken> at(long number, String what) {
            return Optional.of(new Broken(new SpaceId(chain), number, what));
        }

        private List<Link> read() {
            return database.sql(sql)
                    .param("space", chain)
                    .param("from", last + 1)
                    .param("size", BATCH)
                    .query((row, number) -> new Link(
                            row.getLong("seq"),
                            row.getObject("id", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getBytes("sealed"),
                            row.getBytes("hash")))
                    .list();
        }

        /// The same bytes as in `audit.append` and `audit.append_agent`.
        private byte[] hash(Link link) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(before);
                long micros = ChronoUnit.MICROS.between(Instant.EPOCH, link.at());
                String head = owner + "|" + link.number() + "|" + link.id() + "|" + micros + "|";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                return digest.digest(link.sealed());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("no SHA-256", e);
            }
        }
    }
}
