package fr.monespacesante.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The table: on the screen while the run goes on, and as a Markdown file at its end.
final class Results {
    private final Path file;
    private final String command;
    private final List<String> notes = new ArrayList<>();
    private final List<Measured> measured = new ArrayList<>();
    private final Map<String, Double> limits = new TreeMap<>();

    private record Column(String title, Function<Measured, String> value) {}

    private final List<Column> columns = List.of(
            new Column("workload", Measured::name),
            new Column("clients", row -> Integer.toString(row.clients())),
            new Column("per second", row -> decimal(row.perSecond(), 1)),
            new Column("p50 ms", row -> decimal(row.millisAt(50), 1)),
            new Column("p95 ms", row -> decimal(row.millisAt(95), 1)),
            new Column("p99 ms", row -> decimal(row.millisAt(99), 1)),
            new Column("errors", row -> row.failed() == 0 ? "0" : row.failed() + " " + row.errors()),
            new Column("limit", this::share),
            new Column("CPU service", row -> decimal(row.spent().service(), 2)),
            new Column("CPU database", row -> decimal(row.spent().database(), 2)),
            new Column("CPU driver", row -> decimal(row.spent().driver(), 2)),
            new Column("CPU ms each", row -> decimal(row.processorMillis(), 2)),
            new Column("RSS service MB", row -> megabytes(row.spent().serviceMemory())),
            new Column("PSS database MB", row -> megabytes(row.spent().databaseMemory())));

    Results(Path directory, List<String> arguments, LocalDate today) {
        this.file = directory.resolve("results-" + today + ".md");
        this.command = "bin/bench " + String.join(" ", asTyped(arguments));
    }

    /// Without what `bin/bench` adds by itself.
    private static List<String> asTyped(List<String> arguments) {
        boolean added = arguments.size() >= 6 && arguments.getFirst().equals("--server");
        return added ? arguments.subList(6, arguments.size()) : arguments;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    void note(String text) {
        notes.add(text);
        System.out.println(text);
    }

    void limits(Map<String, Double> found) {
        limits.putAll(found);
        new TreeMap<>(found)
                .forEach((name, rate) -> note("raw limit, %s: %s a second".formatted(name, decimal(rate, 0))));
    }

    void add(Measured row) {
        measured.add(row);
        System.out.printf(
                Locale.ROOT,
                "%-26s %3d clients %9.1f/s  p50 %8.1f  p95 %8.1f  p99 %8.1f ms  errors %d %s  CPU %.2f+%.2f+%.2f = %.2f ms each  RSS %s MB%n",
                row.name(),
                row.clients(),
                row.perSecond(),
                row.millisAt(50),
                row.millisAt(95),
                row.millisAt(99),
                row.failed(),
                row.errors().isEmpty() ? "" : row.errors(),
                row.spent().service(),
                row.spent().database(),
                row.spent().driver(),
                row.processorMillis(),
                megabytes(row.spent().serviceMemory()));
    }

    /// @return where the table is
    Path write() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("# Results\n\n`").append(command).append("`\n\n");
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        text.append("\n|");
        columns.forEach(column -> text.append(' ').append(column.title()).append(" |"));
        text.append("\n|").append("---|".repeat(columns.size())).append('\n');
        for (Measured row : measured) {
            text.append('|');
            columns.forEach(
                    column -> text.append(' ').append(column.value().apply(row)).append(" |"));
            text.append('\n');
        }
        text.append(
                "\nCPU: processors used on average; CPU ms each: of service and database together, for one request. limit: share of the raw limit of the same kind with as many clients.\n");
        Files.writeString(file, text);
        return file;
    }

    private String share(Measured row) {
        String kind = switch (row.name().split(" ")[0]) {
            case "W1", "W1c" -> "write";
            case "W2" -> "rows " + row.name().replaceAll("^W2 (\\d+).*", "$1");
            case "W3" -> "http";
            default -> "";
        };
        return Optional.ofNullable(limits.get(kind + " " + row.clients()))
                .map(limit -> decimal(100 * row.perSecond() / limit, 1) + " %")
                .orElse("");
    }

    private static String megabytes(long bytes) {
        return Long.toString(bytes / (1024 * 1024));
    }

    private static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
