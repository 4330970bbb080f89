package fr.monespacesante.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What this machine does at best, now: small loops without a service around them.
final class Limits {
    private static final int DOCUMENT = 100 * 1024;
    private static final int ROW = 2_200;
    private static final long SECONDS = 2;

    private final Database database;
    private final Path directory;
    private final Map<String, Double> found = new TreeMap<>();

    Limits(Database database, Path directory) {
        this.database = database;
        this.directory = directory.resolve("probe");
    }

    private interface Loop extends AutoCloseable {
        void once(Random chance) throws Exception;

        @Override
        default void close() {}

        /// The same, giving back what it holds at its end.
        default Loop closing(Runnable end) {
            Loop loop = this;
            return new Loop() {
                @Override
                public void once(Random chance) throws Exception {
                    loop.once(chance);
                }

                @Override
                public void close() {
                    end.run();
                }
            };
        }
    }

    /// Times a second, by name and number of threads, such as `write 8`.
    Map<String, Double> measure(List<Integer> clients) throws Exception {
        Files.createDirectories(directory);
        prepare();
        for (int count : clients) {
            found.put("write " + count, rate(count, this::writer));
            found.put("rows 20 " + count, rate(count, () -> reader(20)));
            found.put("rows 50 " + count, rate(count, () -> reader(50)));
            found.put("rows 200 " + count, rate(count, () -> reader(200)));
            found.put("http " + count, http(count));
        }
        found.put("aes", rate(1, Limits::aes));
        found.put("sha256", rate(1, Limits::sha256));
        clean();
        return Map.copyOf(found);
    }

    private void prepare() throws SQLException {
        try (java.sql.Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench_probe cascade");
            statement.execute("create schema bench_probe");
            statement.execute(
                    "create table bench_probe.row (space uuid, id uuid, sealed bytea, primary key (space, id))");
            statement.execute(
                    "create table bench_probe.list (space int, id int, sealed bytea, primary key (space, id))");
            try (PreparedStatement insert = connection.prepareStatement("insert into bench_probe.list select s, i, ?"
                    + " from generate_series(1, 100) s, generate_series(1, 200) i")) {
                byte[] row = new byte[ROW];
                new Random(1).nextBytes(row);
                insert.setBytes(1, row);
                insert.execute();
            }
            statement.execute("analyze bench_probe.list");
        }
    }

    private void clean() throws SQLException, IOException {
        try (java.sql.Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema bench_probe cascade");
        }
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /// One file of 100 KB and one row, both on the disk when the loop goes round.
    private Loop writer() throws SQLException {
        java.sql.Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement("insert into bench_probe.row values (?, ?, ?)");
        byte[] document = new byte[DOCUMENT];
        byte[] row = new byte[ROW];
        new Random(2).nextBytes(document);
        Loop loop = chance -> {
            UUID id = UUID.randomUUID();
            Path file = directory.resolve(id.toString());
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(document));
                channel.force(true);
            }
            insert.setObject(1, id);
            insert.setObject(2, id);
            insert.setBytes(3, row);
            insert.executeUpdate();
        };
        return loop.closing(() -> Database.close(connection));
    }

    private Loop reader(int rows) throws SQLException {
        java.sql.Connection connection = database.connect();
        PreparedStatement select =
                connection.prepareStatement("select id, sealed from bench_probe.list where space = ? and id <= ?");
        Loop loop = chance -> {
            select.setInt(1, 1 + chance.nextInt(100));
            select.setInt(2, rows);
            try (ResultSet answer = select.executeQuery()) {
                int count = 0;
                while (answer.next()) {
                    count += answer.getBytes(2).length > 0 ? 1 : 0;
                }
                if (count != rows) {
                    throw new IllegalStateException(count + " rows");
                }
            }
        };
        return loop.closing(() -> Database.close(connection));
    }

    private static Loop aes() throws GeneralSecurityException {
        byte[] document = new byte[DOCUMENT];
        byte[] nonce = new byte[12];
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        return chance -> {
            chance.nextBytes(nonce);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            cipher.doFinal(document);
        };
    }

    private static Loop sha256() throws GeneralSecurityException {
        byte[] document = new byte[DOCUMENT];
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return chance -> digest.digest(document);
    }

    /// A server that does nothing but answer 100 KB, on plain sockets, driven by the same client.
    private static double http(int clients) throws Exception {
        byte[] head = Template.ascii("HTTP/1.1 200 OK\r\nContent-Length: " + DOCUMENT + "\r\n\r\n");
        byte[] answer = new byte[head.length + DOCUMENT];
        System.arraycopy(head, 0, answer, 0, head.length);
        try (ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> serve(server, answer));
            return rate(clients, () -> {
                Connection connection = new Connection(server.getLocalPort(), null);
                Loop loop = chance -> connection.get("/");
                return loop.closing(connection::close);
            });
        }
    }

    private static void serve(ServerSocket server, byte[] answer) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> answer(socket, answer));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void answer(Socket socket, byte[] answer) {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] request = new byte[8192];
            while (in.read(request) > 0) {
                out.write(answer);
            }
        } catch (IOException _) {
            // the client is done
        }
    }

    private static double rate(int threads, Callable<Loop> maker) throws Exception {
        long start = System.nanoTime();
        long warm = start + 1_000_000_000L;
        long end = warm + SECONDS * 1_000_000_000L;
        long count = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    try (Loop loop = maker.call()) {
                        Random chance = new Random(number);
                        long done = 0;
                        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                            loop.once(chance);
                            done += now > warm ? 1 : 0;
                        }
                        return done;
                    }
                }));
            }
            for (Future<Long> each : running) {
                count += each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe broke", e.getCause());
        }
        return count / (double) SECONDS;
    }
}
