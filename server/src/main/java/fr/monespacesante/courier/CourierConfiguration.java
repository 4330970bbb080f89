package fr.monespacesante.courier;

import fr.monespacesante.vault.Directory;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CourierConfiguration {
    @Bean
    Courier courier(JdbcClient database, Directory directory, CourierProperties properties, Clock clock) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        return new Courier(
                database,
                directory,
                List.of(
                        new EmailCarrier(mailServer(properties), properties.from()),
                        new SmsCarrier(http, properties.smsGateway()),
                        new PostCarrier(properties.postDirectory())),
                clock);
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
