package fr.monespacesante.notification;

import fr.monespacesante.account.Mandates;
import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/// Pays the debts of letters: one e-mail for everything that happened in a space within a short while, one a
/// day for what the holder wants summed up, one message to each browser she named. It opens no space: it
/// needs only to know that there is something new, and where the holder is reached.
///
/// Every letter is the same, subject and size included, whatever it stands for: "urgent" would tell whoever
/// reads the mailbox, or the lock screen, that there was an emergency (ADR 24).
public final class Letters {
    private static final int BATCH = 500;
    private static final Duration USEFUL = Duration.ofDays(7);
    private static final Duration USEFUL_PUSH = Duration.ofDays(1);
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

    /// The same sentence for whatever happened: neither its words nor its length say what.
    private static final String PUSH = "Il y a du nouveau dans votre espace santé.";

    private final Debts debts;
    private final TransactionTemplate transactions;
    private final Citizens citizens;
    private final Mandates mandates;
    private final PushDevices devices;
    private final Outbox outbox;
    private final Clock clock;

    Letters(
            Debts debts,
            TransactionTemplate transactions,
            Citizens citizens,
            Mandates mandates,
            PushDevices devices,
            Outbox outbox,
            Clock clock) {
        this.debts = debts;
        this.transactions = transactions;
        this.citizens = citizens;
        this.mandates = mandates;
        this.devices = devices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Hands over the letters that are due; how many debts it paid. A debt is struck off in the transaction
    /// that hands the letter over: neither is there without the other.
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
            List<Debts.Debt> due = debts.take(clock.instant(), BATCH);
            due.stream()
                    .flatMap(this::letters)
                    .distinct()
                    .forEach(letter -> outbox.hand(letter, Letter.Urgency.NOTICE, useful(letter)));
            return due.size();
        });
        return taken == null ? 0 : taken;
    }

    private Stream<Letter> letters(Debts.Debt debt) {
        return switch (debt.way()) {
            case EMAIL, EMAIL_DIGEST -> readers(debt).flatMap(reader -> letter(reader).stream());
            case PUSH, PUSH_DIGEST ->
                devices.addresses(debt.space()).stream().map(address -> new Letter.Push(address, PUSH));
        };
    }

    /// The holder; for a child, with a login of their own or without, and for an adult without one, whoever
    /// represents them by law.
    private Stream<Citizen> readers(Debts.Debt debt) {
        Optional<Citizen> holder = citizens.ofSpace(debt.space());
        if (debt.holderAlone() || (holder.isPresent() && !mandates.ofMinor(debt.space(), clock.instant()))) {
            return holder.stream();
        }
        return Stream.concat(
                holder.stream(),
                mandates.representatives(debt.space(), clock.instant()).stream()
                        .flatMap(representative -> citizens.ofSpace(representative).stream()));
    }

    private static Duration useful(Letter letter) {
        return letter instanceof Letter.Push ? USEFUL_PUSH : USEFUL;
    }

    private static Optional<Letter> letter(Citizen citizen) {
        return Optional.ofNullable(citizen.contact().email()).map(to -> new Letter.Email(to, SUBJECT, TEXT));
    }
}
