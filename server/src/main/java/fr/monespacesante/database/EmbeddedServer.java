package fr.monespacesante.database;

import fr.monespacesante.kernel.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded PostgreSQL and its data directory: started, watched, and started again when it dies.
///
/// One service to one directory: a second one is refused before it touches anything. A service killed hard leaves its
/// PostgreSQL running, which is stopped first; a PostgreSQL killed hard recovers from its log, which may take
/// long. Beside the data directory lie its lock, its log, the superuser's password and the programs.
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private final Path directory;
    private final Path programs;
    private final int port;
    private final Secret<String> password;
    private final FileLock lock;
    private @Nullable Process process;
    private boolean closing;

    private EmbeddedServer(Path directory, Path programs, int port, Secret<String> password, FileLock lock) {
        this.directory = directory;
        this.programs = programs;
        this.port = port;
        this.password = password;
        this.lock = lock;
    }

    /// @throws IllegalStateException when another service has this directory
    static EmbeddedServer start(Path configured, int port) throws IOException {
        Path directory = configured.toAbsolutePath().normalize();
        Path parent = directory.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        FileLock lock = lock(beside(directory, ".lock"));
        try {
            Path programs = PostgresBinaries.in(beside(directory, ".programs"));
            Secret<String> password = password(beside(directory, ".password"));
            EmbeddedServer server =
                    new EmbeddedServer(directory, programs, port == 0 ? freePort() : port, password, lock);
            if (!Files.exists(directory.resolve("PG_VERSION"))) {
                server.make();
            }
            server.stopLeftOver();
            server.launch();
            return server;
        } catch (IOException | RuntimeException e) {
            lock.acquiredBy().close();
            throw e;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    PGSimpleDataSource superuser() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser("postgres");
        source.setPassword(password.reveal());
        source.setConnectTimeout(2);
        return source;
    }

    @Override
    public void close() throws IOException {
        Process running;
        synchronized (this) {
            closing = true;
            running = process;
        }
        if (running != null && running.isAlive()) {
            stop();
        }
        lock.acquiredBy().close();
    }

    /// Starts the server and waits until it answers; a server that is still recovering has not answered yet.
    private void launch() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Process started = run();
        while (!answers()) {
            if (!started.isAlive()) {
                // A server killed hard may leave a child that is still ending; PostgreSQL refuses to start beside it.
                LockSupport.parkNanos(10 * PAUSE);
                started = run();
            }
            if (System.nanoTime() > end) {
                started.destroyForcibly();
                throw new IOException("the embedded PostgreSQL does not start: see " + beside(directory, ".log"));
            }
            LockSupport.parkNanos(PAUSE);
        }
        synchronized (this) {
            process = started;
        }
        var watched = started.onExit().thenRunAsync(this::startAgain);
        LOG.debug("watching the embedded PostgreSQL: {}", watched);
    }

    private void startAgain() {
        synchronized (this) {
            if (closing) {
                return;
            }
        }
        LOG.error("the embedded PostgreSQL has ended; starting it again");
        try {
            launch();
            LOG.info("the embedded PostgreSQL is back");
        } catch (IOException e) {
            LOG.error("the embedded PostgreSQL could not be started again; restart the service", e);
        }
    }

    private Process run() throws IOException {
        List<String> command = program("postgres");
        command.addAll(List.of("-D", directory.toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=120",
                "shared_buffers=256MB",
                "fsync=on",
                "synchronous_commit=on",
                "wal_compression=on",
                "max_wal_size=2GB",
                "jit=off",
                // its log holds no statement, no value and no key
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "log_parameter_max_length_on_error=0")) {
            command.add("-c");
            command.add(setting);
        }
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        beside(directory, ".log").toFile()))
                .start();
    }

    private boolean answers() {
        try (Connection connection = superuser().getConnection()) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    private void make() throws IOException {
        List<String> command = program("initdb");
        command.addAll(List.of("-D", directory.toString(), "-U", "postgres", "-E", "UTF-8", "--locale=C"));
        command.addAll(List.of(
                "-A",
                "scram-sha-256",
                "--pwfile",
                beside(directory, ".password").toString()));
        finish(command, "the embedded PostgreSQL could not make its data directory");
    }

    private void stop() throws IOException {
        List<String> command = program("pg_ctl");
        command.addAll(List.of("stop", "-D", directory.toString(), "-m", "fast", "-w", "-t", "60"));
        finish(command, "the embedded PostgreSQL does not stop");
    }

    /// What runs on this directory now can only be left over: we hold the lock.
    private void stopLeftOver() throws IOException {
        Path own = directory.resolve("postmaster.pid");
        if (!Files.exists(own)) {
            return;
        }
        List<String> lines = Files.readAllLines(own);
        Optional<ProcessHandle> named = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        if (named.isEmpty() || !named.get().isAlive()) {
            return;
        }
        if (named.get().info().command().orElse("").endsWith("postgres")) {
            LOG.warn("a PostgreSQL from an earlier run still has this data directory; stopping it first");
            stop();
        } else {
            // The number was given to another program since; PostgreSQL itself would wait for that one for ever.
            Files.deleteIfExists(own);
        }
    }

    private void finish(List<String> command, String failure) throws IOException {
        Process once = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        beside(directory, ".log").toFile()))
                .start();
        try {
            if (!once.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || once.exitValue() != 0) {
                once.destroyForcibly();
                throw new IOException(failure + ": see " + beside(directory, ".log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(failure + ": interrupted", e);
        }
    }

    /// PostgreSQL refuses to run as root: there it gets a user namespace of its own. It gets a session of its
    /// own too, so that a Ctrl-C meant for the service does not reach it first.
    private List<String> program(String name) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(name).toString());
        return command;
    }

    private static FileLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException _) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new DirectoryInUse(file);
        }
        return lock;
    }

    private static Secret<String> password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[24];
            new SecureRandom().nextBytes(fresh);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(fresh));
        }
        return new Secret<>(Files.readString(file).strip());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path beside(Path directory, String ending) {
        return directory.resolveSibling(directory.getFileName() + ending);
    }
}
