package fr.monespacesante.interop.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came of each line of a manifest, beside it: `results.csv`, added to and synced after each
/// person. A line that a crash cut off is dropped, and its document done again, which changes nothing.
/// It holds numbers of lines, ids of spaces and reasons: no name, no INS.
final class MigrationJournal implements Closeable {
    static final String NAME = "results.csv";

    private final FileChannel channel;
    private final BitSet migrated = new BitSet();
    private final BitSet present = new BitSet();
    private final Map<Long, String> refused = new HashMap<>();

    /// What came of one line.
    enum Outcome {
        /// Brought in, read back, and its hash is the manifest's.
        MIGRATED,
        /// It was there already, and its hash is the manifest's.
        PRESENT,
        /// Not there, for the reason given.
        REFUSED;

        boolean there() {
            return this != REFUSED;
        }
    }

    /// @param line of the manifest, from 1
    /// @param space empty when there is none
    /// @param reason empty when it is there
    record Result(long line, Outcome outcome, String space, String sha256, String reason) {
        private String text() {
            return line + ";" + outcome + ";" + space + ";" + sha256 + ";" + reason + "\n";
        }

        private static Result parse(String text) {
            String[] cells = text.split(";", -1);
            if (cells.length != 5) {
                throw new IllegalArgumentException("no result");
            }
            return new Result(Long.parseLong(cells[0]), Outcome.valueOf(cells[1]), cells[2], cells[3], cells[4]);
        }
    }

    private MigrationJournal(FileChannel channel) {
        this.channel = channel;
    }

    static MigrationJournal open(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        MigrationJournal journal =
                new MigrationJournal(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        long whole = 0;
        byte[] cut = tail(file);
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            for (String line : (Iterable<String>) lines::iterator) {
                long end = whole + line.getBytes(StandardCharsets.UTF_8).length + 1;
                if (end > Files.size(file) && cut.length > 0) {
                    break;
                }
                journal.count(Result.parse(line));
                whole = end;
            }
        }
        journal.channel.truncate(whole);
        journal.channel.position(whole);
        return journal;
    }

    /// Not empty when the file does not end with a line feed.
    private static byte[] tail(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            return new byte[0];
        }
        try (FileChannel end = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            end.read(last, size - 1);
            return last.get(0) == '\n' ? new byte[0] : new byte[] {last.get(0)};
        }
    }

    /// True for what is there. What was refused is tried again by the next run: its reason may be gone.
    synchronized boolean isDone(long line) {
        int number = Math.toIntExact(line);
        return migrated.get(number) || present.get(number);
    }

    /// Survives a power cut when this returns.
    synchronized void add(List<Result> results) throws IOException {
        StringBuilder text = new StringBuilder();
        results.forEach(result -> text.append(result.text()));
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
        results.forEach(this::count);
    }

    private void count(Result result) {
        int line = Math.toIntExact(result.line());
        switch (result.outcome()) {
            case MIGRATED -> migrated.set(line);
            case PRESENT -> present.set(line);
            case REFUSED -> {}
        }
        if (result.outcome().there()) {
            refused.remove(result.line());
        } else {
            refused.put(result.line(), result.reason());
        }
    }

    synchronized long count(Outcome outcome) {
        return switch (outcome) {
            case MIGRATED -> migrated.cardinality();
            case PRESENT -> present.cardinality();
            case REFUSED -> refused.size();
        };
    }

    synchronized long lines() {
        return (long) migrated.cardinality() + present.cardinality() + refused.size();
    }

    synchronized Map<String, Long> reasons() {
        return refused.values().stream()
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    }

    /// The last result of each line.
    static List<Result> read(Path folder) throws IOException {
        Map<Long, Result> results = new TreeMap<>();
        try (Stream<String> lines = Files.lines(folder.resolve(NAME), StandardCharsets.UTF_8)) {
            lines.map(Result::parse).forEach(result -> results.put(result.line(), result));
        }
        return List.copyOf(results.values());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
