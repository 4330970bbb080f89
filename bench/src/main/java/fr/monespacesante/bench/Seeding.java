package fr.monespacesante.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Fills the service before it is measured: people by the campaign folder, documents by deposits, agreements by FHIR.
final class Seeding {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int CLIENTS = 8;
    private static final int A_LOT = 20;
    private static final int REACHABLE = 9;

    private final Programs programs;
    private final Database database;
    private final Doctor doctor;
    private final String software =
            "POST /fhir HTTP/1.1\r\nContent-Type: application/fhir+json\r\n" + "Accept: application/fhir+json\r\n";

    Seeding(Programs programs, Database database, Doctor doctor) {
        this.programs = programs;
        this.database = database;
        this.doctor = doctor;
    }

    private interface Task {
        void run(Client client) throws IOException;
    }

    /// @return how long it took from the file to the last open space
    Duration people(int spaces) throws IOException, SQLException, InterruptedException {
        long start = System.nanoTime();
        Path folder = programs.data().resolve("campaigns");
        Files.createDirectories(folder);
        Path file = folder.resolve("bench.part");
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "ins;ins_oid;birth_family_name;birth_given_names;used_family_name;used_given_name;sex;birth_date;"
                            + "birth_place_cog;scheme;address_lines;postal_code;city;email;phone;vitale_serial;representatives\n");
            for (int i = 0; i < spaces; i++) {
                out.write(new Patient(i).campaignLine(i < REACHABLE) + "\n");
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(10)));
        Files.move(file, folder.resolve("bench.csv"), StandardCopyOption.ATOMIC_MOVE);
        long end = start + PATIENCE.toNanos();
        while (database.opened() < spaces) {
            if (System.nanoTime() > end) {
                throw new IOException("the spaces do not open: see " + folder.resolve("bench.csv.report"));
            }
            Thread.sleep(250);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        while (database.lettersLeft() > 0 && System.nanoTime() < end) {
            Thread.sleep(250);
        }
        return took;
    }

    /// Brings the documents that are read later.
    ///
    /// @return how many
    long documents(Places places, int few, boolean heavy) throws IOException, InterruptedException {
        Deposit small = Deposit.small(A_LOT);
        Deposit.OfCda cda = new Deposit.OfCda();
        Deposit large = Deposit.pdf();
        List<Task> tasks = new ArrayList<>();
        Random chance = new Random(42);
        long count = 0;
        for (Patient patient : places.few()) {
            count += lots(tasks, patient, few, small, chance);
        }
        for (Patient patient : places.fifty()) {
            count += lots(tasks, patient, 50, small, chance);
        }
        for (Patient patient : places.twoHundred()) {
            count += lots(tasks, patient, 200, small, chance);
        }
        for (Patient patient : places.citizens()) {
            count += 1 + lots(tasks, patient, 49, small, chance);
            tasks.add(client -> deposit(client, cda.body(patient, new Random(patient.number()))));
        }
        for (Patient patient : places.fetched()) {
            tasks.add(client -> deposit(client, large.body(patient, new Random(patient.number()))));
            count++;
        }
        if (heavy) {
            count += lots(tasks, places.heavy(), 5_000, small, chance);
        }
        run(tasks);
        return count;
    }

    private int lots(List<Task> tasks, Patient patient, int documents, Deposit small, Random chance)
            throws IOException {
        int whole = documents / A_LOT;
        for (int i = 0; i < whole; i++) {
            long seed = chance.nextLong();
            tasks.add(client -> deposit(client, small.body(patient, new Random(seed))));
        }
        if (documents % A_LOT > 0) {
            Deposit rest = Deposit.small(documents % A_LOT);
            long seed = chance.nextLong();
            tasks.add(client -> deposit(client, rest.body(patient, new Random(seed))));
        }
        return documents;
    }

    private void deposit(Client client, byte[] body) throws IOException {
        Connection.Response answer = client.software().send(software, body);
        if (!answer.isGood()) {
            throw new IOException("a deposit was refused: " + answer.status() + " " + answer.text());
        }
    }

    void agreements(Places places) throws IOException, InterruptedException {
        String until = Instant.now()
                .plus(300, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        List<Task> tasks = new ArrayList<>();
        List<Patient> people = new ArrayList<>(places.few());
        people.addAll(places.fifty());
        people.addAll(places.twoHundred());
        people.addAll(places.fetched());
        people.add(places.heavy());
        for (Patient patient : people) {
            tasks.add(client -> doctor.declare(client.pages(), patient, until));
        }
        run(tasks);
    }

    private void run(List<Task> tasks) throws IOException, InterruptedException {
        ConcurrentLinkedQueue<Task> left = new ConcurrentLinkedQueue<>(tasks);
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    try (Client client = Client.of(number, programs)) {
                        for (Task task = left.poll(); task != null; task = left.poll()) {
                            task.run(client);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
