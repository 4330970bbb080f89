package fr.monespacesante.interop.mssante;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// What the sender hears when the service cannot keep what it is given: to come again, and nothing is
/// half there.
class ServiceAwayFaultTests extends MssanteTest {
    @Test
    @Requirement("MSG-06")
    void whatCannotBeStoredIsPutOffAndTakenWhenItComesAgain() throws Exception {
        Holder claire = holder();
        Holder marcel = holder();
        String letter = letter(DOCTOR, "Pendant la panne");
        try (SmtpTalk talk = operator()) {
            DATABASE.superuser()
                    .sql("revoke insert on messaging.message from mes_app")
                    .update();
            try {
                assertThat(sent(talk, letter, claire, marcel))
                        .isEqualTo("451 4.3.0 Temporary failure, try again later");
            } finally {
                DATABASE.superuser()
                        .sql("grant insert on messaging.message to mes_app")
                        .update();
            }
            assertThat(conversationsOf(claire)).isEmpty();
            assertThat(sent(talk, letter, claire, marcel)).startsWith("250 2.0.0");
        }
        assertThat(List.of(claire, marcel))
                .allSatisfy(one -> assertThat(conversationsOf(one)).hasSize(1));
    }

    /// One of two has it already: it comes again for both, and is there once.
    @Test
    @Requirement("MSG-06")
    void whatOnlySomeHaveComesAgainAndIsThereOnce() throws Exception {
        Holder claire = holder();
        Holder marcel = holder();
        String letter = letter(DOCTOR, "À moitié");
        DATABASE.superuser()
                .sql("create function messaging.test_fails() returns trigger language plpgsql as"
                        + " $$ begin if new.space_id = '" + marcel.space()
                        + "' then raise exception 'full'; end if; return new; end $$")
                .update();
        DATABASE.superuser()
                .sql("create trigger test_fails before insert on messaging.message"
                        + " for each row execute function messaging.test_fails()")
                .update();
        try (SmtpTalk talk = operator()) {
            try {
                assertThat(sent(talk, letter, claire, marcel)).startsWith("451 4.3.0");
            } finally {
                DATABASE.superuser()
                        .sql("drop trigger test_fails on messaging.message")
                        .update();
                DATABASE.superuser().sql("drop function messaging.test_fails()").update();
            }
            assertThat(conversationsOf(claire)).hasSize(1);
            assertThat(conversationsOf(marcel)).isEmpty();
            assertThat(sent(talk, letter, claire, marcel)).startsWith("250 2.0.0");
        }
        assertThat(List.of(claire, marcel))
                .allSatisfy(one -> assertThat(conversationsOf(one))
                        .hasSize(1)
                        .allMatch(conversation -> conversation.messages() == 1));
    }

    @Test
    @Requirement("MSG-06")
    void withoutItsDatabaseTheServiceTakesNothingAndRefusesNobody() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            talk.say("MAIL FROM:<" + DOCTOR + ">");
            DATABASE.superuser().sql("alter role mes_app nologin").update();
            try {
                DATABASE.superuser()
                        .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where usename = 'mes_app' and datname = current_database()")
                        .query((row, number) -> row.getInt(1))
                        .single();
                assertThat(talk.say("RCPT TO:<" + claire.address() + ">")).startsWith("451 4.3.0");
            } finally {
                DATABASE.superuser().sql("alter role mes_app login").update();
            }
            awaitDatabase(claire);
            assertThat(talk.say("RCPT TO:<" + claire.address() + ">")).startsWith("250 2.1.5");
        }
    }

    /// Until the pool has thrown its dead connections away.
    private void awaitDatabase(Holder holder) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        int good = 0;
        while (good < 10 && System.nanoTime() < end) {
            try {
                conversationsOf(holder);
                good++;
            } catch (DataAccessException | TransactionException e) {
                good = 0;
            }
        }
    }

    private static String sent(SmtpTalk talk, String letter, Holder... to) throws Exception {
        assertThat(talk.say("MAIL FROM:<" + DOCTOR + ">")).startsWith("250 ");
        for (Holder one : to) {
            assertThat(talk.say("RCPT TO:<" + one.address() + ">")).startsWith("250 ");
        }
        return talk.data(letter);
    }
}
