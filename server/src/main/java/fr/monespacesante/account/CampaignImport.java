package fr.monespacesante.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.commons.csv.CSVPrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads one campaign file to its end, or on from where somebody stopped: people, figures and place in the
/// file are committed together, the report before them, so that a crash loses nobody and brings nobody twice.
@Component
class CampaignImport {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignImport.class);
    private static final byte[] REPORT_HEADER = "line;field;reason\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Campaigns campaigns;
    private final Arrivals arrivals;
    private final CampaignFiles files;
    private final TransactionTemplate transactions;
    private final int batch;

    @Autowired
    CampaignImport(Campaigns campaigns, Arrivals arrivals, CampaignFiles files, TransactionTemplate transactions) {
        this(campaigns, arrivals, files, transactions, Campaigns.BATCH);
    }

    /// @param batch lines of one transaction
    CampaignImport(
            Campaigns campaigns, Arrivals arrivals, CampaignFiles files, TransactionTemplate transactions, int batch) {
        this.campaigns = campaigns;
        this.arrivals = arrivals;
        this.files = files;
        this.transactions = transactions;
        this.batch = batch;
    }

    static Path report(Path file) {
        return file.resolveSibling(file.getFileName() + ".report");
    }

    static void putAside(Path file, String suffix) throws IOException {
        Files.move(
                file,
                file.resolveSibling(file.getFileName() + suffix),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// @param stop asked after each batch
    void run(CampaignFile file, Path path, BooleanSupplier stop) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(Campaigns.START);
        }
        switch (CampaignHeader.of(start)) {
            case CampaignHeader.Unreadable why -> {
                Files.writeString(
                        report(path),
                        new String(REPORT_HEADER, StandardCharsets.US_ASCII) + "1;;" + why.problem() + " "
                                + String.join(" ", why.missing()) + "\r\n");
                files.refuse(file.id(), why);
                putAside(path, ".refused");
                LOG.info("the campaign file {} is refused: {}", file.id(), why.problem());
            }
            case CampaignHeader.Columns columns -> {
                files.begin(file.id(), Campaigns.header(start));
                if (read(file.id(), path, columns, stop)) {
                    files.done(file.id());
                    putAside(path, ".done");
                    tell(file.id());
                }
            }
        }
    }

    /// @return whether it came to the end
    private boolean read(UUID id, Path path, CampaignHeader.Columns columns, BooleanSupplier stop) throws IOException {
        CampaignFile from = files.find(id).orElseThrow();
        try (FileChannel in = FileChannel.open(path);
                FileChannel report =
                        FileChannel.open(report(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            report.truncate(files.reported(id));
            report.position(report.size());
            if (report.size() == 0) {
                report.write(ByteBuffer.wrap(REPORT_HEADER));
            }
            in.position(from.readBytes());
            CampaignLines lines = campaigns.lines(
                    Channels.newInputStream(in), from.readBytes(), from.counts().lines(), columns);
            long position = from.readBytes();
            // the next batch is read and checked while this one goes into the database
            CompletableFuture<Optional<CampaignLines.Batch>> next = ahead(lines);
            for (Optional<CampaignLines.Batch> some = next.join(); some.isPresent(); some = next.join()) {
                next = ahead(lines);
                if (stop.getAsBoolean()) {
                    next.join();
                    return false;
                }
                commit(id, some.get(), position, lines.tellsOfEvents(), report);
                position = some.get().position();
            }
            return true;
        }
    }

    private CompletableFuture<Optional<CampaignLines.Batch>> ahead(CampaignLines lines) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return lines.next(batch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void commit(UUID id, CampaignLines.Batch some, long before, boolean events, FileChannel report) {
        transactions.executeWithoutResult(status -> {
            Arrivals.Taken taken = arrivals.take(some.lines(), Optional.of(id), events);
            try {
                if (!taken.refused().isEmpty()) {
                    report.write(ByteBuffer.wrap(lines(taken)));
                    report.force(false);
                }
                files.advance(id, before, some, taken.result(), report.position());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] lines(Arrivals.Taken taken) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(text, CampaignLines.FORMAT)) {
            Campaigns.write(taken, printer);
        }
        return bytes.toByteArray();
    }

    private void tell(UUID id) {
        CampaignFile.Counts counts = files.find(id).orElseThrow().counts();
        LOG.info(
                "campaign file {} read: {} people added, {} changed, {} unchanged, {} deaths, {} lines refused",
                id,
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.deaths(),
                counts.refused());
    }
}
