package fr.monespacesante.sandbox.laboratory;

import fr.monespacesante.sandbox.laboratory.Sender.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The command `send`: one line a document, a sum at the end, and an exit code that a night's job can read.
public final class Laboratory {
    private final Options options;
    private final PrintStream out;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger already = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private Laboratory(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /// @return 0 when every document is in its space, 1 when one was refused, 2 when the command was not understood
    public static int run(List<String> arguments, PrintStream out) {
        return run(arguments, out, Clock.systemUTC(), Thread::sleep);
    }

    static int run(List<String> arguments, PrintStream out, Clock clock, Sender.Pause pause) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.print(Options.USAGE);
            return 2;
        }
        return new Laboratory(options, out).sendAll(clock, pause);
    }

    private int sendAll(Clock clock, Sender.Pause pause) {
        long start = clock.millis();
        try (Sender sender = sender(clock, pause);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            SourceReader reader = new SourceReader(options.defaults());
            Semaphore free = new Semaphore(options.clients());
            for (Path given : options.files()) {
                try (Stream<Path> files = Files.walk(given)) {
                    for (Iterator<Path> each =
                                    files.filter(Files::isRegularFile).sorted().iterator();
                            each.hasNext(); ) {
                        Path file = each.next();
                        free.acquire();
                        clients.execute(() -> sendOne(file, reader, sender, free));
                    }
                }
            }
            free.acquire(options.clients());
        } catch (IOException | GeneralSecurityException e) {
            out.println("cannot send: " + e.getMessage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        double seconds = Math.max(clock.millis() - start, 1) / 1000.0;
        out.printf(
                "%d sent, %d already there, %d refused, in %.1f s%n",
                sent.get(), already.get(), refused.get(), seconds);
        return refused.get() == 0 ? 0 : 1;
    }

    private Sender sender(Clock clock, Sender.Pause pause) throws IOException, GeneralSecurityException {
        var tls = MutualTls.context(options.certificate(), options.password().toCharArray(), options.trust());
        return new Sender(options.to(), options.mode(), tls, clock, pause);
    }

    private void sendOne(Path file, SourceReader reader, Sender sender, Semaphore free) {
        @Nullable Result result = null;
        try {
            result = sender.send(reader.read(file), file);
        } catch (HeaderNode.NotReadable | IOException e) {
            result = new Result.Refused(0, "not sent: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            report(file, result == null ? new Result.Refused(0, "not sent: something unforeseen") : result);
            free.release();
        }
    }

    private void report(Path file, Result result) {
        String line = switch (result) {
            case Result.Sent() -> {
                sent.incrementAndGet();
                yield "sent           ";
            }
            case Result.AlreadyThere() -> {
                already.incrementAndGet();
                yield "already there  ";
            }
            case Result.Refused(int status, String reason) -> {
                refused.incrementAndGet();
                yield "refused " + (status == 0 ? "   " : status) + "    " + reason + "  ";
            }
        };
        out.println(line + file.getFileName());
    }
}
