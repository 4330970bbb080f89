package fr.monespacesante.record;

import fr.monespacesante.content.CdaHeader;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Rpps;
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

    Prepared(
            NewDocument document,
            Packing packing,
            Hashes hashes,
            SearchWords words,
            Optional<CdaHeader.Patient> patient) {
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
        return new Prepared(document.replacing(replaced), new Packing(stored, packed, size), hashes, words, patient);
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
