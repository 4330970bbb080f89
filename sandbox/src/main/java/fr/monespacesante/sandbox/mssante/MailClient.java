package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.pki.Pki;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// A professional's ordinary mail program: Jakarta Mail, with the operator's two doors and the mailbox's password.
public final class MailClient {
    private static final long BETWEEN_LOOKS = 100;

    private final Mailbox mailbox;
    private final int submissionPort;
    private final int imapPort;
    private final SSLSocketFactory sockets;

    /// A mail that is already there: its number in the mailbox (for good) and all of it.
    public record Received(long uid, MimeMessage mail) {}

    /// @param trust the authorities to believe (PKCS#12)
    public MailClient(Mailbox mailbox, int submissionPort, int imapPort, Path trust) {
        this.mailbox = mailbox;
        this.submissionPort = submissionPort;
        this.imapPort = imapPort;
        this.sockets = sockets(trust);
    }

    public void send(MimeMessage mail) throws MessagingException {
        Properties settings = common("smtp");
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(submissionPort));
        settings.put("mail.smtp.auth", "true");
        settings.put("mail.smtp.from", mailbox.address());
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", "true");
        try (Transport transport = Session.getInstance(settings).getTransport("smtp")) {
            transport.connect(mailbox.address(), Mailbox.PASSWORD);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    /// Newest last. Opening the mailbox this way leaves what is unread unread.
    public List<Received> inbox() throws MessagingException, IOException {
        Properties settings = common("imaps");
        settings.put("mail.imaps.host", "localhost");
        settings.put("mail.imaps.port", String.valueOf(imapPort));
        Session session = Session.getInstance(settings);
        try (Store store = session.getStore("imaps")) {
            store.connect(mailbox.address(), Mailbox.PASSWORD);
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                List<Received> all = new ArrayList<>();
                for (Message each : folder.getMessages()) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    each.writeTo(bytes);
                    long uid = folder instanceof jakarta.mail.UIDFolder numbered ? numbered.getUID(each) : 0;
                    all.add(new Received(uid, new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()))));
                }
                return all;
            }
        }
    }

    /// What a mail is looked for by.
    public interface Wanted {
        boolean matches(MimeMessage mail) throws MessagingException, IOException;
    }

    /// The newest mail like this, waited for where none is there yet.
    ///
    /// @throws AssertionError when none came in this time
    public MimeMessage await(Duration patience, Wanted wanted)
            throws MessagingException, IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            for (Received each : inbox().reversed()) {
                if (wanted.matches(each.mail())) {
                    return each.mail();
                }
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no such mail came in " + patience);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /// With these words in the subject.
    public static Wanted subject(String words) {
        Predicate<String> has = subject -> subject.contains(words);
        return mail -> mail.getSubject() != null && has.test(mail.getSubject());
    }

    private Properties common(String protocol) {
        Properties settings = new Properties();
        settings.put("mail." + protocol + ".ssl.socketFactory", sockets);
        settings.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        settings.put("mail." + protocol + ".connectiontimeout", "5000");
        settings.put("mail." + protocol + ".timeout", "30000");
        settings.put("mail." + protocol + ".writetimeout", "30000");
        return settings;
    }

    private static SSLSocketFactory sockets(Path trust) {
        try (InputStream bytes = Files.newInputStream(trust)) {
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(bytes, Pki.PASSWORD.toCharArray());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("the authorities to believe cannot be read", e);
        }
    }
}
