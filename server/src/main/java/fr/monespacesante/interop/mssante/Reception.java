package fr.monespacesante.interop.mssante;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Address;
import fr.monespacesante.mail.Mail;
import fr.monespacesante.mail.Report;
import fr.monespacesante.messaging.Correspondent;
import fr.monespacesante.messaging.Incoming;
import fr.monespacesante.messaging.Mailroom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Judges who sends, who is to receive, and what; and hands over what is good. What it accepts is
/// committed in every space it was for. Whatever it cannot decide is put off, never refused for good
/// and never accepted.
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final int MOST_HOPS = 30;
    private static final int INS_LENGTH = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final MessageAct.ReceiveMessage MESSAGE = new MessageAct.ReceiveMessage(Set.of());
    private static final MessageAct.ReceiveReport REPORT = new MessageAct.ReceiveReport();

    private final Doors doors;
    private final Mailroom mailroom;
    private final TrustedDomains domains;
    private final Inspection inspection;
    private final String own;
    private final int atOnce;
    private final Semaphore turns;

    /// @param own domain of the citizens' addresses
    /// @param atOnce how many messages are looked into at a time
    Reception(Doors doors, Mailroom mailroom, TrustedDomains domains, Inspection inspection, String own, int atOnce) {
        this.doors = doors;
        this.mailroom = mailroom;
        this.domains = domains;
        this.inspection = inspection;
        this.own = own.toLowerCase(Locale.ROOT);
        this.atOnce = atOnce;
        this.turns = new Semaphore(atOnce, true);
    }

    sealed interface Recipient {
        record Known(Ins ins) implements Recipient {}

        record Refused(Reply reply) implements Recipient {}
    }

    /// @param address empty for a report
    Reply sender(Peer peer, String address) {
        boolean served =
                address.isEmpty() ? domains.operator(peer).isPresent() : domains.speaks(peer, SmtpPath.domain(address));
        return served ? Reply.SENDER_FINE : Reply.NOT_YOUR_DOMAIN;
    }

    /// Who is refused here leaves a trace, like everybody who is refused at a door.
    Recipient recipient(Peer peer, Envelope envelope, String address) {
        if (!SmtpPath.domain(address).equals(own)) {
            return new Recipient.Refused(Reply.RELAY);
        }
        String local = address.substring(0, Math.max(address.lastIndexOf('@'), 0));
        Optional<Ins> ins = local.length() == INS_LENGTH ? Ins.parse(local) : Optional.empty();
        if (ins.isEmpty()) {
            return new Recipient.Refused(Reply.BAD_MAILBOX);
        }
        Caller.Correspondent caller = caller(peer, envelope.sender(), "");
        MessageAct act = envelope.sender().isEmpty() ? REPORT : MESSAGE;
        try {
            return doors.permits(caller, ins.get(), act)
                    ? new Recipient.Known(ins.get())
                    : new Recipient.Refused(refusal(caller, ins.get(), act));
        } catch (RuntimeException e) {
            return new Recipient.Refused(away(e));
        }
    }

    /// Everything is looked at before anything is kept.
    Reply message(Peer peer, Envelope envelope, byte[] raw) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Reply.AWAY;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.AWAY;
        }
        try {
            return judged(peer, envelope, raw);
        } catch (RuntimeException e) {
            return away(e);
        } finally {
            turns.release();
        }
    }

    /// Returns when no message is under way, or after a while.
    void awaitIdle(Duration grace) {
        try {
            if (turns.tryAcquire(atOnce, grace.toMillis(), TimeUnit.MILLISECONDS)) {
                turns.release(atOnce);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply judged(Peer peer, Envelope envelope, byte[] raw) {
        if (Inspection.authors(raw) > 1) {
            return Reply.BAD_HEADERS;
        }
        Mail mail = inspection.read(raw);
        if (mail.signs().hops() > MOST_HOPS) {
            return Reply.LOOP;
        }
        if (mail.report().isPresent() && reported(peer, envelope, mail.report().get())) {
            return Reply.ACCEPTED;
        }
        if (envelope.sender().isEmpty()) {
            return Reply.REPORTS_ONLY;
        }
        // a message that names nobody is from whom the envelope names
        Address author = mail.from()
                .filter(from -> SmtpPath.isMailbox(from.address()))
                .orElseGet(() -> Address.of(envelope.sender()));
        if (!domains.speaks(peer, author.domain())) {
            return Reply.NOT_YOUR_AUTHOR;
        }
        Caller.Correspondent caller = caller(peer, author.address(), author.name());
        return switch (inspection.check(raw)) {
            case CLEAN -> kept(caller, envelope, mail, raw);
            case INFECTED -> infected(caller, envelope);
            case AWAY -> Reply.AWAY;
        };
    }

    private Reply kept(Caller.Correspondent caller, Envelope envelope, Mail mail, byte[] raw) {
        Inspection.Documents documents = inspection.documents(mail, raw);
        MessageAct act = new MessageAct.ReceiveMessage(documents.marks());
        for (Ins ins : envelope.recipients()) {
            if (!doors.permits(caller, ins, act)) {
                return refusal(caller, ins, act);
            }
        }
        boolean some = false;
        for (Ins ins : envelope.recipients()) {
            Incoming incoming = new Incoming(
                    mail,
                    raw,
                    new Correspondent(caller.address(), caller.name(), null),
                    others(mail.to(), caller),
                    others(mail.cc(), caller),
                    documents.marks(),
                    Optional.empty(),
                    Optional.empty());
            switch (doors.enter(
                    caller,
                    ins,
                    act,
                    visit -> mailroom.receive(
                            visit, incoming.with(documents.error(visit.space().person()))))) {
                case Outcome.Done<Mailroom.Received> done -> some = true;
                case Outcome.Refused<Mailroom.Received>(Problem problem, String where) -> {
                    // what some have already is recognised when it comes again
                    return some ? Reply.AWAY : Reply.to(problem);
                }
            }
        }
        return Reply.ACCEPTED;
    }

    private Reply infected(Caller.Correspondent caller, Envelope envelope) {
        for (Ins ins : envelope.recipients()) {
            doors.enter(caller, ins, new MessageAct.RefuseMessage(Problem.CONTENT_INFECTED), visit -> {
                visit.tell(new SpaceEvent.MessageRefused(Problem.CONTENT_INFECTED));
                return Outcome.done(true);
            });
        }
        return Reply.INFECTED;
    }

    /// The professionals it is also addressed to. Another patient's address would tell who else was
    /// written to.
    private List<Correspondent> others(List<Address> named, Caller.Correspondent author) {
        return named.stream()
                .filter(one -> SmtpPath.isMailbox(one.address())
                        && !one.address().equals(author.address())
                        && !one.domain().equals(own)
                        && domains.find(one.domain()).isPresent())
                .map(Correspondent::of)
                .distinct()
                .toList();
    }

    /// False when it is about no message from here, or about mailboxes that this operator does not serve.
    private boolean reported(Peer peer, Envelope envelope, Report report) {
        Optional<Report> believed = believed(peer, report);
        boolean known = false;
        for (Ins ins : believed.isPresent() ? envelope.recipients() : Set.<Ins>of()) {
            Caller.Correspondent caller = caller(peer, envelope.sender(), "");
            known |= doors.enter(caller, ins, REPORT, visit -> about(mailroom.report(visit, believed.get())))
                    instanceof Outcome.Done<Boolean>;
        }
        return known;
    }

    /// A report about nothing is no visit.
    private static Outcome<Boolean> about(Outcome<Boolean> found) {
        return found.then(known -> known ? Outcome.done(true) : Outcome.refused(Problem.NOT_FOUND));
    }

    private Optional<Report> believed(Peer peer, Report report) {
        return switch (report) {
            case Report.ReceiptReport receipt ->
                Optional.<Report>of(receipt).filter(one -> serves(peer, receipt.finalRecipient()));
            case Report.DeliveryReport(String about, List<Report.Recipient> recipients) -> {
                List<Report.Recipient> served = recipients.stream()
                        .filter(one -> serves(peer, one.address()))
                        .toList();
                yield served.isEmpty() ? Optional.empty() : Optional.of(new Report.DeliveryReport(about, served));
            }
        };
    }

    private boolean serves(Peer peer, String address) {
        return SmtpPath.isMailbox(address)
                && domains.speaks(peer, SmtpPath.domain(address).toLowerCase(Locale.ROOT));
    }

    private Caller.Correspondent caller(Peer peer, String address, String name) {
        String operator = domains.operator(peer).orElseGet(peer::display);
        return new Caller.Correspondent(address.toLowerCase(Locale.ROOT), name, operator);
    }

    private Reply refusal(Caller.Correspondent caller, Ins ins, MessageAct act) {
        Outcome<Boolean> outcome = doors.enter(caller, ins, act, visit -> Outcome.refused(Problem.UNAVAILABLE));
        return switch (outcome) {
            case Outcome.Done<Boolean> opened -> Reply.AWAY;
            case Outcome.Refused<Boolean>(Problem problem, String where) -> Reply.to(problem);
        };
    }

    private static Reply away(RuntimeException failure) {
        LOG.error("a message was put off: {}", failure.getClass().getSimpleName(), failure);
        return Reply.AWAY;
    }
}
