package fr.monespacesante.notification;

import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.courier.PushServices;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.SpaceRows;
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
    PreferenceRows preferenceRows(JdbcClient database) {
        return new PreferenceRows(database);
    }

    @Bean
    Debts debts(JdbcClient database, Ids ids) {
        return new Debts(database, ids);
    }

    @Bean
    Bell bell(Notices notices, PreferenceRows preferences, Debts debts, NotificationProperties properties) {
        return new Bell(notices, preferences, debts, properties.delay());
    }

    @Bean
    Herald herald(Bell bell, Notices notices, Ids ids) {
        return new Herald(bell, notices, ids);
    }

    @Bean
    AccountNews accountNews(JdbcClient database, Doors doors, Bell bell, Ids ids, Clock clock) {
        return new AccountNews(database, doors, bell, ids, clock);
    }

    @Bean
    PushDevices pushDevices(JdbcClient database, Directory directory, PushServices services, Ids ids) {
        return new PushDevices(database, directory, services, ids);
    }

    @Bean
    Letters letters(
            Debts debts,
            PlatformTransactionManager transactions,
            Citizens citizens,
            Mandates mandates,
            PushDevices devices,
            Outbox outbox,
            Clock clock) {
        return new Letters(debts, new TransactionTemplate(transactions), citizens, mandates, devices, outbox, clock);
    }

    @Bean
    NotificationErasure notificationErasure(SpaceRows rows) {
        return new NotificationErasure(rows);
    }
}
