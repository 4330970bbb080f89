package fr.monespacesante.database;

import fr.monespacesante.kernel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database as its superuser sees it, row security set aside: for copies of the whole of it and for nothing else.
/// Whoever may start this has the data directory, or the superuser's password, and could read all the same.
public final class Maintenance implements AutoCloseable {
    private final PGSimpleDataSource everything;
    private final @Nullable EmbeddedServer started;

    private Maintenance(PGSimpleDataSource everything, @Nullable EmbeddedServer started) {
        this.everything = everything;
        this.started = started;
    }

    /// The embedded server of this directory: the one that runs, or, when the service is stopped, started for the time
    /// of the maintenance.
    public static Maintenance embedded(Path directory) throws IOException {
        Path data = directory.toAbsolutePath().normalize();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            throw new IOException("there is no database in " + data);
        }
        try {
            EmbeddedServer server = EmbeddedServer.start(data, 0);
            return new Maintenance(server.superuser(), server);
        } catch (DirectoryInUse running) {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            Secret<String> password =
                    new Secret<>(Files.readString(data.resolveSibling(data.getFileName() + ".password"))
                            .strip());
            return external("jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres", "postgres", password);
        }
    }

    /// A new embedded server in a directory where there is none yet.
    public static Maintenance fresh(Path directory) throws IOException {
        Path data = directory.toAbsolutePath().normalize();
        if (Files.exists(data)) {
            throw new IOException("there is something in " + data + " already: nothing is written over");
        }
        EmbeddedServer server = EmbeddedServer.start(data, 0);
        Maintenance maintenance = new Maintenance(server.superuser(), server);
        JdbcClient superuser = JdbcClient.create(server.superuser());
        superuser.sql(Schemas.ROLES).update();
        superuser.sql("grant create on database postgres to mes_owner").update();
        return maintenance;
    }

    /// @param user a superuser
    public static Maintenance external(String url, String user, Secret<String> password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password.reveal());
        return new Maintenance(source, null);
    }

    public DataSource everything() {
        return everything;
    }

    /// Makes the tables of this version of the program.
    public void migrate() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(everything.getUrl());
        owner.setUser(everything.getUser());
        owner.setPassword(everything.getPassword());
        owner.setOptions("-c role=mes_owner");
        Schemas.migrate(owner);
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}
