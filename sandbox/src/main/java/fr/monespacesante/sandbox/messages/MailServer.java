package fr.monespacesante.sandbox.messages;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// An SMTP server on the loopback interface that delivers to nobody and keeps everything.
public final class MailServer implements AutoCloseable {
    private static final int LARGEST = 25 * 1024 * 1024;

    private final Caught<Mail> mails;
    private final Outage outage;
    private final Clock clock;
    private final SMTPServer server;

    /// @param port 0 for any free one
    public MailServer(int port, Caught<Mail> mails, Outage outage, Clock clock) {
        this.mails = mails;
        this.outage = outage;
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("courriel.test")
                .softwareName("sandbox")
                .maxMessageSize(LARGEST)
                .messageHandlerFactory(context -> new Delivery())
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Delivery implements MessageHandler {
        private String from = "";
        private final List<String> to = new ArrayList<>();

        @Override
        public void from(String sender) throws RejectException {
            if (outage.isOn()) {
                throw new RejectException(451, "4.3.0 Out of order, try again later");
            }
            from = sender;
        }

        @Override
        public void recipient(String recipient) {
            to.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            byte[] bytes = data.readAllBytes();
            mails.add(id -> MailParser.parse(id, clock.instant(), from, to, bytes));
            return null;
        }

        @Override
        public void done() {}
    }
}
