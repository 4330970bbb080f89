package fr.monespacesante.sandbox.mssante;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// Where the professionals' mail programs hand their mail in: STARTTLS, then the mailbox's password.
///
/// One may send only from one's own address, to other mailboxes and to citizens.
final class Submission implements AutoCloseable {
    static final int LARGEST = 25 * 1024 * 1024;

    private final MailStore store;
    private final Accepted accepted;
    private final SMTPServer server;

    /// What happens to a mail that was handed in.
    interface Accepted {
        void take(Mailbox from, List<String> recipients, byte[] message) throws IOException;
    }

    /// @param port 0 for any free one
    Submission(int port, SSLContext tls, MailStore store, Accepted accepted) {
        this.store = store;
        this.accepted = accepted;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName(Operator.MAIN.dnsName())
                .softwareName("sandbox submission")
                .maxMessageSize(LARGEST)
                .enableTLS()
                .requireTLS()
                .requireAuth()
                .startTlsSocketFactory(tls, false)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(this::login))
                .messageHandlerFactory(Delivery::new)
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void login(String user, String password, MessageContext context) throws LoginFailedException {
        if (!store.knows(user, password)) {
            throw new LoginFailedException();
        }
    }

    private final class Delivery implements MessageHandler {
        private final MessageContext context;
        private final List<String> recipients = new ArrayList<>();
        private @Nullable Mailbox from;

        Delivery(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String sender) throws RejectException {
            Optional<Object> user = context.getAuthenticationHandler().map(each -> each.getIdentity());
            from = Mailbox.at(sender)
                    .filter(mailbox ->
                            user.isPresent() && mailbox.address().equalsIgnoreCase(String.valueOf(user.get())))
                    .orElseThrow(() -> new RejectException(550, "5.7.1 This is not your address"));
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (!isCitizen(recipient) && Mailbox.at(recipient).isEmpty()) {
                throw new RejectException(550, "5.1.1 No such mailbox in this space of trust");
            }
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            Mailbox sender = from;
            if (sender != null) {
                accepted.take(sender, recipients, data.readAllBytes());
            }
            return null;
        }

        @Override
        public void done() {}
    }

    static boolean isCitizen(String address) {
        return address.toLowerCase(Locale.ROOT).endsWith("@" + ServiceLink.SERVICE);
    }
}
