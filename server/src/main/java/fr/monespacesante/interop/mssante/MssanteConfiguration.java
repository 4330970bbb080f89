package fr.monespacesante.interop.mssante;

import fr.monespacesante.access.Doors;
import fr.monespacesante.content.Antivirus;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.XdmReader;
import fr.monespacesante.messaging.Carriage;
import fr.monespacesante.messaging.Dispatches;
import fr.monespacesante.messaging.Mailroom;
import fr.monespacesante.messaging.MessagingProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MssanteProperties.class)
class MssanteConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(MssanteConfiguration.class);

    MssanteConfiguration(MssanteProperties properties) {
        if (!properties.isOn()) {
            LOG.warn("no mail of MSSanté is taken or sent: mes.mssante.key-store is not set");
        }
    }

    /// Only with a certificate.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("mes.mssante.key-store")
    static class Running {
        @Bean
        MssanteTls mssanteTls(MssanteProperties properties) {
            return MssanteTls.of(properties);
        }

        @Bean
        TrustedDomains trustedDomains(MssanteProperties properties) {
            Path list = properties.trustedList();
            if (list == null) {
                throw new IllegalStateException("mes.mssante.key-store needs mes.mssante.trusted-list");
            }
            return new TrustedDomains(list);
        }

        @Bean
        MailCounts mailCounts(MeterRegistry meters) {
            return new MailCounts(meters);
        }

        @Bean
        Inspection inspection(MailReader reader, XdmReader packages, Antivirus antivirus) {
            return new Inspection(reader, packages, antivirus);
        }

        @Bean
        Reception reception(
                Doors doors,
                Mailroom mailroom,
                TrustedDomains domains,
                Inspection inspection,
                MessagingProperties messaging,
                MssanteProperties properties) {
            return new Reception(
                    doors,
                    mailroom,
                    domains,
                    inspection,
                    messaging.domain(),
                    properties.receiving().atOnce());
        }

        @Bean
        SmtpServer smtpServer(
                MssanteProperties properties,
                MessagingProperties messaging,
                MssanteTls tls,
                Reception reception,
                MailCounts counts) {
            return new SmtpServer(properties, messaging.domain(), tls, reception, counts);
        }

        @Bean
        Relays relays(MssanteTls tls, MessagingProperties messaging, MssanteProperties properties) {
            return new Relays(tls, messaging.domain(), properties.sending());
        }

        @Bean
        OutgoingMail outgoingMail(
                Dispatches dispatches,
                Carriage carriage,
                Doors doors,
                TrustedDomains domains,
                Relays relays,
                MailCounts counts,
                Clock clock) {
            return new OutgoingMail(dispatches, carriage, doors, domains, relays, counts, clock);
        }

        /// The name of this one is the name of its part in the answer.
        @Bean
        HealthIndicator mssante(
                SmtpServer server,
                TrustedDomains domains,
                Dispatches dispatches,
                MssanteProperties properties,
                Clock clock) {
            return new MssanteHealth(
                    server, domains, dispatches, properties.sending().delayedAfter(), clock);
        }

        @Bean
        MeterBinder mssanteFigures(SmtpServer server, TrustedDomains domains, Dispatches dispatches, Clock clock) {
            return (MeterRegistry registry) -> {
                Gauge.builder("mes.mssante.connections", server, SmtpServer::connections)
                        .description("connections of mail that are open")
                        .register(registry);
                Gauge.builder(
                                "mes.mssante.memory",
                                server,
                                open -> open.memory().taken())
                        .description("bytes that messages on their way in take")
                        .register(registry);
                Gauge.builder("mes.mssante.list.broken", domains, list -> list.isBroken() ? 1 : 0)
                        .description("1 when the list of trusted domains cannot be read and an older one is in use")
                        .register(registry);
                Gauge.builder(
                                "mes.mssante.waiting",
                                dispatches,
                                rows -> rows.backlog(clock.instant()).waiting())
                        .description("messages that wait to be carried out")
                        .register(registry);
                Gauge.builder(
                                "mes.mssante.oldest",
                                dispatches,
                                rows -> Duration.between(
                                                rows.backlog(clock.instant()).oldest(), clock.instant())
                                        .toSeconds())
                        .baseUnit("seconds")
                        .description("how long the oldest of them has waited")
                        .register(registry);
            };
        }
    }
}
