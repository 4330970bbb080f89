package fr.monespacesante.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A campaign file as batches of lines, read and checked on several processors.
final class CampaignLines {
    static final int LONGEST_LINE = 4_000;
    static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setDelimiter(';').build();

    private final BoundedLines lines;
    private final CampaignHeader.Columns columns;
    private final LocalDate today;
    private long number;

    /// @param lines behind the header or behind the last batch
    /// @param number of the last line before
    CampaignLines(InputStream lines, long position, long number, CampaignHeader.Columns columns, LocalDate today) {
        this.lines = new BoundedLines(lines, LONGEST_LINE, position);
        this.number = number;
        this.columns = columns;
        this.today = today;
    }

    /// @param position bytes of the file up to the end of this batch
    /// @param number of its last line
    record Batch(List<Numbered> lines, long position, long number) {}

    record Numbered(long number, CampaignLine line) {}

    boolean tellsOfEvents() {
        return columns.event() >= 0;
    }

    /// Empty at the end of the file.
    Optional<Batch> next(int size) throws IOException {
        List<Raw> raw = new ArrayList<>(size);
        while (raw.size() < size) {
            Optional<BoundedLines.Line> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            number++;
            if (!line.get().text().isBlank() || line.get().fault() != BoundedLines.Fault.NONE) {
                raw.add(new Raw(number, line.get()));
            }
        }
        return raw.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch(
                        raw.parallelStream()
                                .map(each -> new Numbered(each.number(), read(each.line())))
                                .toList(),
                        lines.position(),
                        number));
    }

    private record Raw(long number, BoundedLines.Line line) {}

    private CampaignLine read(BoundedLines.Line line) {
        return switch (line.fault()) {
            case TOO_LONG -> CampaignLine.bad("", "longer than " + LONGEST_LINE + " characters");
            case NOT_UTF8 -> CampaignLine.bad("", "not UTF-8: probably Latin-1 (ISO-8859-1 or Windows-1252)");
            case NONE -> {
                List<String> values = split(line.text());
                if (values.size() != columns.count()) {
                    yield CampaignLine.bad("", values.size() + " fields in place of " + columns.count());
                }
                List<String> ours = columns.order().stream().map(values::get).toList();
                yield columns.event() < 0
                        ? CampaignLine.read(ours, today)
                        : CampaignLine.read(values.get(columns.event()), ours, today);
            }
        };
    }

    /// The fields of one line; a quote that does not end takes the rest of its line and no more.
    static List<String> split(String line) {
        if (line.indexOf('"') < 0) {
            List<String> values = new ArrayList<>(CampaignLine.HEADER.size() + 1);
            int from = 0;
            for (int at = line.indexOf(';'); at >= 0; at = line.indexOf(';', from)) {
                values.add(line.substring(from, at));
                from = at + 1;
            }
            values.add(line.substring(from));
            return values;
        }
        try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
            List<String> values = new ArrayList<>();
            for (CSVRecord record : parser) {
                values.addAll(record.toList());
            }
            return values;
        } catch (IOException | UncheckedIOException | IllegalStateException _) {
            return List.of();
        }
    }
}
