package fr.monespacesante;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.helper.SimpleMessageListenerAdapter;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server of the tests' own, on a free port: what the service sends lands here.
public final class TestMailbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ONE_TIME_CODE = Pattern.compile("code est (\\d{6})");
    private static final Pattern PROVISIONAL_CODE = Pattern.compile("\\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\\b");

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private TestMailbox() {
        server = SMTPServer.port(0)
                .messageHandlerFactory(new SimpleMessageListenerAdapter(new Catcher()))
                .build();
        server.start();
    }

    public record Mail(String to, String subject, String text, Instant caught) {}

    public static TestMailbox start() {
        return new TestMailbox();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /// Everything caught for an address so far, oldest first.
    public List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /// The n-th mail to an address (1 is the first), awaited.
    public Mail await(String address, int n) {
        Instant end = Instant.now().plus(PATIENCE);
        while (to(address).size() < n) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("no mail number " + n + " came, there are "
                        + to(address).size());
            }
            LockSupport.parkNanos(20_000_000);
        }
        return to(address).stream()
                .sorted(Comparator.comparing(Mail::caught))
                .skip(n - 1L)
                .findFirst()
                .orElseThrow();
    }

    /// The six digits of a mail.
    public static String oneTimeCode(Mail mail) {
        return find(ONE_TIME_CODE, mail, 1);
    }

    /// The twelve signs of an invitation.
    public static String provisionalCode(Mail mail) {
        return find(PROVISIONAL_CODE, mail, 0);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static String find(Pattern pattern, Mail mail, int group) {
        Matcher matcher = pattern.matcher(mail.text());
        if (!matcher.find()) {
            throw new AssertionError("no code in this mail: " + mail.text());
        }
        return matcher.group(group);
    }

    private final class Catcher implements SimpleMessageListener {
        @Override
        public boolean accept(String from, String recipient) {
            return true;
        }

        @Override
        public void deliver(String from, String recipient, InputStream data) throws IOException {
            try {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), data);
                mails.add(new Mail(
                        recipient,
                        message.getSubject(),
                        String.valueOf(message.getContent()).replace("\r\n", "\n"),
                        Instant.now()));
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }
    }
}
