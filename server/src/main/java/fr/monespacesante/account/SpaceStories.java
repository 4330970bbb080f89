package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has happened in the life of a space, for who has to explain it (SUP-01).
@Component
public final class SpaceStories {
    private final JdbcClient database;
    private final Clock clock;

    SpaceStories(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param opensAt when it opens, or would have, without opposition
    /// @param code the provisional code, where there is one
    public record Story(
            SpaceState state,
            Optional<Instant> invitedAt,
            Optional<Instant> opensAt,
            Optional<Instant> opposedAt,
            Optional<Instant> openedAt,
            Optional<Instant> activatedAt,
            Optional<Instant> closedAt,
            Optional<Closings.Reason> closedFor,
            Optional<Code> code) {}

    /// The latest provisional code.
    public record Code(Instant sentAt, Instant expiresAt, boolean used, boolean late) {}

    public Optional<Story> of(SpaceId space) {
        return database.sql("""
                        select s.state, s.invited_at, s.opens_at, s.opposed_at, s.opened_at, s.activated_at,
                               s.closed_at, s.closed_for, i.sent_at, i.expires_at, i.used_at
                          from account.space s left join account.invitation i using (space_id)
                         where s.space_id = :space
                        """)
                .param("space", space.value())
                .query((row, number) -> story(row))
                .optional();
    }

    private Story story(ResultSet row) throws SQLException {
        Optional<Instant> sent = at(row, "sent_at");
        Optional<Instant> expires = at(row, "expires_at");
        boolean used = at(row, "used_at").isPresent();
        return new Story(
                SpaceState.valueOf(row.getString("state")),
                at(row, "invited_at"),
                at(row, "opens_at"),
                at(row, "opposed_at"),
                at(row, "opened_at"),
                at(row, "activated_at"),
                at(row, "closed_at"),
                Optional.ofNullable(row.getString("closed_for")).map(Closings.Reason::valueOf),
                sent.isEmpty() || expires.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Code(
                                sent.get(), expires.get(), used, !expires.get().isAfter(clock.instant()))));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
