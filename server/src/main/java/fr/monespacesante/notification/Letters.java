package fr.monespacesante.notification;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.kernel.SpaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/// Pays the debts of letters: one e-mail for everything that happened in a space within a short while. It opens no
/// space: it needs only to know that there is something new, and where the holder is reached.
public final class Letters {
    private static final int BATCH = 200;
    private static final Duration USEFUL = Duration.ofDays(7);
    private static final String SUBJECT = "Du nouveau dans Mon espace santé";
    private static final String TEXT = """
            Bonjour,

            Il y a du nouveau dans votre espace santé.

            Pour des raisons de confidentialité, ce message ne dit pas de quoi il s'agit. Pour le savoir,
            ouvrez vous-même votre navigateur et connectez-vous comme d'habitude à Mon espace santé.

            Nous ne vous demanderons jamais votre mot de passe ni un code par e-mail ou par téléphone.

            Une question ? Appelez le 3422 (service gratuit, prix d'un appel).

            ---

            Hello, there is something new in your health space. For your privacy this message does not say what.
            Open your browser yourself and sign in to Mon espace santé as usual.
            """;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Citizens citizens;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration delay;

    Letters(
            JdbcClient database,
            TransactionTemplate transactions,
            Citizens citizens,
            Outbox outbox,
            Clock clock,
            Duration delay) {
        this.database = database;
        this.transactions = transactions;
        this.citizens = citizens;
        this.outbox = outbox;
        this.clock = clock;
        this.delay = delay;
    }

    /// Hands over the letters that are due; how many. The debt is struck off in the transaction that hands the letter
    /// over: neither is there without the other.
    @Scheduled(fixedDelay = 2_000)
    public int send() {
        int sent = 0;
        for (int batch = sendBatch(); batch > 0; batch = sendBatch()) {
            sent += batch;
        }
        return sent;
    }

    private int sendBatch() {
        Integer taken = transactions.execute(status -> {
            List<UUID> due = database.sql("""
                            delete from notification.owed where space_id in (
                                select space_id from notification.owed where since <= :due
                                 order by since limit :batch for update skip locked)
                            returning space_id
                            """)
                    .param("due", clock.instant().minus(delay).atOffset(ZoneOffset.UTC))
                    .param("batch", BATCH)
                    .query((row, number) -> row.getObject("space_id", UUID.class))
                    .list();
            for (UUID space : due) {
                citizens.ofSpace(new SpaceId(space))
                        .flatMap(Letters::letter)
                        .ifPresent(letter -> outbox.hand(letter, Letter.Urgency.NOTICE, USEFUL));
            }
            return due.size();
        });
        return taken == null ? 0 : taken;
    }

    private static Optional<Letter> letter(Citizen citizen) {
        return Optional.ofNullable(citizen.contact().email()).map(to -> new Letter.Email(to, SUBJECT, TEXT));
    }
}
