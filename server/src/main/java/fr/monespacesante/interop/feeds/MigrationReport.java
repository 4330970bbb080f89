package fr.monespacesante.interop.feeds;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The reconciliation, as files: totals, documents in and out of each space, and each difference with
/// its reason. Spaces are named by their id, lines by their number: no name and no INS.
final class MigrationReport {
    private MigrationReport() {}

    static void write(Path folder, Migration.Report report) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("in", report.lines());
        json.put("out", report.migrated() + report.present());
        json.put("migrated", report.migrated());
        json.put("present", report.present());
        json.put("refused", report.refused());
        json.put("complete", report.complete());
        ObjectNode reasons = json.putObject("reasons");
        new TreeMap<>(report.reasons()).forEach(reasons::put);
        Files.writeString(
                folder.resolve(Migration.REPORT),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n",
                StandardCharsets.UTF_8);

        Map<String, long[]> spaces = new TreeMap<>();
        try (BufferedWriter differences =
                Files.newBufferedWriter(folder.resolve(Migration.DIFFERENCES), StandardCharsets.UTF_8)) {
            differences.write("line;space;sha256;reason\n");
            for (MigrationJournal.Result result : MigrationJournal.read(folder)) {
                long[] counts = spaces.computeIfAbsent(result.space(), space -> new long[2]);
                counts[0]++;
                if (result.outcome().there()) {
                    counts[1]++;
                } else {
                    differences.write(String.join(
                                    ";", Long.toString(result.line()), result.space(), result.sha256(), result.reason())
                            + "\n");
                }
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(Migration.SPACES), StandardCharsets.UTF_8)) {
            out.write("space;in;out\n");
            for (Map.Entry<String, long[]> space : spaces.entrySet()) {
                out.write(space.getKey() + ";" + space.getValue()[0] + ";" + space.getValue()[1] + "\n");
            }
        }
    }
}
