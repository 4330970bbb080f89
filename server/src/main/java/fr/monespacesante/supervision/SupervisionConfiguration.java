package fr.monespacesante.supervision;

import fr.monespacesante.access.Doors;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {
    @Bean
    Journal supervisionJournal(AgentTraces traces, PlatformTransactionManager transactions, Clock clock) {
        return new Journal(traces, new TransactionTemplate(transactions), clock);
    }

    @Bean
    CaseRows caseRows(JdbcClient database, Directory directory) {
        return new CaseRows(database, directory);
    }

    @Bean
    Cases cases(CaseRows rows, Ids ids, Clock clock) {
        return new Cases(rows, ids, clock);
    }

    @Bean
    CaseDesk caseDesk(CaseRows rows, Doors doors, Journal journal) {
        return new CaseDesk(rows, doors, journal);
    }
}
