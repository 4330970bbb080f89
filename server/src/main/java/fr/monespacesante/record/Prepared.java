package fr.monespacesante.record;

import fr.monespacesante.content.CdaHeader;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A document that was checked and may be carried through the door. Only `Deposits` makes it.
public final class Prepared {
    private final NewDocument document;
    private final byte[] stored;
    private final boolean packed;
    private final long size;
    private final Hashes hashes;
    private final SearchWords words;
    private final Optional<CdaHeader.Patient> patient;
    private final Optional<Earlier> earlier;

    /// What is known of a document that was kept elsewhere before it came here (ENR-15).
    ///
    /// @param arrivedAt when it was put there
    /// @param superseded true for an old version whose replacement does not come with it
    /// @param source who put it there
    public record Earlier(Instant arrivedAt, boolean archived, boolean superseded, DocumentEntry.Source source) {}

    Prepared(
            NewDocument document,
            Packing packing,
            Hashes hashes,
            SearchWords words,
            Optional<CdaHeader.Patient> patient) {
        this(document, packing, hashes, words, patient, Optional.empty());
    }

    private Prepared(
            NewDocument document,
            Packing packing,
            Hashes hashes,
            SearchWords words,
            Optional<CdaHeader.Patient> patient,
            Optional<Earlier> earlier) {
        this.earlier = earlier;
        this.document = document;
        this.stored = packing.stored();
        this.packed = packing.packed();
        this.size = packing.size();
        this.hashes = hashes;
        this.words = words;
        this.patient = patient;
    }

    /// @param stored what is sealed
    /// @param size of the document as it was sent
    record Packing(byte[] stored, boolean packed, long size) {}

    /// @param sha1 in base64
    /// @param sha256 in hexadecimal
    record Hashes(String sha1, String sha256) {}

    public NewDocument document() {
        return document;
    }

    /// The same, in the place of a document that was found inside the space.
    public Prepared replacing(DocumentId replaced) {
        return new Prepared(
                document.replacing(replaced), new Packing(stored, packed, size), hashes, words, patient, earlier);
    }

    /// The same, with what is known of it from where it was kept before: only the migration may bring that.
    public Prepared from(Earlier before) {
        return new Prepared(document, new Packing(stored, packed, size), hashes, words, patient, Optional.of(before));
    }

    Optional<Earlier> earlier() {
        return earlier;
    }

    /// The professionals named as authors: the decision asks whether the patient keeps one of them out.
    public Set<Rpps> authors() {
        Set<Rpps> known = new HashSet<>();
        for (DocumentEntry.Author author : document.authors()) {
            if (author.id() != null) {
                Rpps.ofNationalId(author.id()).ifPresent(known::add);
            }
        }
        return known;
    }

    byte[] stored() {
        return stored;
    }

    boolean packed() {
        return packed;
    }

    long size() {
        return size;
    }

    Hashes hashes() {
        return hashes;
    }

    SearchWords words() {
        return words;
    }

    Optional<CdaHeader.Patient> patient() {
        return patient;
    }
}
