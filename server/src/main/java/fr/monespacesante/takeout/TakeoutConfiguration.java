package fr.monespacesante.takeout;

import fr.monespacesante.access.Doors;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.record.Documents;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.Directory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TakeoutConfiguration {
    /// @param keep how long a copy can be fetched before it is removed by itself
    /// @param lease how long a node that makes a copy may be silent before another takes its place
    @ConfigurationProperties("mes.takeout")
    record TakeoutProperties(
            @DefaultValue("P7D") Duration keep,
            @DefaultValue("PT1M") Duration lease) {}

    @Bean
    CopyRows copyRows(JdbcClient database, Directory directory) {
        return new CopyRows(database, directory);
    }

    @Bean
    Copies copies(CopyRows rows, Documents documents, BlobStore blobs, Ids ids, Clock clock) {
        return new Copies(rows, documents, blobs, ids, clock);
    }

    @Bean
    CopyWatch copyWatch(CopyRows rows) {
        return new CopyWatch(rows);
    }

    @Bean
    CopyWriter copyWriter(Documents documents, ObjectProvider<Chapter> chapters) {
        return new CopyWriter(documents, () -> chapters.orderedStream().toList());
    }

    @Bean
    ReadMe readMe() {
        return new ReadMe();
    }

    @Bean
    CopyWork copyWork(
            CopyRows rows,
            CopyWriter writer,
            Doors doors,
            BlobStore blobs,
            Ids ids,
            PlatformTransactionManager transactions,
            Clock clock,
            TakeoutProperties properties) {
        return new CopyWork(
                rows,
                writer,
                doors,
                blobs,
                ids,
                new TransactionTemplate(transactions),
                new CopyWork.Times(clock, properties.keep(), properties.lease()));
    }
}
