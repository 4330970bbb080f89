package fr.monespacesante;

import fr.monespacesante.database.Schemas;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A real PostgreSQL for tests: one embedded server per JVM, its schemas migrated once, and a fresh copy of
/// them for
/// whoever asks. Make one per test class, in a static field or in `@BeforeAll`.
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final DataSource application;

    private TestDatabase(String name) {
        this.name = name;
        this.application = source(name, "mes_app");
    }

    /// A new database with every schema, empty.
    public static TestDatabase fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        JdbcClient superuser = JdbcClient.create(source("postgres", "postgres"));
        synchronized (COUNT) {
            superuser
                    .sql("create database " + name + " template " + Server.TEMPLATE)
                    .update();
            superuser.sql("grant create on database " + name + " to mes_owner").update();
        }
        return new TestDatabase(name);
    }

    /// As the service sees it: the role `mes_app`.
    public DataSource application() {
        return application;
    }

    /// As the service sees it: the role `mes_app`.
    public JdbcClient client() {
        return JdbcClient.create(application);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(application));
    }

    /// The role that migrates and owns every table.
    public JdbcClient owner() {
        return JdbcClient.create(source(name, "mes_owner"));
    }

    /// Sees everything, row security included: for tests that look for what must not be there.
    public JdbcClient superuser() {
        return JdbcClient.create(source(name, "postgres"));
    }

    /// For `mes.database.url`; any password will do for `mes.database.owner-password` and
    /// `mes.database.application-password`.
    public String url() {
        return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
    }

    private static DataSource source(String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + database);
        source.setUser(user);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    /// Started at the first use; ends with the JVM.
    private static final class Server {
        private static final String TEMPLATE = "migrated";
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "600")
                        .start();
                JdbcClient superuser = JdbcClient.create(postgres.getPostgresDatabase());
                superuser.sql(Schemas.ROLES).update();
                superuser.sql("create database " + TEMPLATE).update();
                superuser
                        .sql("grant create on database " + TEMPLATE + " to mes_owner")
                        .update();
                Schemas.migrate(postgres.getDatabase("mes_owner", TEMPLATE));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException("no PostgreSQL for the tests", e);
            }
        }
    }
}
