package fr.monespacesante.sandbox.laboratory;

import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Professional;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The `send` command's options, read and checked.
record Options(
        URI to,
        Path certificate,
        String password,
        @Nullable Path trust,
        Payload.Mode mode,
        int clients,
        SourceReader.Defaults defaults,
        List<Path> files) {

    static final String USAGE = """
            usage: send --to <base address> --certificate <p12> [options] <folder or files…>
              --password <text>       of the certificate (sandbox)
              --trust <pem or p12>    authorities to believe (those of the machine)
              --mode iti65|iti105     transaction bundle, or simplified publish (iti65)
              --clients <n>           how many at a time (4)
            for files that are no CDA:
              --ins <15 characters>   whom it is about, unless the file's name begins with it
              --authority <oid>       of that INS (1.2.250.1.213.1.4.10, test)
              --type <typeCode>       (11502-2)    --title <text>    --date <yyyy-mm-dd>
              --as laboratory|hospital|practice   who wrote it, of the sandbox's people (laboratory)
            """;

    private static final Set<String> KNOWN = Set.of(
            "to",
            "certificate",
            "password",
            "trust",
            "mode",
            "clients",
            "ins",
            "authority",
            "type",
            "title",
            "date",
            "as");

    /// @throws IllegalArgumentException with a sentence for the person at the keyboard
    static Options parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                files.add(Path.of(argument));
            } else if (!KNOWN.contains(argument.substring(2))) {
                throw new IllegalArgumentException("unknown option " + argument);
            } else if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(argument + " needs a value");
            } else {
                given.put(argument.substring(2), arguments.get(++i));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("nothing to send");
        }
        String trust = given.get("trust");
        return new Options(
                URI.create(needed(given, "to").replaceFirst("/+$", "")),
                Path.of(needed(given, "certificate")),
                given.getOrDefault("password", "sandbox"),
                trust == null ? null : Path.of(trust),
                mode(given.getOrDefault("mode", "iti65")),
                clients(given.getOrDefault("clients", "4")),
                defaults(given),
                List.copyOf(files));
    }

    private static SourceReader.Defaults defaults(Map<String, String> given) {
        String date = given.get("date");
        try {
            return new SourceReader.Defaults(
                    given.get("ins"),
                    given.getOrDefault("authority", "1.2.250.1.213.1.4.10"),
                    given.getOrDefault("type", "11502-2"),
                    given.get("title"),
                    date == null ? null : LocalDate.parse(date),
                    author(given.getOrDefault("as", "laboratory")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--date is written yyyy-mm-dd", e);
        }
    }

    private static String needed(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    private static Payload.Mode mode(String text) {
        return switch (text) {
            case "iti65" -> Payload.Mode.ITI65;
            case "iti105" -> Payload.Mode.ITI105;
            default -> throw new IllegalArgumentException("--mode is iti65 or iti105");
        };
    }

    private static Professional author(String text) {
        return switch (text) {
            case "laboratory" -> Cast.BIOLOGIST;
            case "hospital" -> Cast.HOSPITALIST;
            case "practice" -> Cast.DOCTOR;
            default -> throw new IllegalArgumentException("--as is laboratory, hospital or practice");
        };
    }

    private static int clients(String text) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("--clients is a number from 1 to 999");
        }
        return Integer.parseInt(text);
    }
}
