package fr.monespacesante.portal.record;

import fr.monespacesante.content.SearchWords;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.portal.Form;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentQuery;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What a citizen asked of the list, from the fields of its form. On its way over the documents it notes their authors,
/// which are the choices of one of the filters.
final class Wanted implements Predicate<DocumentEntry> {
    static final int PAGE = 20;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Form form;
    private final Instant now;
    private final Set<String> authors = new TreeSet<>();

    Wanted(Form form, Instant now) {
        this.form = form;
        this.now = now;
    }

    DocumentQuery query() {
        return new DocumentQuery(
                this,
                SearchWords.query(form.value("q")),
                order(),
                DocumentId.parse(form.value("apres")),
                timeline() ? 3 * PAGE : PAGE);
    }

    /// Of the documents passed so far.
    Set<String> authors() {
        return authors;
    }

    boolean timeline() {
        return form.value("vue").equals("chronologie");
    }

    @Override
    public boolean test(DocumentEntry entry) {
        if (entry.superseded() || entry.archived()) {
            return false;
        }
        String author = DocumentRow.author(entry);
        if (!author.isEmpty()) {
            authors.add(author);
        }
        return chosen("categorie", Category.of(entry.type().code()).name())
                && chosen("auteur", author)
                && chosen("source", DocumentRow.mine(entry) ? "moi" : "autres")
                && chosen("visibilite", entry.hidden() ? "masque" : "visible")
                && recent(entry);
    }

    private boolean chosen(String name, String value) {
        return form.value(name).isEmpty() || form.value(name).equals(value);
    }

    private boolean recent(DocumentEntry entry) {
        Period period = switch (form.value("periode")) {
            case "mois" -> Period.ofMonths(1);
            case "an" -> Period.ofYears(1);
            case "deux-ans" -> Period.ofYears(2);
            default -> Period.ZERO;
        };
        return period.isZero()
                || entry.created().isAfter(now.atZone(PARIS).minus(period).toInstant());
    }

    private Comparator<DocumentEntry> order() {
        Comparator<DocumentEntry> byDate =
                Comparator.comparing(DocumentEntry::created).reversed().thenComparing(DocumentQuery.NEWEST_ARRIVAL);
        if (timeline()) {
            return byDate;
        }
        return switch (form.value("tri")) {
            case "date" -> byDate;
            case "titre" ->
                Comparator.comparing((DocumentEntry entry) -> entry.title().toLowerCase(Locale.FRENCH))
                        .thenComparing(DocumentQuery.NEWEST_ARRIVAL);
            default -> DocumentQuery.NEWEST_ARRIVAL;
        };
    }
}
