package fr.monespacesante.audit;

import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    /// @param keepActivity how long a professional's own list and supervision look back; 90 days at the least. The
    /// history of a space is kept as long as the space
    @ConfigurationProperties("mes.audit")
    record AuditProperties(@DefaultValue("P1096D") Duration keepActivity) {}

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

    @Bean
    AuditErasure auditErasure(JdbcClient database) {
        return new AuditErasure(database);
    }

    @Bean
    ActivityPruning activityPruning(JdbcClient database, AuditProperties properties, Clock clock) {
        return new ActivityPruning(database, properties.keepActivity(), clock);
    }
}
