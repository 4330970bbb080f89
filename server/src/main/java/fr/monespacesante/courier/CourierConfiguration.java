package fr.monespacesante.courier;

import fr.monespacesante.vault.Directory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CourierConfiguration {
    @Bean
    Drops drops(JdbcClient database, PlatformTransactionManager transactions, ObjectProvider<Undelivered> undelivered) {
        return new Drops(database, new TransactionTemplate(transactions), undelivered);
    }

    @Bean
    Courier courier(JdbcClient database, Drops drops, Directory directory, CourierProperties properties, Clock clock) {
        return new Courier(
                database,
                drops,
                directory,
                List.of(
                        new OneByOne<>(
                                Channel.EMAIL,
                                Letter.Email.class,
                                new EmailDelivery(mailServer(properties), properties.from())),
                        new OneByOne<>(
                                Channel.SMS,
                                Letter.Sms.class,
                                new SmsDelivery(new Posting(Duration.ofSeconds(10)), properties.smsGateway())),
                        new PostCarrier(properties.postDirectory())),
                clock);
    }

    @Bean
    WebPushEncryption webPushEncryption(SecureRandom random) {
        return new WebPushEncryption(random);
    }

    @Bean
    PushServices pushServices(
            PushProperties properties, WebPushEncryption encryption, SecureRandom random, Clock clock) {
        VapidKey key = VapidKey.in(properties.keyFile(), properties.contact(), random);
        return new PushServices(key, encryption, properties, clock);
    }

    /// A round of its own: a push service that answers slowly holds up no one-time code.
    @Bean
    Courier pushCourier(
            JdbcClient database,
            Drops drops,
            Directory directory,
            PushServices services,
            WebPushEncryption encryption,
            ObjectProvider<Returned> returned,
            Clock clock) {
        PushDelivery delivery = new PushDelivery(
                new Posting(Duration.ofSeconds(6)),
                services,
                encryption,
                letter -> returned.forEach(each -> each.gone(letter.to())));
        return new Courier(
                database, drops, directory, List.of(new OneByOne<>(Channel.PUSH, Letter.Push.class, delivery)), clock);
    }

    private static JavaMailSenderImpl mailServer(CourierProperties properties) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost(properties.smtpHost());
        server.setPort(properties.smtpPort());
        server.setDefaultEncoding("UTF-8");
        Properties smtp = server.getJavaMailProperties();
        smtp.setProperty("mail.smtp.connectiontimeout", "5000");
        smtp.setProperty("mail.smtp.timeout", "10000");
        smtp.setProperty("mail.smtp.writetimeout", "10000");
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (properties.startTls()) {
            smtp.setProperty("mail.smtp.starttls.enable", "true");
            smtp.setProperty("mail.smtp.starttls.required", "true");
        }
        if (properties.smtpUser() != null) {
            server.setUsername(properties.smtpUser());
            server.setPassword(
                    properties.smtpPassword() == null
                            ? ""
                            : properties.smtpPassword().reveal());
            smtp.setProperty("mail.smtp.auth", "true");
        }
        return server;
    }
}
