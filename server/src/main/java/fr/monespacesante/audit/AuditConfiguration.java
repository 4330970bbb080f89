package fr.monespacesante.audit;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    Activities activities(JdbcClient database, Directory directory) {
        return new Activities(database, directory);
    }

    @Bean
    Traces traces(JdbcClient database, Activities activities, Ids ids) {
        return new Traces(database, activities, ids);
    }

    @Bean
    ActivityFigures activityFigures(JdbcClient database, Directory directory) {
        return new ActivityFigures(database, directory);
    }

    @Bean
    AgentTraces agentTraces(JdbcClient database, Directory directory, Ids ids) {
        return new AgentTraces(database, directory, ids);
    }

    @Bean
    Anchors anchors(JdbcClient database, Directory directory) {
        return new Anchors(database, directory);
    }

    @Bean
    TraceChain traceChain(JdbcClient database, Directory directory) {
        return new TraceChain(database, directory);
    }
}
