package fr.monespacesante.interop.feeds;

import fr.monespacesante.access.Doors;
import fr.monespacesante.account.EarlierRecords;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.Documents;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedsConfiguration {
    /// @param folder of a batch to bring; the service then ends. None for a service that runs
    /// @param threads people who are brought at the same time
    @ConfigurationProperties("mes.migration")
    record MigrationProperties(
            @Nullable Path folder, @DefaultValue("4") int threads) {}

    @Bean
    Migration migration(
            Doors doors,
            EarlierRecords spaces,
            Deposits deposits,
            Documents documents,
            MigrationProperties properties) {
        return new Migration(new PersonMigration(doors, spaces, deposits, documents), properties.threads());
    }

    @Bean
    @ConditionalOnProperty("mes.migration.folder")
    MigrateAndExit migrateAndExit(
            Migration migration, MigrationProperties properties, ConfigurableApplicationContext context) {
        return new MigrateAndExit(migration, Objects.requireNonNull(properties.folder()), context);
    }
}
