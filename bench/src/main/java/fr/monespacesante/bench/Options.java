package fr.monespacesante.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was asked for on the command line.
///
/// @param spaces brought in and opened
/// @param documents in each of the ordinary spaces that are read
/// @param workloads in the order of running
/// @param seconds measured, for each workload and number of clients
/// @param keep leaves the data and says how to start on them again
/// @param serviceOptions settings of the service, such as `--spring.threads.virtual.enabled=false`
/// @param profile writes a recording of the service's Java Flight Recorder for each workload
record Options(
        int spaces,
        int documents,
        List<String> workloads,
        List<Integer> clients,
        int seconds,
        boolean keep,
        boolean profile,
        Path directory,
        Path server,
        Path sandbox,
        List<String> javaOptions,
        List<String> serviceOptions) {

    static final String USAGE = """
            usage: bench [--spaces 10000] [--documents 20] [--workloads W1,W1c,W2,W3,W4,W5,W6,W9,W10] [--clients 1,8,32]
                         [--seconds 10] [--keep] [--profile] [--directory var/bench] [--java-options "-Xmx2g"]
                         [--service-options "--name=value"]
                   bench campaign [--people 3300000] [--emails 2] [--keep]
                         a campaign of the pilot's size: emails is how many in a hundred have an e-mail address
                   bench mail [--messages 10000] [--size 204800] [--connections 8] [--people 200] [--seconds 10] [--keep]
                         secure mail comes in while citizens look at their pages
            """;
    private static final List<String> USUAL = List.of("W9", "W1", "W1c", "W2", "W3", "W4", "W5", "W6", "W10");

    static Options parse(List<String> arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            switch (name) {
                case "--keep", "--profile" -> given.put(name, "true");
                case "--spaces",
                        "--documents",
                        "--workloads",
                        "--clients",
                        "--seconds",
                        "--directory",
                        "--server",
                        "--sandbox",
                        "--java-options",
                        "--service-options" -> {
                    if (i + 1 == arguments.size()) {
                        throw new IllegalArgumentException(name + " needs a value");
                    }
                    given.put(name, arguments.get(++i));
                }
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return new Options(
                number(given, "--spaces", 10_000),
                number(given, "--documents", 20),
                given.containsKey("--workloads") ? list(given.getOrDefault("--workloads", "")) : USUAL,
                list(given.getOrDefault("--clients", "1,8,32")).stream()
                        .map(Integer::parseInt)
                        .toList(),
                number(given, "--seconds", 10),
                given.containsKey("--keep"),
                given.containsKey("--profile"),
                Path.of(given.getOrDefault("--directory", "var/bench")),
                Path.of(given.getOrDefault("--server", "server/target/server-0.1.0-SNAPSHOT-app.jar")),
                Path.of(given.getOrDefault("--sandbox", "sandbox/target/sandbox-0.1.0-SNAPSHOT-app.jar")),
                words(given.getOrDefault("--java-options", "")),
                words(given.getOrDefault("--service-options", "")));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private static int number(Map<String, String> given, String name, int usual) {
        String text = given.get(name);
        if (text == null) {
            return usual;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a number", e);
        }
    }
}
