package fr.monespacesante.messaging;

import fr.monespacesante.content.Photos;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.MailWriter;
import fr.monespacesante.mail.XdmReader;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.Documents;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.SpaceRows;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingProperties.class)
class MessagingConfiguration {
    @Bean
    Dispatches dispatches(JdbcClient database, Ids ids) {
        return new Dispatches(database, ids);
    }

    @Bean
    Exchanges exchanges(JdbcClient database, Directory directory) {
        return new Exchanges(database, directory);
    }

    @Bean
    Mailroom mailroom(JdbcClient database, Dispatches dispatches, Exchanges exchanges, BlobStore blobs, Ids ids) {
        return new Mailroom(
                new ConversationRows(database),
                new MessageRows(database),
                dispatches,
                exchanges,
                new MessageBlobs(blobs),
                ids);
    }

    @Bean
    Conversations conversations(JdbcClient database, Dispatches dispatches, Exchanges exchanges, BlobStore blobs) {
        return new Conversations(
                new ConversationRows(database),
                new MessageRows(database),
                new DraftRows(database),
                dispatches,
                exchanges,
                new MessageBlobs(blobs));
    }

    @Bean
    Replies replies(
            JdbcClient database,
            Dispatches dispatches,
            Exchanges exchanges,
            BlobStore blobs,
            MailWriter writer,
            MessagingProperties properties,
            Ids ids) {
        return new Replies(
                new ConversationRows(database),
                new MessageRows(database),
                new DraftRows(database),
                new Replies.Ways(dispatches, exchanges, new MessageBlobs(blobs)),
                writer,
                properties,
                ids);
    }

    @Bean
    SavedAttachments savedAttachments(
            Conversations conversations,
            MailReader mailReader,
            XdmReader xdmReader,
            Deposits deposits,
            Documents documents,
            Photos photos) {
        Enclosures enclosures = new Enclosures(mailReader, xdmReader);
        return new SavedAttachments(conversations, enclosures, deposits, documents, photos);
    }

    @Bean
    Carriage carriage(
            JdbcClient database,
            Dispatches dispatches,
            BlobStore blobs,
            MailWriter writer,
            MessagingProperties properties) {
        return new Carriage(
                new ConversationRows(database),
                new MessageRows(database),
                dispatches,
                new MessageBlobs(blobs),
                writer,
                properties);
    }

    @Bean
    MessageCheck messageCheck(JdbcClient database, BlobStore blobs) {
        return new MessageCheck(database, blobs);
    }

    @Bean
    MessagingBlobs messagingBlobs(JdbcClient database) {
        return new MessagingBlobs(database);
    }

    @Bean
    MessagingErasure messagingErasure(SpaceRows rows, Dispatches dispatches, Exchanges exchanges) {
        return new MessagingErasure(rows, dispatches, exchanges);
    }
}
