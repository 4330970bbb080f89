package fr.monespacesante.record;

import fr.monespacesante.content.DocumentContents;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.vault.BlobStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RecordConfiguration {
    @Bean
    DocumentRows documentRows(JdbcClient database) {
        return new DocumentRows(database);
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
}
