package fr.monespacesante.courier;

import java.io.IOException;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

final class EmailDelivery implements OneByOne.Delivery<Letter.Email> {
    private final JavaMailSender server;
    private final String from;

    EmailDelivery(JavaMailSender server, String from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public void deliver(Letter.Email letter) throws IOException {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(letter.to());
        message.setSubject(letter.subject());
        message.setText(letter.text());
        try {
            server.send(message);
        } catch (MailException e) {
            throw new IOException(
                    "the mail server did not take it (" + e.getClass().getSimpleName() + ")");
        }
    }
}
