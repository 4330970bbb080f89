package fr.monespacesante.notification;

import fr.monespacesante.courier.Outbox;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
    /// @param delay how long news of one space are gathered before its holder gets one letter for all of them
    @ConfigurationProperties("mes.notification")
    record NotificationProperties(@DefaultValue("PT30S") Duration delay) {}

    @Bean
    Notices notices(JdbcClient database) {
        return new Notices(database);
    }

    @Bean
    Herald herald(Notices notices, Ids ids) {
        return new Herald(notices, ids);
    }

    @Bean
    Letters letters(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Citizens citizens,
            Outbox outbox,
            Clock clock,
            NotificationProperties properties) {
        return new Letters(
                database, new TransactionTemplate(transactions), citizens, outbox, clock, properties.delay());
    }
}
