package fr.monespacesante.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The command: starts, fills, measures, and tells.
public final class Bench {
    private final Options options;
    private final Results results;
    private final Programs programs;
    private final Database database;

    private Bench(Options options, List<String> arguments) throws Exception {
        this.options = options;
        if (!options.keep()) {
            forget(options.directory().resolve("data"));
        }
        this.programs = new Programs(options);
        this.database =
                new Database(programs.ports().database(), programs.data().resolve("postgresql.password"));
        this.results = new Results(options.directory(), arguments, Results.today());
    }

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("campaign")) {
            CampaignBench.main(List.of(arguments));
            return;
        }
        if (List.of(arguments).contains("mail")) {
            MailBench.main(List.of(arguments));
            return;
        }
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        Bench bench = new Bench(options, List.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(bench.programs::close));
        try {
            bench.run();
        } finally {
            bench.programs.close();
            if (!options.keep()) {
                forget(options.directory().resolve("data"));
            }
        }
    }

    private void run() throws Exception {
        machine();
        programs.startSandbox();
        starts();
        Places places = Places.of(options.spaces());
        Doctor doctor = Doctor.signIn(programs.ports().sandbox());
        List<String> binaries = seed(places, doctor);
        results.limits(new Limits(database, options.directory()).measure(options.clients()));
        Workloads workloads = new Workloads(places, doctor);
        for (String workload : options.workloads()) {
            try {
                measure(workload, places, workloads, binaries);
            } catch (IOException e) {
                results.note(workload + " could not be measured: " + e.getMessage());
            }
            results.write();
        }
        if (options.workloads().contains("W9")) {
            programs.stopService();
            results.note("W9 start on the data of this run, after load: first page after "
                    + seconds(programs.startService()));
        }
        System.out.println("table: " + results.write());
    }

    private void measure(String workload, Places places, Workloads workloads, List<String> binaries) throws Exception {
        switch (workload) {
            case "W1" -> stored("PDFs", Deposit.PDF_SIZE, () -> each("W1", workloads::depositPdf));
            case "W1c" -> stored("CDAs", Deposit.CDA_SIZE, () -> each("W1c", workloads::depositCda));
            case "W2" -> {
                each(
                        "W2 %d documents".formatted(options.documents()),
                        workloads.list(places.few(), options.documents()));
                each("W2 50 documents", workloads.list(places.fifty(), 50));
                each("W2 200 documents", workloads.list(places.twoHundred(), 200));
            }
            case "W3" -> each("W3", workloads.fetch(binaries));
            case "W4" -> each("W4", workloads.mix(options.documents(), binaries));
            case "W5" -> citizens(places);
            case "W6" -> heavy(places, workloads);
            case "W9" -> {}
            case "W10" -> professionals(places);
            default -> results.note("no such workload: " + workload);
        }
    }

    private void machine() throws IOException {
        String model;
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            model = lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.replaceFirst(".*: ", ""))
                    .orElse("unknown processor");
        }
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        results.note("%d processors (%s), load at the start %s, Java %s"
                .formatted(Runtime.getRuntime().availableProcessors(), model, load, Runtime.version()));
    }

    private void starts() throws IOException, InterruptedException {
        Duration first = programs.startService();
        if (options.workloads().contains("W9")) {
            results.note("W9 start on no data: first page after " + seconds(first));
            programs.stopService();
            results.note("W9 start again: first page after " + seconds(programs.startService()));
            results.note("W9 memory before any load: %d MB resident for the service, %d MB for its database"
                    .formatted(
                            programs.usage().serviceMemory() >> 20,
                            programs.usage().databaseMemory() >> 20));
        }
    }

    private List<String> seed(Places places, Doctor doctor) throws Exception {
        Seeding seeding = new Seeding(programs, database, doctor);
        Duration opened = seeding.people(options.spaces());
        results.note("%d people imported, invited and opened in %s".formatted(options.spaces(), seconds(opened)));
        long start = System.nanoTime();
        long count = seeding.documents(
                places, options.documents(), options.workloads().contains("W6"));
        seeding.agreements(places);
        results.note("%d documents brought in, 20 a submission, and agreements declared, in %s"
                .formatted(count, seconds(Duration.ofNanos(System.nanoTime() - start))));
        List<String> binaries = new ArrayList<>();
        try (Connection connection = new Connection(programs.ports().service(), null)) {
            for (Patient patient : places.fetched()) {
                binaries.addAll(doctor.binaries(connection, patient));
            }
        }
        return binaries;
    }

    private interface Step {
        void run() throws Exception;
    }

    private void stored(String what, long size, Step step) throws Exception {
        Storage before = storage();
        step.run();
        results.note(storage().since(before, what, size));
    }

    private Storage storage() throws IOException, SQLException {
        return Storage.of(programs, database);
    }

    private void each(String name, Work work) throws Exception {
        for (int clients : options.clients()) {
            Load load = new Load(programs, options.seconds());
            record(name + "-" + clients);
            results.add(load.run(name, clients, work));
            recorded(name + "-" + clients);
        }
    }

    private void heavy(Places places, Workloads workloads) throws Exception {
        each("W6 first page", workloads.heavy("&_count=50"));
        each("W6 filter", workloads.heavy("&_count=50&type=http%3A%2F%2Floinc.org%7C11488-4"));
        try (Citizen citizen = new Citizen(programs, places.heavy())) {
            citizen.signIn();
            each("W6 page", citizen.work("/espace/documents"));
            each("W6 word search page", citizen.work("/espace/documents?q=compte+rendu"));
        }
    }

    private void citizens(Places places) throws Exception {
        List<Citizen> citizens = new ArrayList<>();
        try {
            for (Patient patient : places.citizens()) {
                Citizen citizen = new Citizen(programs, patient);
                citizen.signIn();
                citizens.add(citizen);
            }
            for (Map.Entry<String, String> page : Citizen.PAGES.entrySet()) {
                each("W5 " + page.getKey(), Citizen.work(citizens, page.getValue()));
            }
            for (Map.Entry<String, String> page : Citizen.PAGES.entrySet()) {
                results.note("W5 %s: %d bytes of HTML"
                        .formatted(page.getKey(), citizens.getFirst().size(page.getValue())));
            }
        } finally {
            citizens.forEach(Citizen::close);
        }
    }

    /// The professional's pages, for a patient with 50 documents and for the one with very many, when there
    /// is one.
    private void professionals(Places places) throws Exception {
        Map<String, Patient> patients = new LinkedHashMap<>();
        patients.put("50 documents", places.citizens().getFirst());
        if (options.workloads().contains("W6")) {
            patients.put("5,000 documents", places.heavy());
        }
        try (Professional professional = new Professional(programs)) {
            professional.signIn();
            for (Map.Entry<String, Patient> patient : patients.entrySet()) {
                for (Map.Entry<String, String> page :
                        professional.pages(patient.getValue()).entrySet()) {
                    String name = "W10 %s, %s".formatted(page.getKey(), patient.getKey());
                    each(name, professional.work(page.getValue()));
                    results.note("%s: %d bytes of HTML".formatted(name, professional.size(page.getValue())));
                }
            }
        }
    }

    private void record(String name) throws IOException, InterruptedException {
        if (options.profile()) {
            jcmd("JFR.start", "name=bench", "settings=profile");
            System.out.println("recording " + name);
        }
    }

    private void recorded(String name) throws IOException, InterruptedException {
        if (options.profile()) {
            Path file = options.directory().resolve(name.replace(' ', '-') + ".jfr");
            jcmd("JFR.stop", "name=bench", "filename=" + file.toAbsolutePath());
        }
    }

    private void jcmd(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(programs.servicePid()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    static void forget(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
