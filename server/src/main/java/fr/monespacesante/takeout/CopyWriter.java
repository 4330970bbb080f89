package fr.monespacesante.takeout;

import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Person;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.OpenDocument;
import fr.monespacesante.vault.SpaceKey;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Writes what the file holds: the documents as they were sent, each checked before it goes in, then
/// the chapters.
final class CopyWriter {
    /// Up to this size a document is checked in memory; a larger one is read twice.
    private static final int IN_MEMORY = 8 * 1024 * 1024;

    private static final Comparator<DocumentEntry> NEWEST = Comparator.comparing(DocumentEntry::created)
            .reversed()
            .thenComparing(entry -> entry.id().value());

    private final Documents documents;
    private final Supplier<List<Chapter>> chapters;

    CopyWriter(Documents documents, Supplier<List<Chapter>> chapters) {
        this.documents = documents;
        this.chapters = chapters;
    }

    /// What was read of a space, and how to write it.
    record Reading(
            SpaceKey key, Person person, Instant at, List<OpenDocument> documents, List<Chapter.Writing> chapters) {
        List<UUID> ids() {
            return documents.stream()
                    .map(document -> document.entry().id().value())
                    .toList();
        }
    }

    /// Told after each document; by throwing it stops the work.
    @FunctionalInterface
    interface Progress {
        void written(int documents) throws IOException;
    }

    Reading read(Visit visit) {
        List<OpenDocument> all = documents.all(visit).stream()
                .sorted(Comparator.comparing(OpenDocument::entry, NEWEST))
                .toList();
        return new Reading(
                visit.key(),
                visit.space().person(),
                visit.now(),
                all,
                chapters.get().stream().map(chapter -> chapter.prepare(visit)).toList());
    }

    /// True while the visitor may know of everything that was read.
    boolean stillThere(Visit visit, Copies.Manifest manifest) {
        return manifest.whole(visit, documents);
    }

    /// @return the size of the file in bytes
    long write(Reading reading, OutputStream out, Progress progress) throws IOException {
        Counted counted = new Counted(out);
        Parcel parcel = new Parcel(counted, reading.at());
        FileNames names = new FileNames();
        List<Contents.Item> items = new ArrayList<>();
        for (OpenDocument document : reading.documents()) {
            String path = names.path(document.entry());
            boolean sound = add(parcel, document, path);
            items.add(new Contents.Item(document, items.size() + 1, path, !sound));
            progress.written(items.size());
        }
        Contents contents = new Contents(reading.person(), reading.at(), items);
        for (Chapter.Writing chapter : reading.chapters()) {
            chapter.write(parcel, contents);
            progress.written(items.size());
        }
        // not by try: a file that broke off must not get an end that makes it look whole
        parcel.close();
        return counted.size;
    }

    /// False, and nothing is written, when what is stored is not what was deposited.
    private static boolean add(Parcel parcel, OpenDocument document, String path) throws IOException {
        DocumentEntry.Content content = document.entry().content();
        try {
            if (content.size() <= IN_MEMORY) {
                byte[] bytes = document.bytes();
                if (!HexFormat.of().formatHex(Parcel.sha256().digest(bytes)).equals(content.sha256())) {
                    return false;
                }
                parcel.add(path, bytes);
                return true;
            }
            if (!sound(document)) {
                return false;
            }
        } catch (SpaceKey.DamagedStream | java.nio.file.NoSuchFileException damaged) {
            return false;
        }
        try (InputStream in = document.stream()) {
            parcel.add(path, in);
        }
        return true;
    }

    private static boolean sound(OpenDocument document) throws IOException {
        MessageDigest digest = Parcel.sha256();
        try (InputStream in = new DigestInputStream(document.stream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of()
                .formatHex(digest.digest())
                .equals(document.entry().content().sha256());
    }

    private static final class Counted extends FilterOutputStream {
        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size += length;
        }
    }
}
