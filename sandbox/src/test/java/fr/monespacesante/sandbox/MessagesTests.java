package fr.monespacesante.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.monespacesante.sandbox.messages.Mail;
import fr.monespacesante.sandbox.messages.Sms;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Mail by real SMTP, texts by HTTP, and the pages that show them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunningSandbox sandbox = RunningSandbox.start("--sandbox.kept=5");
    private final Browser browser = Browser.at(sandbox.url());

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void aMailComesBySmtpAndIsShown() throws Exception {
        send(
                "claire@courriel.test",
                "Votre code d’accès",
                "Code : 123456\nhttps://localhost:8080/a?b=1&c=2.",
                "<p>Été</p>");
        Mail mail = sandbox.mails().await("CLAIRE@courriel.test", PATIENCE);
        assertThat(mail.subject()).isEqualTo("Votre code d’accès");
        assertThat(mail.text()).contains("Code : 123456");
        assertThat(mail.html()).contains("Été");
        assertThat(mail.to()).containsExactly("claire@courriel.test");

        assertThat(browser.get("/mail").body()).contains("Votre code d’accès");
        assertThat(browser.get("/mail?to=nobody@courriel.test").body()).contains("Aucun courriel");
        assertThat(browser.get("/mail/" + mail.id()).body())
                .contains("<a href=\"https://localhost:8080/a?b=1&amp;c=2\"")
                .contains("src=\"/mail/" + mail.id() + "/html\"");
        var html = browser.get("/mail/" + mail.id() + "/html");
        assertThat(html.body()).contains("Été");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox");
        assertThat(browser.get("/api/mail?to=claire@courriel.test").body())
                .contains("\"subject\":\"Votre code d’accès\"");
        assertThat(browser.get("/mail/999").statusCode()).isEqualTo(404);
    }

    @Test
    void whatAMailSaysIsNeverMarkup() throws Exception {
        send("markup@courriel.test", "<script>alert(1)</script>", "<img src=x>", "");
        Mail mail = sandbox.mails().await("markup@courriel.test", PATIENCE);
        assertThat(browser.get("/mail").body()).doesNotContain("<script>");
        assertThat(browser.get("/mail/" + mail.id()).body()).doesNotContain("<script>", "<img");
    }

    @Test
    void inAnOutageMailIsRefusedForNow() throws Exception {
        browser.json("PUT", "/api/mail/outage", "{\"seconds\": 60}");
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> send("outage@courriel.test", "x", "y", ""))
                .withMessageContaining("451");
        assertThat(browser.json("PUT", "/api/mail/outage", "{\"seconds\": 0}").body())
                .contains("false");
        send("outage@courriel.test", "x", "y", "");
        assertThat(sandbox.mails().await("outage@courriel.test", PATIENCE).subject())
                .isEqualTo("x");
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        for (int i = 0; i < 7; i++) {
            send("many@courriel.test", "number " + i, "text", "");
        }
        assertThat(sandbox.mails().all()).hasSize(5);
        assertThat(sandbox.mails().await("many@courriel.test", PATIENCE).subject())
                .isEqualTo("number 6");
    }

    @Test
    void aTextIsTakenAndShownWhateverTheFormOfTheNumber() throws Exception {
        var answer = browser.json("POST", "/sms", "{\"to\": \"+33639980101\", \"text\": \"Code 987654\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        Sms sms = sandbox.texts().await("06 39 98 01 01", PATIENCE);
        assertThat(sms.text()).isEqualTo("Code 987654");
        assertThat(browser.get("/sms?to=0639980101").body()).contains("Code 987654");
        assertThat(browser.get("/api/sms?to=0639980101").body()).contains("Code 987654");
        assertThat(browser.json("POST", "/sms", "{\"to\": \"\"}").statusCode()).isEqualTo(400);

        browser.json("PUT", "/api/sms/outage", "{\"seconds\": 60}");
        assertThat(browser.json("POST", "/sms", "{\"to\": \"06\", \"text\": \"x\"}")
                        .statusCode())
                .isEqualTo(503);
        sandbox.smsOutage().end();
    }

    @Test
    void theHomePageSaysWhoOneCanBe() throws Exception {
        assertThat(browser.get("/").body())
                .contains(
                        "Claire MARTIN-DURAND",
                        "284053155512379",
                        "12345678901",
                        "Dr Antoine LEFÈVRE",
                        "laboratory.p12");
        assertThat(browser.get("/sandbox.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/campagne.csv").body()).startsWith("ins;ins_oid;");
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", String.valueOf(sandbox.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("ne-pas-repondre@monespacesante.test"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        if (html.isEmpty()) {
            message.setText(text, "UTF-8");
        } else {
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText(text, "UTF-8");
            MimeBodyPart marked = new MimeBodyPart();
            marked.setText(html, "UTF-8", "html");
            message.setContent(new MimeMultipart("alternative", plain, marked));
        }
        Transport.send(message);
    }
}
