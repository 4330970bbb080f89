package fr.monespacesante.ops;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestDatabase;
import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.sandbox.mssante.MailClient;
import fr.monespacesante.sandbox.mssante.Mailbox;
import fr.monespacesante.sandbox.mssante.ServiceLink.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Kills the service while secure mail comes in, at named points and at random moments, and looks at what is
/// there after: every message that got 250 is in its space, once; no notice and no trace without a message.
///
/// `bin/kills` makes the long run of it, with the program as it is built (`docs/performance.md` has its figures).
class MailKilledFaultTests {
    private static final int FEW = 3;
    private static final int CONNECTIONS = 4;
    private static final long LONGEST_LIFE_NANOS = 2_000_000_000;
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient everything = database.superuser();
    private final Random chance = new Random();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    @Requirement("MSG-01")
    @Requirement("NOT-04")
    @Requirement("OPS-01")
    void whatGot250IsInItsSpaceOnceHoweverOftenTheServiceIsKilled() throws Exception {
        int kills = Integer.getInteger("mes.kills", FEW);
        int port = freePort();
        try (Postman postman = new Postman(directory, port)) {
            try (ServiceProcess first = start(postman, port, "receive")) {
                first.awaitLine(line -> line.equals("READY"));
                postman.begin(CONNECTIONS);
                killSomewhen(first, postman);
            }
            long start = System.nanoTime();
            for (int i = 1; i < kills; i++) {
                try (ServiceProcess service = program(postman, port)) {
                    killSomewhen(service, postman);
                }
            }
            postman.rest();
            System.out.printf(
                    "%d kills, %d s: %d attempts, %d messages got 250%n",
                    kills,
                    (System.nanoTime() - start) / 1_000_000_000,
                    postman.attempts(),
                    postman.accepted().size());
            assertThat(postman.refusals()).isEmpty();
            everyAcceptedMessageIsThereOnce(postman, port);
        }
    }

