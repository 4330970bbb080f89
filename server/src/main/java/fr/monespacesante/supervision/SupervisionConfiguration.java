package fr.monespacesante.supervision;

import fr.monespacesante.access.Doors;
import fr.monespacesante.audit.ActivityFigures;
import fr.monespacesante.audit.AgentTraces;
import fr.monespacesante.identity.FailedSignIns;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.SpaceRows;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
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
class SupervisionConfiguration {
    /// @param interval how often the rules are evaluated
    @ConfigurationProperties("mes.supervision")
    record SupervisionProperties(@DefaultValue("PT1M") Duration interval) {}

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

    @Bean
    AlertRows alertRows(JdbcClient database, Directory directory) {
        return new AlertRows(database, directory);
    }

    @Bean
    AlertDesk alertDesk(AlertRows rows, CaseRows cases, ActivityFigures figures, AgentTraces agents, Journal journal) {
        return new AlertDesk(rows, cases, figures, agents, journal);
    }

    @Bean
    RuleRows ruleRows(JdbcClient database) {
        return new RuleRows(database);
    }

    @Bean
    RuleDesk ruleDesk(RuleRows rows, Journal journal) {
        return new RuleDesk(rows, journal);
    }

    @Bean
    Watch watch(
            JdbcClient database,
            RuleRows rules,
            AlertRows alerts,
            Journal journal,
            Ids ids,
            Sightings sightings,
            SupervisionProperties properties) {
        return new Watch(database, rules, sightings, alerts, journal, ids);
    }

    @Bean
    Sightings sightings(ActivityFigures activity, FailedSignIns signIns, Directory directory) {
        return new Sightings(activity, signIns, directory);
    }

    /// Figures without anybody in them.
    @Bean
    MeterBinder supervisionFigures(AlertRows alerts, CaseRows cases, Watch watch) {
        return registry -> {
            Gauge.builder("mes.supervision.alerts.open", alerts, AlertRows::open)
                    .description("alerts that nobody has acknowledged")
                    .register(registry);
            Gauge.builder("mes.supervision.cases.waiting", cases, CaseRows::waiting)
                    .description("reported accesses without an answer")
                    .register(registry);
            FunctionCounter.builder("mes.supervision.rules.evaluated", watch, Watch::evaluated)
                    .description("evaluations of a rule by this node")
                    .register(registry);
        };
    }

    @Bean
    SupervisionErasure supervisionErasure(SpaceRows rows) {
        return new SupervisionErasure(rows);
    }
}
