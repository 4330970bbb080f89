package fr.monespacesante.sandbox.mssante;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.util.Objects;
import java.util.Properties;
import java.util.function.IntSupplier;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// The way from an operator to the service: SMTP with STARTTLS, where each shows its certificate to the other.
public final class ServiceLink {
    /// The citizens' domain, and the name that the service's certificate carries.
    public static final String SERVICE = "patient.mssante.fr";

    private static final HostnameVerifier IS_SERVICE = ServiceLink::isService;

    private final String ownName;
    private final SSLContext tls;
    private final IntSupplier port;

    /// What the service said to one mail for one recipient.
    public sealed interface Answer {
        /// Its own from now on.
        record Accepted(String text) implements Answer {}

        /// For good; 5xx.
        record Refused(int code, String text) implements Answer {}

        /// To be tried again; 4xx, or 0 when nobody answered properly.
        record Later(int code, String text) implements Answer {}
    }

    /// @param ownName said in EHLO
    /// @param tls with the operator's certificate
    /// @param port of the service, on this machine
    public ServiceLink(String ownName, SSLContext tls, IntSupplier port) {
        this.ownName = ownName;
        this.tls = tls;
        this.port = port;
    }

    /// @param from of the envelope; empty for a report that must not be reported on
    public Answer send(String from, String to, byte[] message) {
        Session session = Session.getInstance(settings(from));
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage mail = new MimeMessage(session, new ByteArrayInputStream(message));
            transport.connect();
            transport.sendMessage(mail, new Address[] {new InternetAddress(to)});
            return new Answer.Accepted(
                    transport instanceof SMTPTransport smtp ? text(smtp.getLastServerResponse()) : "");
        } catch (MessagingException e) {
            return answer(e);
        }
    }

    private Properties settings(String from) {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(port.getAsInt()));
        settings.put("mail.smtp.localhost", ownName);
        settings.put("mail.smtp.from", from.isEmpty() ? "<>" : from);
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", "true");
        settings.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
        settings.put("mail.smtp.ssl.checkserveridentity", "false");
        settings.put("mail.smtp.ssl.hostnameverifier", IS_SERVICE);
        settings.put("mail.smtp.connectiontimeout", "5000");
        settings.put("mail.smtp.timeout", "60000");
        settings.put("mail.smtp.writetimeout", "60000");
        settings.put("mail.smtp.quitwait", "false");
        return settings;
    }

    private static boolean isService(String host, SSLSession session) {
        try {
            Certificate[] shown = session.getPeerCertificates();
            return InboundRelay.isOfService(shown);
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private static Answer answer(MessagingException failure) {
        Exception each = failure;
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
        return new Answer.Later(0, text(failure.getMessage()));
    }

    private static Answer answer(int code, MessagingException said) {
        String text = text(said.getMessage());
        return code >= 500 ? new Answer.Refused(code, text) : new Answer.Later(code, text);
    }

    private static String text(@org.jspecify.annotations.Nullable String said) {
        return Objects.requireNonNullElse(said, "").strip();
    }
}