    /// Once it takes mail, at a moment that nobody chose.
    private void killSomewhen(ServiceProcess service, Postman postman) {
        int before = postman.accepted().size();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (postman.accepted().size() == before) {
            assertThat(System.nanoTime())
                    .as(() -> "no mail was taken: " + service.printed())
                    .isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
        LockSupport.parkNanos(chance.nextLong(LONGEST_LIFE_NANOS));
        service.kill();
    }

    private void everyAcceptedMessageIsThereOnce(Postman postman, int port) throws Exception {
        List<String> held = held(postman, port);
        assertThat(held).doesNotHaveDuplicates().containsAll(postman.accepted());
        List<String> known = new ArrayList<>(postman.accepted());
        known.addAll(postman.unknown());
        assertThat(known).containsAll(held);
        assertThat(postman.accepted()).isNotEmpty();
        noNoticeAndNoTraceWithoutItsMessage(held.size());
    }

    private void noNoticeAndNoTraceWithoutItsMessage(int messages) {
        for (int i = 0; i < MailService.SPACES; i++) {
            String space = " where space_id = '" + MailService.space(i) + "'";
            long there = count("messaging.message" + space);
            assertThat(count("notification.notice" + space)).isEqualTo(there);
            assertThat(count("messaging.words" + space)).isEqualTo(there);
        }
        assertThat(count("messaging.message")).isEqualTo(messages);
    }

    @Test
    @Requirement("MSG-01")
    @Requirement("TRC-01")
    @Requirement("NOT-04")
    void atWhateverPointTheServiceIsKilledTheMessageComesOnceWhenItIsSentAgain() throws Exception {
        List<FaultPoint> points = List.of(
                FaultPoint.BEFORE_BLOB,
                FaultPoint.AFTER_BLOB,
                FaultPoint.AFTER_NOTICE,
                FaultPoint.AFTER_TRACE,
                FaultPoint.BEFORE_COMMIT,
                FaultPoint.AFTER_COMMIT);
        List<Postman.Letter> letters = IntStream.range(0, points.size())
                .mapToObj(i -> Postman.Letter.of(100 + i, new OneSpace(i)))
                .toList();
        int port = freePort();
        try (Postman postman = new Postman(directory, port)) {
            List<Thread> sending = new ArrayList<>();
            List<Answer> answers = new java.util.concurrent.CopyOnWriteArrayList<>();
            String[] words = points.stream().map(Enum::name).toArray(String[]::new);
            try (ServiceProcess service = start(postman, port, "stop", words)) {
                service.awaitLine(line -> line.equals("READY"));
                for (int i = 0; i < points.size(); i++) {
                    Postman.Letter letter = letters.get(i);
                    sending.add(Thread.ofPlatform().start(() -> answers.add(postman.send(letter))));
                    String at = "AT " + points.get(i);
                    service.awaitLine(line -> line.equals(at));
                }
                assertThat(service.exitCode()).isEqualTo(MailService.KILLED);
            }
            for (Thread each : sending) {
                each.join();
            }
            // nobody was told that it was accepted
            assertThat(answers).hasSize(points.size()).allMatch(Answer.Later.class::isInstance);
            for (int i = 0; i < points.size(); i++) {
                int there = points.get(i) == FaultPoint.AFTER_COMMIT ? 1 : 0;
                String space = " where space_id = '" + MailService.space(i) + "'";
                assertThat(count("messaging.message" + space))
                        .as(points.get(i).name())
                        .isEqualTo(there);
                assertThat(count("notification.notice" + space))
                        .as(points.get(i).name())
                        .isEqualTo(there);
                assertThat(count("audit.trace" + space))
                        .as(points.get(i).name())
                        .isEqualTo(there);
            }
            try (ServiceProcess again = start(postman, port, "receive")) {
                again.awaitLine(line -> line.equals("READY"));
                assertThat(letters).allMatch(letter -> postman.send(letter) instanceof Answer.Accepted);
            }
            assertThat(held(postman, port))
                    .containsExactlyInAnyOrderElementsOf(
                            letters.stream().map(Postman.Letter::name).toList());
            noNoticeAndNoTraceWithoutItsMessage(points.size());
        }
    }

    @Test
    @Requirement("MSG-03")
    void anAnswerThatWasOnItsWayWhenTheServiceWasKilledIsSentAgain() throws Exception {
        int port = freePort();
        Path pki = directory.resolve("pki");
        try (RunningSandbox operators = RunningSandbox.withOperators(pki)) {
            Files.writeString(pki.resolve(Postman.LIST), operators.mssante().trustedList());
            try (Postman postman = new Postman(directory, port)) {
                try (ServiceProcess service = start(postman, port, "receive")) {
                    service.awaitLine(line -> line.equals("READY"));
                    assertThat(postman.send(Postman.Letter.of(0, new OneSpace(0))))
                            .isInstanceOf(Answer.Accepted.class);
                }
                // leased, and nothing sent yet
                killedAt(postman, port, "answer", FaultPoint.MAIL_TAKEN);
                assertThat(operators.mssante().count(Mailbox.LABORATORY)).isZero();
                // the operator has it, and nobody could write that down
                killedAt(postman, port, "stop", FaultPoint.MAIL_CARRIED);
                assertThat(operators.mssante().count(Mailbox.LABORATORY)).isEqualTo(1);
                try (ServiceProcess again = start(postman, port, "receive")) {
                    again.awaitLine(line -> line.equals("READY"));
                    long end = System.nanoTime() + PATIENCE_NANOS;
                    while (count("messaging.dispatch") > 0 && System.nanoTime() < end) {
                        LockSupport.parkNanos(20_000_000);
                    }
                }
            }
            // twice on the wire, under one Message-ID: a mailbox or its reader sees that they are one
            List<MailClient.Received> mails =
                    operators.mssante().client(Mailbox.LABORATORY).inbox();
            assertThat(mails).hasSize(2);
            assertThat(mails.getFirst().mail().getMessageID())
                    .isEqualTo(mails.getLast().mail().getMessageID());
            assertThat(count("messaging.dispatch")).isZero();
        }
    }

    private void killedAt(Postman postman, int port, String word, FaultPoint point) throws Exception {
        try (ServiceProcess service = start(postman, port, word, point.name())) {
            assertThat(service.exitCode())
                    .as(() -> "printed: " + service.printed())
                    .isEqualTo(MailService.KILLED);
        }
        // elsewhere nobody waits: a lease runs out by itself
        everything.sql("update messaging.dispatch set due_at = now()").update();
    }

    /// A choice that always falls on the same space.
    private static final class OneSpace extends Random {
        private final int space;

        OneSpace(int space) {
            this.space = space;
        }

        @Override
        public int nextInt(int bound) {
            return space;
        }
    }

    private List<String> held(Postman postman, int port) throws Exception {
        try (ServiceProcess telling = start(postman, port, "tell")) {
            assertThat(telling.awaitLine(line -> line.startsWith("TOLD "))).isEqualTo("TOLD DONE FINDINGS []");
            return telling.printed().stream()
                    .filter(line -> line.startsWith("HELD "))
                    .map(line -> line.split(" ", 4)[3])
                    .toList();
        }
    }

    private ServiceProcess start(Postman postman, int port, String word, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(word));
        arguments.addAll(List.of(more));
        arguments.addAll(settings(postman, port));
        return ServiceProcess.start(MailService.class, directory.resolve("data"), arguments.toArray(String[]::new));
    }

    /// The service as it is built, where that is known; else the one of the tests.
    private ServiceProcess program(Postman postman, int port) throws IOException {
        String jar = System.getProperty("mes.program");
        return jar == null
                ? start(postman, port, "receive")
                : ServiceProcess.start(Path.of(jar), directory.resolve("data"), settings(postman, port));
    }

    private List<String> settings(Postman postman, int port) {
        List<String> settings = new ArrayList<>(postman.settings(port));
        settings.addAll(List.of(
                "--mes.database.url=" + database.url(),
                "--mes.database.owner-password=any",
                "--mes.database.application-password=any"));
        return settings;
    }

    private long count(String what) {
        return everything
                .sql("select count(*) from " + what)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
