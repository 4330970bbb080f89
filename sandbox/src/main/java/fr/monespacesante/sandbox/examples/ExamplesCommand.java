package fr.monespacesante.sandbox.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// `examples <dir> [--new] [--rubbish]`: writes the examples of every citizen as files, one folder each.
///
/// `--new` gives the documents identifiers never used before; `--rubbish` adds a folder of documents to be refused.
public final class ExamplesCommand {
    private ExamplesCommand() {}

    /// @return the exit code: 0 when the files are written, 2 when the command was not understood
    public static int run(List<String> arguments, PrintStream out) throws IOException {
        List<String> folders =
                arguments.stream().filter(a -> !a.startsWith("--")).toList();
        List<String> options =
                arguments.stream().filter(a -> a.startsWith("--")).toList();
        if (folders.size() != 1 || !List.of("--new", "--rubbish").containsAll(options)) {
            out.println("usage: examples <folder> [--new] [--rubbish]");
            return 2;
        }
        Path folder = Path.of(folders.getFirst());
        String run = options.contains("--new") ? UUID.randomUUID().toString() : "examples";
        int written = 0;
        for (Person person : Cast.citizens()) {
            Path own = folder.resolve(person.firstName().toLowerCase(Locale.ROOT));
            written += write(own, person, Examples.forPatient(person, run));
        }
        if (options.contains("--rubbish")) {
            written += write(folder.resolve("rubbish"), Cast.CLAIRE, Examples.rubbish());
        }
        out.printf("%d documents written to %s%n", written, folder);
        return 0;
    }

    /// A file that does not say whom it is about carries the INS at the head of its name.
    private static int write(Path folder, Person person, List<Example> examples) throws IOException {
        Files.createDirectories(folder);
        for (Example example : examples) {
            String name = example.isCda() ? example.name() : person.ins() + "_" + example.name();
            Files.write(folder.resolve(name), example.bytes());
        }
        return examples.size();
    }
}
