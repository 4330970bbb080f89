package fr.monespacesante.record;

import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Wishes;
import fr.monespacesante.content.DocumentContents;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.AfterCommit;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.SpaceRows;
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
class RecordConfiguration {
    @Bean
    DocumentRows documentRows(JdbcClient database) {
        return new DocumentRows(database);
    }

    /// @param erasureDelay from the request to the erasure: as long as that it can be withdrawn
    @ConfigurationProperties("mes.record")
    record RecordProperties(@DefaultValue("P1D") Duration erasureDelay) {}

    @Bean
    ErasureRows erasureRows(JdbcClient database, Directory directory) {
        return new ErasureRows(database, directory);
    }

    @Bean
    Erasures partErasures(
            ErasureRows requests,
            DocumentRows rows,
            BlobStore blobs,
            Wishes wishes,
            Ids ids,
            RecordProperties properties) {
        return new Erasures(requests, rows, new AfterCommit(blobs), wishes, ids, properties.erasureDelay());
    }

    @Bean
    ErasureWork partErasureWork(ErasureRows requests, Erasures erasures, Doors doors, Clock clock) {
        return new ErasureWork(requests, erasures, doors, clock);
    }

    @Bean
    Documents documents(DocumentRows rows, BlobStore blobs, Ids ids) {
        return new Documents(rows, blobs, new AfterCommit(blobs), ids);
    }

    @Bean
    Submissions submissions(DocumentRows rows) {
        return new Submissions(rows);
    }

    @Bean
    Deposits deposits(DocumentContents contents) {
        return new Deposits(contents);
    }

    @Bean
    LastVisits lastVisits(JdbcClient database) {
        return new LastVisits(database);
    }

    @Bean
    Integrity integrity(DocumentRows rows, BlobStore blobs, ObjectProvider<NamedBlobs> others) {
        return new Integrity(rows, blobs, () -> others.orderedStream().toList());
    }

    @Bean
    RecordErasure recordErasure(SpaceRows rows, BlobStore blobs) {
        return new RecordErasure(rows, blobs);
    }

    @Bean
    ShutRecords shutRecords(JdbcClient database, BlobStore blobs, PlatformTransactionManager transactions) {
        return new ShutRecords(database, blobs, new TransactionTemplate(transactions));
    }
}
