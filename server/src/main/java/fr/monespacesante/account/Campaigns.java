package fr.monespacesante.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/// Imports campaign files (ENR-01): a line a person, streamed, in batches of one transaction each. A bad
/// line goes to
/// the report and stops nothing. A file imported again, whole or after a crash in its middle, changes
/// nothing for the
/// people it has already brought.
@Component
public final class Campaigns {
    private static final int BATCH = 500;
    private static final int LONGEST_LINE = 4_000;
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setDelimiter(';').build();

    private final Arrivals arrivals;
    private final Clock clock;

    Campaigns(Arrivals arrivals, Clock clock) {
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /// What came of a file, in people; refused ones are in the report.
    public record Result(long added, long changed, long unchanged, long refused) {
        Result plus(Result other) {
            return new Result(
                    added + other.added, changed + other.changed, unchanged + other.unchanged, refused + other.refused);
        }
    }

    /// @param file UTF-8, `;` between fields, the header as in `CampaignLine.HEADER` in any order
    /// @param report gets a line per fault: number of the line, field, reason; never what the field held
    public Result importFile(InputStream file, Writer report) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), 1 << 16);
        BoundedLines lines = new BoundedLines(text, LONGEST_LINE);
        CSVPrinter faults = new CSVPrinter(report, FORMAT);
        faults.printRecord("line", "field", "reason");
        Optional<BoundedLines.Line> header = lines.next();
        List<Integer> order = header.isPresent() && !header.get().tooLong()
                ? order(header.get().text())
                : List.of();
        if (order.isEmpty()) {
            faults.printRecord(1, "", "the header must name these fields: " + String.join(" ", CampaignLine.HEADER));
            faults.flush();
            return new Result(0, 0, 0, 1);
        }
        Result result = new Result(0, 0, 0, 0);
        Map<String, Insured> batch = new LinkedHashMap<>();
        LocalDate today = LocalDate.now(clock.withZone(Deadlines.FRANCE));
        long number = 1;
        for (Optional<BoundedLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            number++;
            if (next.get().text().isBlank()) {
                continue;
            }
            switch (read(next.get(), order, today)) {
                case CampaignLine.Bad(List<CampaignLine.Fault> found) -> {
                    for (CampaignLine.Fault fault : found) {
                        faults.printRecord(number, fault.field(), fault.reason());
                    }
                    result = result.plus(new Result(0, 0, 0, 1));
                }
                case CampaignLine.Good(Insured insured) -> {
                    String key = insured.person().ins().value();
                    if (batch.size() == BATCH || batch.containsKey(key)) {
                        result = result.plus(arrivals.take(List.copyOf(batch.values())));
                        batch.clear();
                    }
                    batch.put(key, insured);
                }
            }
        }
        result = result.plus(arrivals.take(List.copyOf(batch.values())));
        faults.flush();
        return result;
    }

    private static CampaignLine read(BoundedLines.Line line, List<Integer> order, LocalDate today) throws IOException {
        if (line.tooLong()) {
            return new CampaignLine.Bad(
                    List.of(new CampaignLine.Fault("", "longer than " + LONGEST_LINE + " characters")));
        }
        List<String> values = split(line.text());
        if (values.size() != order.size()) {
            return CampaignLine.read(values.subList(0, Math.min(values.size(), 1)), today);
        }
        return CampaignLine.read(order.stream().map(values::get).toList(), today);
    }

    /// Where each field of ours stands in this file; empty when one is missing, twice there, or unknown.
    private static List<Integer> order(String header) throws IOException {
        List<String> names = split(header.startsWith("\uFEFF") ? header.substring(1) : header);
        if (names.size() != CampaignLine.HEADER.size() || !names.containsAll(CampaignLine.HEADER)) {
            return List.of();
        }
        return CampaignLine.HEADER.stream().map(names::indexOf).toList();
    }

    /// The fields of one line; a quote that does not end takes the rest of its line and no more.
    private static List<String> split(String line) throws IOException {
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
