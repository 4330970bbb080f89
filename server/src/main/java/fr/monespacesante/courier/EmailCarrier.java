package fr.monespacesante.courier;

import java.io.IOException;
import java.util.List;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

final class EmailCarrier implements Carrier {
    private final JavaMailSender server;
    private final String from;

    EmailCarrier(JavaMailSender server, String from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public int load() {
        return 1;
    }

    @Override
    public void carry(List<Parcel> parcels) throws IOException {
        for (Parcel parcel : parcels) {
            if (parcel.letter() instanceof Letter.Email(String to, String subject, String text)) {
                SimpleMailMessage message = new SimpleMailMessage();
                message.setFrom(from);
                message.setTo(to);
                message.setSubject(subject);
                message.setText(text);
                try {
                    server.send(message);
                } catch (MailException e) {
                    throw new IOException(
                            "the mail server did not take it (" + e.getClass().getSimpleName() + ")");
                }
            }
        }
    }
}
