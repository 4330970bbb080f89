package fr.monespacesante.access;

import fr.monespacesante.account.Caregivers;
import fr.monespacesante.account.Concealment;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.Measures;
import fr.monespacesante.account.OwnAccess;
import fr.monespacesante.account.Representation;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.audit.Traces;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.SpaceKeys;
import fr.monespacesante.vault.SpaceRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    /// @param matrix pages of the official matrix of rights, in its published JSON shape; the partial default
    /// when absent
    @ConfigurationProperties("mes.access")
    record AccessProperties(@Nullable List<Path> matrix) {}

    @Bean
    Matrix matrix(AccessProperties properties) throws IOException {
        List<Path> files = properties.matrix();
        if (files == null || files.isEmpty()) {
            return Matrix.partialDefault();
        }
        List<InputStream> pages = new java.util.ArrayList<>();
        try {
            for (Path file : files) {
                pages.add(Files.newInputStream(file));
            }
            return Matrix.readOfficial(pages);
        } finally {
            for (InputStream page : pages) {
                page.close();
            }
        }
    }

    @Bean
    Rules rules(Matrix matrix) {
        return new Rules(matrix);
    }

    @Bean
    Doors.Surroundings surroundings(
            PlatformTransactionManager transactions, ObjectProvider<SpaceListener> listeners, Clock clock) {
        return new Doors.Surroundings(
                new TransactionTemplate(transactions),
                () -> listeners.orderedStream().toList(),
                clock);
    }

    @Bean
    Doors doors(
            Spaces spaces,
            Mandates mandates,
            SpaceKeys keys,
            Traces traces,
            Rules rules,
            JdbcClient database,
            Doors.Surroundings surroundings) {
        return new Doors(spaces, mandates, keys, traces, rules, database, surroundings);
    }

    @Bean
    RightsStore rightsStore(JdbcClient database) {
        return new RightsStore(database);
    }

    @Bean
    Consents consents(RightsStore store, Ids ids) {
        return new Consents(store, ids);
    }

    @Bean
    Blocks blocks(RightsStore store) {
        return new Blocks(store);
    }

    @Bean
    Wishes wishes(RightsStore store) {
        return new Wishes(store);
    }

    @Bean
    Preview preview(Rules rules) {
        return new Preview(rules);
    }

    @Bean
    WhoSees whoSees(Rules rules, Matrix matrix, Mandates mandates) {
        return new WhoSees(rules, matrix, mandates);
    }

    @Bean
    AccountHistory accountHistory(
            JdbcClient database, Doors doors, Directory directory, Citizens citizens, Ids ids, Clock clock) {
        return new AccountHistory(database, doors, directory, citizens, ids, clock);
    }

    @Bean
    Families families(
            Representation representation,
            OwnAccess ownAccess,
            Concealment concealment,
            Measures measures,
            AccountHistory history,
            Doors.Surroundings surroundings) {
        return new Families(representation, ownAccess, concealment, measures, history, surroundings);
    }

    @Bean
    Caregiving caregiving(
            Caregivers caregivers,
            AccountHistory history,
            Throttle throttle,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Caregiving(caregivers, history, throttle, new TransactionTemplate(transactions), clock);
    }

    @Bean
    History history(Traces traces) {
        return new History(traces);
    }

    @Bean
    AccessErasure accessErasure(SpaceRows rows) {
        return new AccessErasure(rows);
    }
}
