package fr.monespacesante.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.monespacesante.kernel.Secret;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the one `DataSource` of the service: migrated, checked, and running as `mes_app`.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "mes.database.url", matchIfMissing = true, havingValue = "never")
    EmbeddedServer embeddedServer(DatabaseProperties properties) throws IOException {
        return EmbeddedServer.start(properties.directory(), properties.port());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            DatabaseProperties properties, ObjectProvider<EmbeddedServer> embedded, SecureRandom random) {
        EmbeddedServer server = embedded.getIfAvailable();
        String url;
        Secret<String> ownerPassword;
        Secret<String> applicationPassword;
        if (server != null) {
            url = server.url();
            ownerPassword = password(random);
            applicationPassword = password(random);
            JdbcClient superuser = JdbcClient.create(server.superuser());
            superuser.sql(Schemas.ROLES).update();
            superuser.sql("grant create on database postgres to mes_owner").update();
            // nobody needs to know them: new ones at each start
            superuser
                    .sql("alter role mes_owner password '" + ownerPassword.reveal() + "'")
                    .update();
            superuser
                    .sql("alter role mes_app password '" + applicationPassword.reveal() + "'")
                    .update();
        } else {
            url = Objects.requireNonNull(properties.url());
            ownerPassword = given(properties.ownerPassword());
            applicationPassword = given(properties.applicationPassword());
        }
        Schemas.migrate(source(url, "mes_owner", ownerPassword));
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source(url, "mes_app", applicationPassword));
        pool.setMaximumPoolSize(properties.connections());
        pool.setConnectionTimeout(5_000);
        pool.setInitializationFailTimeout(60_000);
        return new HikariDataSource(pool);
    }

    private static Secret<String> given(@Nullable Secret<String> password) {
        return password == null ? new Secret<>("") : password;
    }

    private static Secret<String> password(SecureRandom random) {
        byte[] fresh = new byte[24];
        random.nextBytes(fresh);
        return new Secret<>(HexFormat.of().formatHex(fresh));
    }

    private static DataSource source(String url, String user, Secret<String> password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password.reveal());
        source.setApplicationName("mon-espace-sante");
        source.setPrepareThreshold(3);
        source.setTcpKeepAlive(true);
        source.setSocketTimeout(60);
        source.setReWriteBatchedInserts(true);
        return source;
    }
}
