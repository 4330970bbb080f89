package fr.monespacesante.courier;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes the files the mail house prints: one letter a line, address block and text. A file appears whole
/// or not at
/// all; the letter's number lets the mail house drop one that came twice.
final class PostCarrier implements Carrier {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader("letter", "address", "text")
            .build();

    private final Path directory;

    PostCarrier(Path directory) {
        this.directory = directory;
    }

    @Override
    public Channel channel() {
        return Channel.POST;
    }

    @Override
    public int load() {
        return 5_000;
    }

    @Override
    public void carry(List<Parcel> parcels) throws IOException {
        Files.createDirectories(directory);
        String name = "letters-" + parcels.getFirst().id() + ".csv";
        Path draft = directory.resolve(name + ".draft");
        try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
            for (Parcel parcel : parcels) {
                if (parcel.letter() instanceof Letter.Post(List<String> address, String text)) {
                    printer.printRecord(parcel.id(), String.join("\n", address), text);
                }
            }
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
