package fr.monespacesante.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.monespacesante.kernel.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the one `DataSource` of the service: migrated, checked, and running as `mes_app`.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "mes.database.url", matchIfMissing = true, havingValue = "never")
    EmbeddedPostgres embeddedPostgres(DatabaseProperties properties) {
        return EmbeddedServer.start(properties.directory(), properties.port());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            DatabaseProperties properties,
            org.springframework.beans.factory.ObjectProvider<EmbeddedPostgres> embedded) {
        EmbeddedPostgres server = embedded.getIfAvailable();
        String url;
        if (server != null) {
            url = server.getJdbcUrl("postgres", "postgres");
            JdbcClient superuser = JdbcClient.create(server.getPostgresDatabase());
            superuser.sql(Schemas.ROLES).update();
            superuser.sql("grant create on database postgres to mes_owner").update();
        } else {
            url = java.util.Objects.requireNonNull(properties.url());
        }
        Schemas.migrate(source(url, "mes_owner", properties.ownerPassword()));
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source(url, "mes_app", properties.applicationPassword()));
        pool.setMaximumPoolSize(properties.connections());
        pool.setConnectionTimeout(5_000);
        pool.setInitializationFailTimeout(60_000);
        return new HikariDataSource(pool);
    }

    private static DataSource source(String url, String user, @Nullable Secret<String> password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password == null ? "" : password.reveal());
        source.setApplicationName("mon-espace-sante");
        source.setPrepareThreshold(3);
        source.setTcpKeepAlive(true);
        source.setSocketTimeout(60);
        source.setReWriteBatchedInserts(true);
        return source;
    }
}
