package fr.monespacesante.bench;

import fr.monespacesante.sandbox.pki.Pki;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// A sandbox and a service of our own, on free ports, with data of their own.
final class Programs implements AutoCloseable {
    /// Invitations on paper leave at once and arrive the same day.
    static final List<String> QUICK_POST =
            List.of("--mes.account.mailing.posting=P0D", "--mes.account.mailing.interval=PT1S");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Options options;
    private final Ports ports;
    private final SSLContext tls;
    private @Nullable Process sandbox;
    private @Nullable Process service;

    record Ports(int service, int software, int sandbox, int smtp, int database) {
        static Ports free() throws IOException {
            List<ServerSocket> held = new ArrayList<>();
            try {
                for (int i = 0; i < 5; i++) {
                    held.add(new ServerSocket(0));
                }
                List<Integer> free =
                        held.stream().map(ServerSocket::getLocalPort).toList();
                return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
            } finally {
                for (ServerSocket each : held) {
                    each.close();
                }
            }
        }
    }

    Programs(Options options) throws IOException, GeneralSecurityException {
        this.options = options;
        this.ports = Ports.free();
        Files.createDirectories(data());
        Path pki = options.directory().resolve("pki");
        Pki.write(pki, Clock.systemUTC());
        this.tls = context(pki);
    }

    Ports ports() {
        return ports;
    }

    SSLContext tls() {
        return tls;
    }

    Path data() {
        return options.directory().resolve("data");
    }

    long servicePid() {
        Process process = service;
        if (process == null) {
            throw new IllegalStateException("the service is not started");
        }
        return process.pid();
    }

    Usage usage() {
        return Usage.of(servicePid(), postmaster());
    }

    private long postmaster() {
        try (var lines = Files.lines(data().resolve("postgresql/postmaster.pid"))) {
            return lines.findFirst().map(line -> Long.parseLong(line.strip())).orElse(0L);
        } catch (IOException _) {
            return 0;
        }
    }

    void startSandbox() throws IOException, InterruptedException {
        sandbox = start(
                "sandbox",
                List.of(
                        java(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        options.sandbox().toString(),
                        "--server.port=" + ports.sandbox(),
                        "--sandbox.smtp-port=" + ports.smtp(),
                        "--sandbox.kept=20000",
                        "--sandbox.service-url=http://localhost:" + ports.service()));
        await(sandbox, ports.sandbox(), "/");
    }

    /// @return how long until the first page came
    Duration startService() throws IOException, InterruptedException {
        return startService(QUICK_POST);
    }

    /// @param more settings of this start
    Duration startService(List<String> more) throws IOException, InterruptedException {
        Path pki = options.directory().resolve("pki");
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options.javaOptions());
        command.addAll(cachedClasses(options.server()));
        command.addAll(List.of(
                "-jar",
                options.server().toString(),
                "--mes.data=" + data(),
                "--mes.database.port=" + ports.database(),
                "--server.port=" + ports.service(),
                "--mes.software.port=" + ports.software(),
                "--mes.software.key-store=" + pki.resolve("server.p12"),
                "--mes.software.key-store-password=" + Pki.PASSWORD,
                "--mes.software.trusted-authority=" + pki.resolve("ca.crt"),
                "--mes.psc.issuer=http://localhost:" + ports.sandbox() + "/psc",
                "--mes.psc.audiences=logicabinet",
                "--mes.sign-in.professionals.issuer=http://localhost:" + ports.sandbox() + "/psc",
                "--mes.sign-in.professionals.client-id=mon-espace-sante",
                "--mes.sign-in.professionals.client-secret=mon-espace-sante-sandbox-secret",
                "--mes.account.opposition-period=P0D",
                "--mes.account.public-url=http://localhost:" + ports.service(),
                "--mes.courier.smtp-port=" + ports.smtp(),
                "--mes.courier.sms-gateway=http://localhost:" + ports.sandbox() + "/sms"));
        command.addAll(options.serviceOptions());
        command.addAll(more);
        long start = System.nanoTime();
        Process started = start("service", command);
        service = started;
        await(started, ports.service(), "/");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// The cache of classes that the build leaves beside a program, as `bin/run` uses it.
    private static List<String> cachedClasses(Path jar) {
        Path cache = Path.of(jar.toString().replaceFirst("\\.jar$", ".aot"));
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    void stopService() throws InterruptedException {
        stop(service);
        service = null;
    }

    private Process start(String name, List<String> command) throws IOException {
        Path log = options.directory().resolve(name + ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void await(Process process, int port, String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("a program did not start: see the logs in " + options.directory());
            }
            try (Connection connection = new Connection(port, null)) {
                if (connection.get(path).isGood()) {
                    return;
                }
            } catch (IOException _) {
                // not there yet
            }
            Thread.sleep(50);
        }
        throw new IOException("a program did not answer: see the logs in " + options.directory());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static SSLContext context(Path pki) throws IOException, GeneralSecurityException {
        char[] password = Pki.PASSWORD.toCharArray();
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keyStore(pki.resolve("laboratory.p12"), password), password);
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(keyStore(pki.resolve("truststore.p12"), password));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }

    private static KeyStore keyStore(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    private static void stop(@Nullable Process process) throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Override
    public void close() {
        try {
            stop(service);
            stop(sandbox);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
