package fr.monespacesante.account;

import fr.monespacesante.account.CampaignLine.Fault;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/// Takes in campaign files (ENR-01): a line a person, streamed, in batches of one transaction each. A bad
/// line goes to the report and stops nothing. A file read again, whole or after a crash in its middle,
/// changes nothing for the people it has already brought.
@Component
public final class Campaigns {
    static final int BATCH = 5_000;
    /// Enough to tell what a file is.
    static final int START = 1 << 18;

    private final Arrivals arrivals;
    private final Clock clock;

    Campaigns(Arrivals arrivals, Clock clock) {
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /// What came of a file, in people; refused ones are in the report.
    public record Result(long added, long changed, long unchanged, long deaths, long refused) {
        static final Result NONE = new Result(0, 0, 0, 0, 0);

        Result plus(Result other) {
            return new Result(
                    added + other.added,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    deaths + other.deaths,
                    refused + other.refused);
        }
    }

    /// Reads a small file at once, without keeping where it stands; larger ones go through the folder.
    ///
    /// @param file UTF-8, `;` between fields, the header as in `CampaignLine.HEADER` in any order
    /// @param report gets a line per fault: number of the line, field, reason; never what the field held
    public Result importFile(InputStream file, Writer report) throws IOException {
        byte[] start = file.readNBytes(START);
        CSVPrinter faults = new CSVPrinter(report, CampaignLines.FORMAT);
        faults.printRecord("line", "field", "reason");
        Result result = Result.NONE;
        switch (CampaignHeader.of(start)) {
            case CampaignHeader.Unreadable(CampaignFile.Problem problem, var missing) -> {
                faults.printRecord(1, "", problem + (missing.isEmpty() ? "" : " " + String.join(" ", missing)));
                result = new Result(0, 0, 0, 0, 1);
            }
            case CampaignHeader.Columns columns -> {
                int header = header(start);
                CampaignLines lines = lines(
                        new SequenceInputStream(
                                new ByteArrayInputStream(start, header, start.length - header),
                                new BufferedInputStream(file)),
                        header,
                        1,
                        columns);
                for (Optional<CampaignLines.Batch> batch = lines.next(BATCH);
                        batch.isPresent();
                        batch = lines.next(BATCH)) {
                    Arrivals.Taken taken = arrivals.take(batch.get().lines(), Optional.empty(), lines.tellsOfEvents());
                    write(taken, faults);
                    result = result.plus(taken.result());
                }
            }
        }
        faults.flush();
        return result;
    }

    CampaignLines lines(InputStream from, long position, long number, CampaignHeader.Columns columns) {
        LocalDate today = LocalDate.now(clock.withZone(Deadlines.FRANCE));
        return new CampaignLines(from, position, number, columns, today);
    }

    /// Bytes of the first line.
    static int header(byte[] start) {
        int end = 0;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        return Math.min(start.length, end + 1);
    }

    static void write(Arrivals.Taken taken, CSVPrinter faults) throws IOException {
        for (Arrivals.Refused refused : taken.refused()) {
            for (Fault fault : refused.faults()) {
                faults.printRecord(refused.line(), fault.field(), fault.reason());
            }
        }
    }
}
