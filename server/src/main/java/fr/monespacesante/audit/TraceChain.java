package fr.monespacesante.audit;

import fr.monespacesante.kernel.SpaceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Verifies the chain of a space's traces (TRC-03). It needs no key: hashes are over the sealed bytes.
public final class TraceChain {
    private static final int BATCH = 500;
    private static final byte[] START = new byte[32];

    private final JdbcClient database;

    public TraceChain(JdbcClient database) {
        this.database = database;
    }

    /// The first broken link.
    ///
    /// @param number the place in the chain where it breaks
    public record Broken(SpaceId space, long number, String what) {}

    /// Empty when every link holds. The caller has opened row security for this space.
    public Optional<Broken> firstBroken(SpaceId space) {
        byte[] before = START;
        long expected = 1;
        while (true) {
            List<Link> links = read(space, expected);
            for (Link link : links) {
                if (link.number != expected) {
                    return Optional.of(new Broken(space, expected, "a trace is missing"));
                }
                if (!Arrays.equals(link.hash, hash(before, space, link))) {
                    return Optional.of(new Broken(space, expected, "a trace was changed"));
                }
                before = link.hash;
                expected++;
            }
            if (links.size() < BATCH) {
                return Optional.empty();
            }
        }
    }

    private List<Link> read(SpaceId space, long from) {
        return database.sql("""
                        select seq, id, at, sealed, hash from audit.trace
                         where space_id = :space and seq >= :from order by seq limit :size
                        """)
                .param("space", space.value())
                .param("from", from)
                .param("size", BATCH)
                .query((row, number) -> new Link(
                        row.getLong("seq"),
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBytes("sealed"),
                        row.getBytes("hash")))
                .list();
    }

    /// The same bytes as in `audit.append`.
    private static byte[] hash(byte[] before, SpaceId space, Link link) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, link.at);
            String head = space + "|" + link.number + "|" + link.id + "|" + micros + "|";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return digest.digest(link.sealed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    private static final class Link {
        final long number;
        final UUID id;
        final Instant at;
        final byte[] sealed;
        final byte[] hash;

        Link(long number, UUID id, Instant at, byte[] sealed, byte[] hash) {
            this.number = number;
            this.id = id;
            this.at = at;
            this.sealed = sealed;
            this.hash = hash;
        }
    }
}
