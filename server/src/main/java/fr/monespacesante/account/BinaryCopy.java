package fr.monespacesante.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rows for PostgreSQL's `copy … (format binary)`, by which thousands go in with one statement, in the
/// caller's transaction.
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final String statement;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream rows = new DataOutputStream(bytes);
    private boolean empty = true;

    BinaryCopy(String table, String... columns) {
        this.statement = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
        try {
            rows.write(SIGNATURE);
            rows.writeInt(0);
            rows.writeInt(0);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// @param values in the order of the columns: UUID, bytes, text, bigint or moment
    void row(@Nullable Object... values) {
        try {
            rows.writeShort(values.length);
            for (Object value : values) {
                write(value);
            }
            empty = false;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    void into(JdbcTemplate database) {
        if (empty) {
            return;
        }
        try {
            rows.writeShort(-1);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        database.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(statement, new ByteArrayInputStream(bytes.toByteArray()), 1 << 16);
            } catch (IOException e) {
                throw new SQLException("the rows did not reach the database", e);
            }
        });
    }

    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> rows.writeInt(-1);
            case UUID id -> {
                rows.writeInt(16);
                rows.writeLong(id.getMostSignificantBits());
                rows.writeLong(id.getLeastSignificantBits());
            }
            case byte[] some -> {
                rows.writeInt(some.length);
                rows.write(some);
            }
            case String text -> write(text.getBytes(StandardCharsets.UTF_8));
            case Long number -> {
                rows.writeInt(8);
                rows.writeLong(number);
            }
            case Instant moment -> {
                rows.writeInt(8);
                rows.writeLong(ChronoUnit.MICROS.between(EPOCH, moment));
            }
            default -> throw new IllegalArgumentException("no such column: " + value.getClass());
        }
    }
}
