package fr.monespacesante.support;

import fr.monespacesante.access.AccountHistory;
import fr.monespacesante.access.Families;
import fr.monespacesante.account.Closings;
import fr.monespacesante.account.Identification;
import fr.monespacesante.account.Invitations;
import fr.monespacesante.account.Measures;
import fr.monespacesante.account.Oppositions;
import fr.monespacesante.account.SpaceStories;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.OneTimeCodes;
import fr.monespacesante.identity.OwnCredentials;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.identity.Unlocking;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SupportConfiguration {
    @Bean
    Acts.Beside supportBeside(Ids ids, Clock clock, ApplicationEventPublisher events) {
        return new Acts.Beside(ids, clock, events);
    }

    @Bean
    Acts supportActs(
            JdbcClient database,
            Directory directory,
            AgentTraces journal,
            AccountHistory history,
            Spaces spaces,
            Acts.Beside beside) {
        return new Acts(database, directory, journal, history, spaces, beside);
    }

    @Bean
    Calls supportCalls(JdbcClient database, Directory directory, Acts.Beside beside) {
        return new Calls(database, directory, beside);
    }

    @Bean
    CallDesk.Account supportAccount(
            Identification identification,
            Spaces spaces,
            SpaceStories stories,
            Invitations invitations,
            Oppositions oppositions,
            Closings closings) {
        return new CallDesk.Account(identification, spaces, stories, invitations, oppositions, closings);
    }

    @Bean
    CallDesk.Login supportLogin(Citizens citizens, OwnCredentials credentials, Unlocking unlocking) {
        return new CallDesk.Login(citizens, credentials, unlocking);
    }

    @Bean
    ProtectionDesk protectionDesk(
            Calls calls,
            Acts acts,
            Families families,
            Measures measures,
            Spaces spaces,
            Acts.Beside beside,
            PlatformTransactionManager transactions) {
        return new ProtectionDesk(
                calls, acts, families, measures, spaces, beside, new TransactionTemplate(transactions));
    }

    @Bean
    AssistedRows assistedRows(JdbcClient database, Directory directory, Acts.Beside beside) {
        return new AssistedRows(database, directory, beside);
    }

    @Bean
    AssistedSessions.Told assistedTold(AccountHistory history, AgentTraces journal, Acts.Beside beside) {
        return new AssistedSessions.Told(history, journal, beside);
    }

    @Bean
    AssistedSessions assistedSessions(
            AssistedRows rows,
            Spaces spaces,
            Citizens citizens,
            OneTimeCodes codes,
            Throttle throttle,
            AssistedSessions.Told told,
            PlatformTransactionManager transactions) {
        return new AssistedSessions(
                rows, spaces, citizens, codes, throttle, told, new TransactionTemplate(transactions));
    }

    @Bean
    CallDesk callDesk(
            Calls calls,
            Acts acts,
            CallDesk.Account account,
            CallDesk.Login login,
            PlatformTransactionManager transactions) {
        return new CallDesk(calls, acts, account, login, new TransactionTemplate(transactions));
    }
}
