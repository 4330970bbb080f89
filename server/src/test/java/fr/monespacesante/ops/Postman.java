package fr.monespacesante.ops;

import fr.monespacesante.sandbox.laboratory.MutualTls;
import fr.monespacesante.sandbox.mssante.Mailbox;
import fr.monespacesante.sandbox.mssante.ServiceLink;
import fr.monespacesante.sandbox.mssante.ServiceLink.Answer;
import fr.monespacesante.sandbox.pki.Pki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// An operator that has more and more mail for the service, and sends again what was not accepted.
final class Postman implements AutoCloseable {
    private static final int PAUSE_NANOS = 100_000_000;
    /// The list of trusted domains, beside the certificates; made when there is none.
    static final String LIST = "operators.csv";

    private static final String GARBAGE = "GARBAGE";

    private final Path pki;
    private final ServiceLink link;
    private final List<Thread> carriers = new ArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Collection<String> accepted = new ConcurrentLinkedQueue<>();
    private final Collection<String> unknown = new ConcurrentLinkedQueue<>();
    private final Collection<String> refusals = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /// @param directory where certificates and the list of trusted domains are put
    /// @param port of the service
    Postman(Path directory, int port) throws IOException, GeneralSecurityException {
        this.pki = directory.resolve("pki");
        Pki.write(pki, Clock.systemUTC());
        if (Files.notExists(list())) {
            Files.writeString(list(), """
                    domaine;operateur;relais
                    minimes.mssante.example;%s;localhost:9
                    """.formatted(Pki.OPERATOR));
        }
        this.link = new ServiceLink(
                Pki.OPERATOR,
                MutualTls.context(
                        pki.resolve("operator.p12"), Pki.PASSWORD.toCharArray(), pki.resolve("truststore.p12")),
                () -> port);
    }

    private Path list() {
        return pki.resolve(LIST);
    }

    /// Settings of a service that believes this operator.
    List<String> settings(int port) {
        return List.of(
                "--mes.mssante.port=" + port,
                "--mes.mssante.key-store=" + pki.resolve("mssante.p12"),
                "--mes.mssante.key-store-password=" + Pki.PASSWORD,
                "--mes.mssante.trusted-authority=" + pki.resolve("ca.crt"),
                "--mes.mssante.trusted-list=" + list());
    }

    /// So many connections at a time, until `close`.
    void begin(int connections) {
        for (int i = 0; i < connections; i++) {
            int seed = i;
            carriers.add(Thread.ofPlatform().start(() -> carry(new Random(seed))));
        }
    }

    private void carry(Random chance) {
        while (!over) {
            Letter letter = Letter.of(number.getAndIncrement(), chance);
            boolean settled = false;
            while (!over && !settled) {
                settled = isSettled(letter);
                if (!settled) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
            if (!settled) {
                unknown.add(letter.name());
            }
            if (letter.name().endsWith("5") && !over) {
                // some operators deliver once more what was accepted
                isSettled(letter);
            }
        }
    }

    private boolean isSettled(Letter letter) {
        return switch (send(letter)) {
            case Answer.Accepted taken -> {
                if (!accepted.contains(letter.name())) {
                    accepted.add(letter.name());
                }
                yield true;
            }
            case Answer.Refused(int code, String text) -> {
                refusals.add(code + " " + text);
                yield true;
            }
            case Answer.Later later -> false;
        };
    }

    Answer send(Letter letter) {
        attempts.incrementAndGet();
        return link.send(Mailbox.LABORATORY.address(), letter.to(), letter.bytes());
    }

    /// The names of those that got 250.
    Collection<String> accepted() {
        return accepted;
    }

    /// Those that were still being sent when the postman stopped: they may be there, and may not.
    Collection<String> unknown() {
        return unknown;
    }

    Collection<String> refusals() {
        return refusals;
    }

    int attempts() {
        return attempts.get();
    }

    @Override
    public void close() {
        rest();
    }

    /// Hands over nothing more.
    void rest() {
        over = true;
        for (Thread carrier : carriers) {
            try {
                carrier.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        carriers.clear();
    }

    /// A mail whose subject is its name. Every ninth is broken: parts that never end, bytes that are no text.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Letter(String name, int space, byte[] bytes) {
        static Letter of(int number, Random chance) {
            int space = chance.nextInt(MailService.SPACES);
            String name = "letter-" + number;
            String type = number % 9 == 8 ? "multipart/mixed; boundary=\"there is none" : "text/plain; charset=utf-8";
            String body = number % 9 == 8
                    ? "--there is\r\nContent-Type: " + GARBAGE + "\r\n\0\u00ff\r\n".repeat(200)
                    : "Bonjour.\r\n".repeat(50 + chance.nextInt(2_000));
            return new Letter(
                    name, space, """
                    From: Laboratoire <%s>\r
                    To: <%s>\r
                    Subject: %s\r
                    Message-ID: <%s@minimes.mssante.example>\r
                    MIME-Version: 1.0\r
                    Content-Type: %s\r
                    \r
                    %s""".formatted(Mailbox.LABORATORY.address(), address(space), name, name, type, body)
                            .getBytes(StandardCharsets.ISO_8859_1));
        }

        String to() {
            return address(space);
        }

        private static String address(int space) {
            return MailService.ins(space).value() + "@patient.mssante.fr";
        }
    }
}
