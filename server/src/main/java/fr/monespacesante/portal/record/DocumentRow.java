package fr.monespacesante.portal.record;

import fr.monespacesante.record.DocumentEntry;
import java.time.Duration;
import java.time.Instant;

/// A document in a list.
///
/// @param author the first one, with the establishment; may be empty
/// @param base of the addresses of documents
public record DocumentRow(
        String id,
        String title,
        Category category,
        String type,
        Instant created,
        Instant arrivedAt,
        String author,
        boolean mine,
        boolean hidden,
        boolean fresh,
        String base) {
    private static final Duration FRESH = Duration.ofDays(7);

    /// As the citizen sees it.
    public static DocumentRow of(DocumentEntry entry, Instant now) {
        boolean mine = mine(entry);
        return of(entry, mine, !mine && entry.arrivedAt().plus(FRESH).isAfter(now), "/espace/documents/");
    }

    /// @param mine true when the reader added it, or made it
    /// @param fresh true when it is new to the reader
    /// @param base of the addresses of documents, with a slash at the end
    public static DocumentRow of(DocumentEntry entry, boolean mine, boolean fresh, String base) {
        return new DocumentRow(
                entry.id().value().toString(),
                entry.title(),
                Category.of(entry.type().code()),
                entry.type().label(),
                entry.created(),
                entry.arrivedAt(),
                author(entry),
                mine,
                entry.hidden(),
                fresh,
                base);
    }

    static boolean mine(DocumentEntry entry) {
        return entry.source().kind() == DocumentEntry.Source.Kind.CITIZEN;
    }

    public static String author(DocumentEntry entry) {
        return entry.authors().stream()
                .filter(author -> !author.patient())
                .findFirst()
                .map(author -> {
                    DocumentEntry.Organisation organisation = author.organisation();
                    String name = author.displayName();
                    return organisation == null || organisation.name().isEmpty() || name.equals(organisation.name())
                            ? name
                            : name + ", " + organisation.name();
                })
                .orElse("");
    }

    public String address() {
        return base + id;
    }
}
