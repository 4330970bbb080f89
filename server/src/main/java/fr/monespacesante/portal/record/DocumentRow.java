package fr.monespacesante.portal.record;

import fr.monespacesante.record.DocumentEntry;
import java.time.Duration;
import java.time.Instant;

/// A document in a list.
///
/// @param author the first one, with the establishment; may be empty
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
        boolean fresh) {
    private static final Duration FRESH = Duration.ofDays(7);

    public static DocumentRow of(DocumentEntry entry, Instant now) {
        return new DocumentRow(
                entry.id().value().toString(),
                entry.title(),
                Category.of(entry.type().code()),
                entry.type().label(),
                entry.created(),
                entry.arrivedAt(),
                author(entry),
                mine(entry),
                entry.hidden(),
                !mine(entry) && entry.arrivedAt().plus(FRESH).isAfter(now));
    }

    static boolean mine(DocumentEntry entry) {
        return entry.source().kind() == DocumentEntry.Source.Kind.CITIZEN;
    }

    static String author(DocumentEntry entry) {
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
        return "/espace/documents/" + id;
    }
}
