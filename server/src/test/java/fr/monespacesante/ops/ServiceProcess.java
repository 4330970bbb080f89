package fr.monespacesante.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A service in a process of its own, and what it prints.
final class ServiceProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private ServiceProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /// A `DepositingService`.
    static ServiceProcess start(Path data, String... arguments) throws IOException {
        return start(DepositingService.class, data, arguments);
    }

    /// @param program whose `main` is run
    static ServiceProcess start(Class<?> program, Path data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--mes.data=" + data, "--server.port=0", "--spring.main.banner-mode=off"));
        return new ServiceProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /// The program as `bin/run` starts it, with the cache of its classes when there is one.
    static ServiceProcess start(Path jar, Path data, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        Path classes = Path.of(jar.toString().replaceFirst("\\.jar$", ".aot"));
        if (Files.exists(classes)) {
            command.add("-XX:AOTCache=" + classes);
        }
        command.addAll(List.of("-jar", jar.toString(), "--mes.data=" + data, "--server.port=0"));
        command.addAll(settings);
        return new ServiceProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("CUT " + e.getClass().getSimpleName());
        }
    }

    /// The next line that this is true of.
    String awaitLine(Predicate<String> wanted) throws InterruptedException {
        for (String line = next(); line != null; line = next()) {
            if (wanted.test(line)) {
                return line;
            }
        }
        throw new AssertionError("did not come in time; printed so far:\n"
                + String.join("\n", seen.subList(Math.max(0, seen.size() - 40), seen.size())));
    }

    private String next() throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nothing was printed any more; before:\n" + String.join("\n", seen));
        }
        seen.add(line);
        return line;
    }

    void awaitKept(int count) throws InterruptedException {
        for (int kept = 0; kept < count; kept++) {
            awaitLine(line -> line.startsWith("KEPT "));
        }
    }

    /// Every document that this process ever acknowledged; call it when the process has ended.
    List<String> kept() {
        lines.drainTo(seen);
        return seen.stream()
                .filter(line -> line.startsWith("KEPT ") && line.length() == 41)
                .map(line -> line.substring(5))
                .toList();
    }

    /// Every line printed so far; all of them when the process has ended.
    List<String> printed() {
        lines.drainTo(seen);
        return List.copyOf(seen);
    }

    int exitCode() throws InterruptedException {
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return process.exitValue();
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Kills the PostgreSQL on this data, not the service.
    static void killDatabase(Path data) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
        Optional<ProcessHandle> postgres = ProcessHandle.of(pid);
        postgres.filter(found -> found.info().command().orElse("").endsWith("postgres"))
                .orElseThrow()
                .destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
