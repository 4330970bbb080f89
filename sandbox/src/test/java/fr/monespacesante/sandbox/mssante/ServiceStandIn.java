package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.laboratory.MutualTls;
import fr.monespacesante.sandbox.pki.Pki;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// The service as the operators see it: takes mail under the certificate of patient.mssante.fr, and sends some.
final class ServiceStandIn implements AutoCloseable {
    private final Path pki;
    private final SMTPServer server;
    private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
    private volatile @Nullable RejectException answer;

    record Taken(String operator, String from, String to, MimeMessage mail) {}

    ServiceStandIn(Path pki) throws Exception {
        this.pki = pki;
        SSLContext tls = tls("mssante.p12");
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(tls, true)
                .messageHandlerFactory(Delivery::new)
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /// From now on; none: everything is welcome.
    void answers(@Nullable RejectException refusal) {
        answer = refusal;
    }

    Taken await(Duration patience) throws InterruptedException {
        Taken next = taken.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing came in " + patience);
        }
        return next;
    }

    /// Sends as the holder of this certificate.
    void send(String certificate, int relay, String from, String to, MimeMessage mail) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(relay));
        settings.put("mail.smtp.from", from);
        settings.put("mail.smtp.starttls.required", "true");
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.ssl.socketFactory", tls(certificate).getSocketFactory());
        settings.put("mail.smtp.ssl.checkserveridentity", "false");
        try (Transport transport = Session.getInstance(settings).getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(mail, new Address[] {new InternetAddress(to)});
        }
    }

    private SSLContext tls(String certificate) throws Exception {
        return MutualTls.context(pki.resolve(certificate), Pki.PASSWORD.toCharArray(), pki.resolve("truststore.p12"));
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Delivery implements MessageHandler {
        private final MessageContext context;
        private String from = "";
        private String to = "";

        Delivery(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            RejectException refusal = answer;
            if (refusal != null) {
                throw refusal;
            }
            to = recipient;
        }

        @Override
        public @Nullable String data(InputStream data) throws java.io.IOException {
            byte[] bytes = data.readAllBytes();
            X509Certificate shown = (X509Certificate) context.getTlsPeerCertificates()[0];
            try {
                MimeMessage mail =
                        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
                taken.add(new Taken(shown.getSubjectX500Principal().getName(), from, to, mail));
            } catch (MessagingException e) {
                throw new java.io.IOException(e);
            }
            return null;
        }

        @Override
        public void done() {}
    }
}
