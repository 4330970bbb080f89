package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.laboratory.MutualTls;
import fr.monespacesante.sandbox.mssante.Outgoing.Parcel;
import fr.monespacesante.sandbox.pki.Pki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// The operators at work: mailboxes, submission, the way to the service and the way back.
public final class Mssante implements AutoCloseable {
    private final Path pki;
    private final MailStore store;
    private final Submission submission;
    private final Outgoing outgoing;
    private final Trouble trouble;
    private final Clock clock;
    private final Map<Operator, ServiceLink> links = new EnumMap<>(Operator.class);
    private final Map<Operator, InboundRelay> relays = new EnumMap<>(Operator.class);
    private volatile int servicePort;

    /// On which ports to listen (0: any free one), and where the service takes mail.
    public record Ports(int submission, int imap, int relay, int otherRelay, int service) {}

    /// @param pki the directory of certificates, see `Pki`
    public static Mssante start(Path pki, Ports ports, Duration firstRetry, Clock clock) {
        try {
            return new Mssante(pki, ports, firstRetry, clock);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of the operators cannot be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the operators' certificates cannot be read", e);
        }
    }

    private Mssante(Path pki, Ports ports, Duration firstRetry, Clock clock)
            throws GeneralSecurityException, IOException {
        this.pki = pki;
        this.clock = clock;
        this.servicePort = ports.service();
        this.trouble = new Trouble(clock);
        this.outgoing = new Outgoing(firstRetry, this::bounce, clock);
        SSLContext doors = tls("mailboxes.p12");
        this.store = new MailStore(ports.imap(), doors);
        this.submission = new Submission(ports.submission(), doors, store, this::accept);
        for (Operator operator : Operator.values()) {
            SSLContext own = tls(operator.certificate());
            links.put(operator, new ServiceLink(operator.dnsName(), own, () -> servicePort));
            int port = operator == Operator.MAIN ? ports.relay() : ports.otherRelay();
            relays.put(operator, new InboundRelay(operator, port, own, store, trouble, this::bounceToCitizen, clock));
        }
    }

    private SSLContext tls(String certificate) throws GeneralSecurityException, IOException {
        return MutualTls.context(pki.resolve(certificate), Pki.PASSWORD.toCharArray(), pki.resolve("truststore.p12"));
    }

    /// A line for each mail domain, as the service's list of trusted domains is written.
    public String trustedList() {
        return "domaine;operateur;relais\n"
                + relays.entrySet().stream()
                        .flatMap(each -> each.getKey().domains().stream()
                                .map(domain -> "%s;%s;localhost:%d\n"
                                        .formatted(
                                                domain,
                                                each.getKey().dnsName(),
                                                each.getValue().port())))
                        .collect(Collectors.joining());
    }

    /// The owner's own mail program.
    public MailClient client(Mailbox mailbox) {
        return new MailClient(mailbox, submission.port(), store.port(), pki.resolve("truststore.p12"));
    }

    public int submissionPort() {
        return submission.port();
    }

    public int imapPort() {
        return store.port();
    }

    /// Where the service takes mail, known only once it has started.
    public void serviceAt(int port) {
        servicePort = port;
    }

    public Trouble trouble() {
        return trouble;
    }

    public Outgoing outgoing() {
        return outgoing;
    }

    public int count(Mailbox mailbox) {
        return store.count(mailbox);
    }

    private void accept(Mailbox from, List<String> recipients, byte[] message) throws IOException {
        for (String recipient : recipients) {
            var local = Mailbox.at(recipient);
            if (local.isPresent()) {
                store.deliver(local.get(), message, clock.instant());
            } else {
                carry(from.operator(), from.address(), recipient, message);
            }
        }
    }

    private void carry(Operator operator, String sender, String recipient, byte[] message) {
        ServiceLink link = links.get(operator);
        if (link == null) {
            throw new IllegalStateException("each operator has its way to the service");
        }
        outgoing.take(new Parcel(operator, link, sender, recipient, message, clock.instant()));
    }

    /// Of a parcel that the service refused; a report itself is never reported on.
    private void bounce(Parcel parcel, int code, String reason) {
        Mailbox.at(parcel.sender()).ifPresent(sender -> {
            DeliveryReport report = new DeliveryReport(
                    parcel.operator(),
                    parcel.sender(),
                    parcel.recipient(),
                    code,
                    reason,
                    parcel.message(),
                    clock.instant());
            try {
                store.deliver(sender, report.bytes(), clock.instant());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void bounceToCitizen(Operator operator, String sender, String recipient, byte[] message) {
        DeliveryReport report = new DeliveryReport(
                operator, sender, recipient, 550, "550 5.2.2 Mailbox full", message, clock.instant());
        carry(operator, "", sender, report.bytes());
    }

    @Override
    public void close() {
        relays.values().forEach(InboundRelay::close);
        submission.close();
        outgoing.close();
        store.close();
    }
}
