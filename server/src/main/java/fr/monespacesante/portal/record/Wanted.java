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

/// What someone asked of a list of documents, from the fields of its form. On its way over the documents it notes
/// their authors, which are the choices of one of the filters.
public final class Wanted implements Predicate<DocumentEntry> {
    public static final int PAGE = 20;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Form form;
    private final Predicate<DocumentEntry> inTime;
    private final Set<String> authors = new TreeSet<>();

    /// As the citizen asks: the period is that of the documents' own dates.
    Wanted(Form form, Instant now) {
        this(form, entry -> recent(form, entry, now));
    }

    /// @param inTime whether a document is of the period asked for
    public Wanted(Form form, Predicate<DocumentEntry> inTime) {
        this.form = form;
        this.inTime = inTime;
    }

    public DocumentQuery query() {
        return query(this);
    }

    /// The same for someone who looks at the documents on the way.
    public DocumentQuery query(Predicate<DocumentEntry> wanted) {
        return new DocumentQuery(
                wanted,
                SearchWords.query(form.value("q")),
                order(),
                DocumentId.parse(form.value("apres")),
                timeline() ? 3 * PAGE : PAGE);
    }

    /// Of the documents passed so far.
    public Set<String> authors() {
        return authors;
    }

    public boolean timeline() {
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
                && inTime.test(entry);
    }

    private boolean chosen(String name, String value) {
        return form.value(name).isEmpty() || form.value(name).equals(value);
    }

    private static boolean recent(Form form, DocumentEntry entry, Instant now) {
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
