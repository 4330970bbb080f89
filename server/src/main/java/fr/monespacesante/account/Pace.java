package fr.monespacesante.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many e-mails may leave now, for all nodes together: one row, held until the end of the transaction
/// that sends.
@Component
class Pace {
    private final JdbcClient database;
    private final AccountProperties properties;
    private final Clock clock;

    Pace(JdbcClient database, AccountProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /// What has gathered since, but never more than what is allowed in one second: a pause is not made up
    /// for.
    int available() {
        int most = properties.mailing().emailsPerSecond();
        return (int) Math.floor(database.sql("""
                        update account.pace
                           set left_over = least(:most, left_over + :most
                                   * greatest(0, extract(epoch from cast(:now as timestamptz) - at)::double precision)),
                               at = :now
                        returning left_over
                        """)
                .param("most", (double) most)
                .param("now", now())
                .query((row, number) -> row.getDouble(1))
                .single());
    }

    void spend(int letters) {
        database.sql("update account.pace set left_over = left_over - :letters")
                .param("letters", letters)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
