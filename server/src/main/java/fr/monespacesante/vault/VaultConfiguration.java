package fr.monespacesante.vault;

import fr.monespacesante.kernel.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    /// @param keys the directory of the master keys; not on the same volume as the data in production
    /// @param blobs the directory of the sealed documents, when no object store is named
    /// @param rotateEvery from one rotation of the master keys to the next
    /// @param destroyAfter from a finished rotation to the end of the old master keys; longer than any transaction
    /// @param rotationInterval how often a node looks whether there is something to rotate
    /// @param s3 an S3-compatible object store for the sealed documents; for nodes that share no directory
    @ConfigurationProperties("mes.vault")
    record VaultProperties(
            @DefaultValue("var/keys") Path keys,
            @DefaultValue("var/blobs") Path blobs,
            @Nullable S3 s3,
            @DefaultValue("P30D") Duration rotateEvery,
            @DefaultValue("PT10M") Duration destroyAfter,
            @DefaultValue("PT1M") Duration rotationInterval) {

        /// @param endpoint of the store, such as `https://s3.example.org`
        record S3(
                URI endpoint,
                String bucket,
                @DefaultValue("fr") String region,
                Secret<String> accessKey,
                Secret<String> secretKey) {}
    }

    @Bean
    MasterKeys masterKeys(VaultProperties properties, SecureRandom random) {
        return MasterKeys.in(properties.keys(), random);
    }

    @Bean
    Directory directory(MasterKeys masters) {
        return masters.directory();
    }

    @Bean
    SpaceKeys spaceKeys(JdbcClient database, MasterKeys masters, SecureRandom random) {
        return new SpaceKeys(database, masters, random);
    }

    @Bean
    SpaceRows spaceRows(JdbcClient database) {
        return new SpaceRows(database);
    }

    @Bean
    ErasedList erasedList(VaultProperties properties) {
        return new ErasedList(properties.keys());
    }

    @Bean
    VaultErasure vaultErasure(SpaceKeys keys, ErasedList list, Clock clock) {
        return new VaultErasure(keys, list, clock);
    }

    @Bean
    Rotation rotation(
            JdbcClient database,
            MasterKeys masters,
            PlatformTransactionManager transactions,
            VaultProperties properties,
            Clock clock) {
        return new Rotation(
                database,
                masters,
                new TransactionTemplate(transactions),
                new Rotation.Settings(properties.rotateEvery(), properties.destroyAfter(), 1000),
                clock);
    }

    @Bean
    BlobStore blobStore(VaultProperties properties) throws IOException {
        VaultProperties.S3 s3 = properties.s3();
        return s3 == null ? new FileBlobs(properties.blobs()) : objectStore(s3);
    }

    static S3Blobs objectStore(VaultProperties.S3 s3) {
        S3Client client = S3Client.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.of(s3.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        s3.accessKey().reveal(), s3.secretKey().reveal())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new S3Blobs(client, s3.bucket());
    }
}
