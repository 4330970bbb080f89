package fr.monespacesante.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    /// @param keys the directory of the master keys; not on the same volume as the data in production
    /// @param blobs the directory of the sealed documents
    @ConfigurationProperties("mes.vault")
    record VaultProperties(
            @DefaultValue("var/keys") Path keys,
            @DefaultValue("var/blobs") Path blobs) {}

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
    BlobStore blobStore(VaultProperties properties) throws IOException {
        return new FileBlobs(properties.blobs());
    }
}
