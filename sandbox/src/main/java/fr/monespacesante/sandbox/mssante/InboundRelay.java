package fr.monespacesante.sandbox.mssante;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// The door by which an operator takes the service's mail: STARTTLS with a certificate of patient.mssante.fr.
final class InboundRelay implements AutoCloseable {
    private static final int SLOW_SECONDS = 10;

    private final Operator operator;
    private final MailStore store;
    private final Trouble trouble;
    private final Bounced bounced;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final SMTPServer server;

    /// Tells the sender that a mail, once accepted, could not be delivered after all.
    interface Bounced {
        void report(Operator operator, String sender, String recipient, byte[] message);
    }

    InboundRelay(
            Operator operator,
            int port,
            SSLContext tls,
            MailStore store,
            Trouble trouble,
            Bounced bounced,
            Clock clock) {
        this.operator = operator;
        this.store = store;
        this.trouble = trouble;
        this.bounced = bounced;
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName(operator.dnsName())
                .softwareName("sandbox relay")
                .maxMessageSize(Submission.LARGEST)
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(tls, true)
                .sessionHandler(new Absence())
                .messageHandlerFactory(Delivery::new)
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
    }

    static boolean isOfService(Certificate[] certificates) {
        if (certificates.length == 0 || !(certificates[0] instanceof X509Certificate certificate)) {
            return false;
        }
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null && names.stream().anyMatch(name -> ServiceLink.SERVICE.equals(name.get(1)));
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private final class Absence implements org.subethamail.smtp.server.SessionHandler {
        @Override
        public SessionAcceptance accept(org.subethamail.smtp.server.Session session) {
            return trouble.kind() == Trouble.Kind.AWAY
                    ? SessionAcceptance.failure(421, "4.3.2 Out of order")
                    : SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(org.subethamail.smtp.server.Session session) {}
    }

    private final class Delivery implements MessageHandler {
        private final MessageContext context;
        private final List<Mailbox> recipients = new ArrayList<>();
        private String from = "";

        Delivery(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String sender) throws RejectException {
            Certificate[] shown = context.getTlsPeerCertificates();
            if (shown == null || !isOfService(shown)) {
                throw new RejectException(550, "5.7.1 Only the citizens' service may deliver here");
            }
            if (!sender.isEmpty() && !Submission.isCitizen(sender)) {
                throw new RejectException(550, "5.7.1 The sender is not of your domain");
            }
            Trouble.Kind kind = trouble.kind();
            if (kind == Trouble.Kind.BUSY) {
                throw new RejectException(451, "4.3.0 Out of order, try again later");
            }
            if (kind == Trouble.Kind.REFUSE) {
                throw new RejectException(550, "5.7.1 Not wanted here");
            }
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            Mailbox mailbox = Mailbox.at(recipient)
                    .filter(each -> each.operator() == operator)
                    .orElseThrow(() -> new RejectException(550, "5.1.1 No such mailbox"));
            if (trouble.kind() == Trouble.Kind.GREYLIST && trouble.isNew(from, recipient)) {
                throw new RejectException(451, "4.7.1 Greylisted, try again later");
            }
            recipients.add(mailbox);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            byte[] message = data.readAllBytes();
            if (trouble.kind() == Trouble.Kind.SLOW) {
                pause();
            }
            for (Mailbox recipient : recipients) {
                if (trouble.kind() == Trouble.Kind.BOUNCE && !from.isEmpty()) {
                    bounced.report(operator, from, recipient.address(), message);
                } else {
                    store.deliver(recipient, message, clock.instant());
                }
            }
            return null;
        }

        private void pause() {
            try {
                closing.await(SLOW_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void done() {}
    }
}
