package fr.monespacesante.account;

import fr.monespacesante.account.ToInvite.Way;
import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.courier.Undelivered;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets invitations leave: e-mails at the pace that is set for all nodes, sheets in files for the mail
/// house. Code, letter, hash of the code, and the days that run from it are one transaction; the code
/// itself is nowhere but in the letter (ADR 32).
@Component
class Inviting implements Undelivered {
    private static final Logger LOG = LoggerFactory.getLogger(Inviting.class);
    private static final int EMAILS = 1_000;
    private static final int MINORS = 500;
    private static final int ASKED = 200;
    private static final Duration USEFUL = Duration.ofDays(14);
    /// How long the mail server may be behind before no more is handed to it.
    private static final int SECONDS_BEHIND = 60;

    private final ToInvite waiting;
    private final InvitedRows rows;
    private final InvitationLetters letters;
    private final Mailings mailings;
    private final Outbox outbox;
    private final Limits limits;
    private final TransactionTemplate transactions;
    private final Worker worker = new Worker("invitations");

    Inviting(
            ToInvite waiting,
            InvitedRows rows,
            InvitationLetters letters,
            Mailings mailings,
            Outbox outbox,
            Limits limits,
            TransactionTemplate transactions) {
        this.waiting = waiting;
        this.rows = rows;
        this.letters = letters;
        this.mailings = mailings;
        this.outbox = outbox;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// What holds invitations back.
    @Component
    record Limits(Pace pace, AccountProperties properties, CampaignFiles files) {}

    @Scheduled(fixedDelay = 1_000)
    void invite() {
        worker.begin(this::inviteAll);
    }

    @PreDestroy
    void close() {
        worker.close();
    }

    /// Returns when nobody is left whose turn it is.
    void inviteAll() {
        long all = 0;
        int some = inviteSome();
        while (some > 0 && !worker.isClosed()) {
            all += some;
            some = inviteSome();
        }
        if (all > 0) {
            LOG.info("{} people invited", all);
        }
    }

    /// One transaction; the number of people whose letters left.
    int inviteSome() {
        Turn turn = Objects.requireNonNull(transactions.execute(status -> rows.lock() ? turn() : Turn.NOBODY));
        try {
            if (turn.mailing().isPresent()) {
                mailings.settle(turn.mailing().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return turn.people();
    }

    /// @param mailing files that get their names after the commit
    private record Turn(int people, Optional<UUID> mailing) {
        static final Turn NOBODY = new Turn(0, Optional.empty());
    }

    private Turn turn() {
        try {
            mailings.repair();
            int allowed = limits.pace().available();
            int behind = limits.properties().mailing().emailsPerSecond() * SECONDS_BEHIND;
            if (allowed > 0 && outbox.waitingEmails(Letter.Urgency.CAMPAIGN, behind) >= behind) {
                allowed = 0;
            }
            List<UUID> turn = new ArrayList<>(waiting.take(Way.ASKED, ASKED));
            if (allowed > 0 && !limits.files().someUnderWay()) {
                turn.addAll(waiting.take(Way.MINOR, Math.min(MINORS, Math.max(1, allowed / 2))));
            }
            turn.addAll(waiting.take(Way.EMAIL, Math.min(EMAILS, allowed - turn.size())));
            int sheets = limits.properties().mailing().sheets();
            Set<UUID> paper = mailings.due() || waiting.has(Way.POST, sheets)
                    ? Set.copyOf(waiting.take(Way.POST, sheets))
                    : Set.of();
            turn.addAll(paper);
            return turn.isEmpty() ? Turn.NOBODY : leave(turn, paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Turn leave(List<UUID> spaces, Set<UUID> paper) throws IOException {
        List<InsuredPeople.Known> people = rows.load(spaces);
        Map<String, Insured> guardians = rows.guardians(people);
        Set<UUID> concealed = rows.concealed(spaces);
        InvitationLetters.Sending sending = letters.sending();
        List<InvitationLetters.Made> made = people.parallelStream()
                .map(known -> letters.make(
                        known,
                        concealed.contains(known.space()) ? Map.of() : guardians,
                        paper.contains(known.space()),
                        sending))
                .toList();
        List<Outbox.Referred> emails = made.stream()
                .flatMap(one -> one.emails().stream()
                        .map(email -> new Outbox.Referred(email, one.invited().space())))
                .toList();
        outbox.handReferred(emails, Letter.Urgency.CAMPAIGN, USEFUL);
        limits.pace().spend(emails.size());
        Optional<UUID> mailing = mailings.write(
                made.stream().flatMap(one -> one.sheets().stream()).toList());
        rows.invited(made);
        return new Turn(made.size(), mailing);
    }

    /// Those whose e-mail never left are invited by post, and have their six weeks from then on.
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void dropped(List<UUID> spaces) {
        rows.uninvited(spaces);
        spaces.forEach(space -> waiting.add(space, Way.POST));
    }
}
