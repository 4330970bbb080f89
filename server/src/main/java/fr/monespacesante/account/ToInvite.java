package fr.monespacesante.account;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose letter has still to leave. Written with the space itself, so that nobody is forgotten; struck off
/// in the transaction in which the letter is made, so that nobody has two.
@Component
class ToInvite {
    private final JdbcTemplate batches;
    private final JdbcClient database;

    ToInvite(JdbcTemplate batches) {
        this.batches = batches;
        this.database = JdbcClient.create(batches);
    }

    enum Way {
        /// Somebody waits for it.
        ASKED,
        EMAIL,
        POST,
        /// Through the representatives, each in their own way; waits until the files with them are read.
        MINOR
    }

    static BinaryCopy copy() {
        return new BinaryCopy("account.to_invite", "way", "space_id");
    }

    void add(BinaryCopy people) {
        people.into(batches);
    }

    void add(UUID space, Way way) {
        database.sql(
                        "delete from account.to_invite where way in ('ASKED', 'EMAIL', 'POST', 'MINOR') and space_id = :id")
                .param("id", space)
                .update();
        database.sql("insert into account.to_invite (way, space_id) values (:way, :id) on conflict do nothing")
                .param("way", way.name())
                .param("id", space)
                .update();
    }

    /// Takes some off the list, those announced first.
    List<UUID> take(Way way, int atMost) {
        return atMost <= 0
                ? List.of()
                : database.sql("""
                                delete from account.to_invite
                                 where way = :way
                                   and space_id in (select space_id from account.to_invite
                                                     where way = :way order by space_id limit :most
                                                       for update skip locked)
                                returning space_id
                                """)
                        .param("way", way.name())
                        .param("most", atMost)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list();
    }

    /// Whether at least so many wait.
    boolean has(Way way, int people) {
        return database.sql("select count(*) from (select 1 from account.to_invite where way = :way limit :most) w")
                        .param("way", way.name())
                        .param("most", people)
                        .query((row, number) -> row.getInt(1))
                        .single()
                >= people;
    }
}
