package fr.monespacesante.sandbox.mssante;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/// The mailboxes, and the door (IMAP over TLS) by which their owners read them.
final class MailStore implements AutoCloseable {
    private static final int STARTS_WITHIN = 10_000;

    private final Managers managers = new Managers();
    private final ImapDoor door;

    /// @param port 0 for any free one
    MailStore(int port, SSLContext tls) {
        managers.getUserManager().setAuthRequired(true);
        try {
            for (Mailbox mailbox : Mailbox.values()) {
                managers.getUserManager().createUser(mailbox.address(), mailbox.address(), Mailbox.PASSWORD);
            }
        } catch (UserException e) {
            throw new IllegalStateException("no mailbox could be made", e);
        }
        door = new ImapDoor(port, managers, tls);
        door.startService();
        try {
            if (!door.waitTillRunning(STARTS_WITHIN)) {
                throw new IllegalStateException("the mailboxes' door did not open on port " + port);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return door.getPort();
    }

    boolean knows(String login, String password) {
        return managers.getUserManager().test(login, password);
    }

    void deliver(Mailbox to, byte[] message, Instant when) throws IOException {
        try {
            MimeMessage parsed =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
            inbox(to).appendMessage(parsed, new Flags(), Date.from(when));
        } catch (MessagingException e) {
            throw new IOException("a message could not be put into a mailbox", e);
        }
    }

    int count(Mailbox of) {
        return inbox(of).getMessageCount();
    }

    private MailFolder inbox(Mailbox of) {
        try {
            return managers.getImapHostManager()
                    .getInbox(managers.getUserManager().getUserByEmail(of.address()));
        } catch (FolderException e) {
            throw new IllegalStateException("a mailbox is gone", e);
        }
    }

    @Override
    public void close() {
        door.stopService();
    }

    /// GreenMail's IMAP with a certificate that mail programs can check: its own choice is one made up on the spot.
    private static final class ImapDoor extends AbstractServer {
        private final SSLContext tls;

        ImapDoor(int port, Managers managers, SSLContext tls) {
            super(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS), managers);
            this.tls = tls;
        }

        @Override
        protected ServerSocket openServerSocket() throws IOException {
            ServerSocket socket = tls.getServerSocketFactory().createServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bindTo, setup.getPort()));
            setup = setup.port(socket.getLocalPort());
            return socket;
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
        }
    }
}
