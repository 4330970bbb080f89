package fr.monespacesante.interop.mssante;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// A connection to the relay of a domain: nothing is sent before TLS, nor to who does not bear the
/// operator's name in a certificate of the trusted authority. Several messages may take it, one after
/// the other.
final class RelayConnection implements AutoCloseable {
    private static final Pattern ANSWER = Pattern.compile("(?s)(\\d{3})[ -]([245]\\.\\d{1,3}\\.\\d{1,3})?\\s*(.*)");
    private static final int LONGEST_WORDS = 300;

    private final Session session;
    private final Transport transport;

    RelayConnection(TrustedDomain domain, MssanteTls tls, String ownName, MssanteProperties.Sending limits)
            throws MessagingException {
        this.session = Session.getInstance(settings(domain, tls, ownName, limits));
        this.transport = session.getTransport("smtp");
    }

    private static Properties settings(
            TrustedDomain domain, MssanteTls tls, String ownName, MssanteProperties.Sending limits) {
        HostnameVerifier isOperator = (host, shown) -> bears(shown, domain.operator());
        Properties settings = new Properties();
        settings.put("mail.smtp.host", domain.host());
        settings.put("mail.smtp.port", String.valueOf(domain.port()));
        settings.put("mail.smtp.localhost", ownName);
        settings.put("mail.smtp.auth", "false");
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", "true");
        settings.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        settings.put("mail.smtp.ssl.socketFactory", tls.calling());
        // the name asked for is the operator's, not the host's: the verifier looks at it
        settings.put("mail.smtp.ssl.checkserveridentity", "false");
        settings.put("mail.smtp.ssl.hostnameverifier", isOperator);
        settings.put(
                "mail.smtp.connectiontimeout",
                String.valueOf(limits.connectTimeout().toMillis()));
        settings.put("mail.smtp.timeout", String.valueOf(limits.timeout().toMillis()));
        settings.put("mail.smtp.writetimeout", String.valueOf(limits.timeout().toMillis()));
        settings.put("mail.smtp.quitwait", "false");
        return settings;
    }

    private static boolean bears(SSLSession shown, String operator) {
        try {
            return Peer.of(shown.getPeerCertificates()).bears(operator);
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    /// @param from empty for a report
    RelayAnswer send(String from, String to, byte[] message) {
        try {
            if (!transport.isConnected()) {
                transport.connect();
            }
        } catch (MessagingException e) {
            return new RelayAnswer.Unreachable("4.4.1", "");
        }
        try {
            SMTPMessage mail = new SMTPMessage(session, new ByteArrayInputStream(message));
            mail.setEnvelopeFrom(from.isEmpty() ? "<>" : from);
            transport.sendMessage(mail, new Address[] {new InternetAddress(to)});
            return new RelayAnswer.Accepted();
        } catch (AddressException e) {
            return new RelayAnswer.Refused("5.1.3", "");
        } catch (MessagingException e) {
            return answer(e);
        }
    }

    private static RelayAnswer answer(MessagingException failure) {
        @Nullable Exception each = failure;
        while (each instanceof MessagingException part) {
            switch (part) {
                case SMTPAddressFailedException refused -> {
                    return answer(refused.getReturnCode(), refused);
                }
                case SMTPSenderFailedException refused -> {
                    return answer(refused.getReturnCode(), refused);
                }
                case SMTPSendFailedException refused
                when refused.getNextException() == null -> {
                    return answer(refused.getReturnCode(), refused);
                }
                default -> each = part.getNextException();
            }
        }
        return new RelayAnswer.Later("4.4.2", "");
    }

    private static RelayAnswer answer(int code, MessagingException said) {
        Matcher answer =
                ANSWER.matcher(Objects.requireNonNullElse(said.getMessage(), "").strip());
        boolean known = answer.matches();
        String status = known && answer.group(2) != null ? answer.group(2) : code / 100 + ".0.0";
        String words = known ? plain(Objects.requireNonNull(answer.group(3))) : "";
        return code >= 500 ? new RelayAnswer.Refused(status, words) : new RelayAnswer.Later(status, words);
    }

    /// The words of a stranger, on one line and not too many.
    static String plain(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // it is gone
        }
    }
}
