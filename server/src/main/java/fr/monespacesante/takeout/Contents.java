package fr.monespacesante.takeout;

import fr.monespacesante.account.Person;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.OpenDocument;
import java.time.Instant;
import java.util.List;

/// What is in the file when the chapters are written.
///
/// @param at when the space was read
/// @param documents by their date, newest first
public record Contents(Person person, Instant at, List<Item> documents) {
    public Contents {
        documents = List.copyOf(documents);
    }

    /// One document.
    ///
    /// @param number from 1, in the order of the list
    /// @param path of its file in the copy, such as `documents/2026-03-01 Ordonnance.pdf`
    /// @param damaged true when what is stored is not what was deposited: its file is not in the copy
    public record Item(OpenDocument document, int number, String path, boolean damaged) {
        public DocumentEntry entry() {
            return document.entry();
        }
    }

    public List<Item> damaged() {
        return documents.stream().filter(Item::damaged).toList();
    }
}
