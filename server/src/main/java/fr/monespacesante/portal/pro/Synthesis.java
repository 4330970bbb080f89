package fr.monespacesante.portal.pro;

import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.record.Category;
import fr.monespacesante.portal.record.DocumentRow;
import fr.monespacesante.portal.record.Wanted;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentQuery;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What a professional asked of a folder, and, gathered on the same way over its documents, what matters at a glance.
/// Only current documents count: none that was replaced or archived.
final class Synthesis implements Predicate<DocumentEntry> {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int NEWS = 5;
    private static final int EACH = 2;
    private static final List<Category> KINDS = List.of(
            Category.SUMMARY,
            Category.REPORT,
            Category.BIOLOGY,
            Category.IMAGING,
            Category.PRESCRIPTION,
            Category.LETTER,
            Category.PLAN);

    private final Wanted wanted;
    private final Optional<Instant> lastVisit;
    private final Rpps reader;
    private final String base;
    private final List<DocumentEntry> current = new ArrayList<>();

    /// @param base of the addresses of documents
    Synthesis(Form form, Instant now, Optional<Instant> lastVisit, Rpps reader, String base) {
        this.wanted = new Wanted(form, entry -> recent(form, entry, now));
        this.lastVisit = lastVisit;
        this.reader = reader;
        this.base = base;
    }

    /// @param news since the last visit, the first of them
    /// @param more how many more are new
    /// @param latest of each kind, the newest
    public record Shown(
            List<DocumentRow> news,
            int more,
            Map<Category, List<DocumentRow>> latest,
            List<DocumentRow> directives,
            List<DocumentRow> vaccinations) {}

    DocumentQuery query() {
        return wanted.query(this);
    }

    List<String> authors() {
        return List.copyOf(wanted.authors());
    }

    @Override
    public boolean test(DocumentEntry entry) {
        if (!entry.superseded() && !entry.archived()) {
            current.add(entry);
        }
        return wanted.test(entry);
    }

    /// By arrival; two years unless more or less is asked for.
    private static boolean recent(Form form, DocumentEntry entry, Instant now) {
        Period period = switch (form.value("periode")) {
            case "mois" -> Period.ofMonths(1);
            case "an" -> Period.ofYears(1);
            case "tout" -> Period.ZERO;
            default -> Period.ofYears(2);
        };
        return period.isZero()
                || entry.arrivedAt().isAfter(now.atZone(PARIS).minus(period).toInstant());
    }

    DocumentRow row(DocumentEntry entry) {
        return DocumentRow.of(entry, own(entry, reader), fresh(entry), base);
    }

    static boolean own(DocumentEntry entry, Rpps reader) {
        return entry.facts().authors().contains(reader.nationalId());
    }

    private boolean fresh(DocumentEntry entry) {
        return lastVisit.filter(entry.arrivedAt()::isAfter).isPresent() && !own(entry, reader);
    }

    Shown shown() {
        current.sort(DocumentQuery.NEWEST_ARRIVAL);
        List<DocumentEntry> news = current.stream().filter(this::fresh).toList();
        Map<Category, List<DocumentRow>> latest = new EnumMap<>(Category.class);
        for (Category kind : KINDS) {
            List<DocumentRow> rows = of(kind, EACH);
            if (!rows.isEmpty()) {
                latest.put(kind, rows);
            }
        }
        return new Shown(
                news.stream().limit(NEWS).map(this::row).toList(),
                Math.max(0, news.size() - NEWS),
                latest,
                of(Category.DIRECTIVES, EACH),
                of(Category.VACCINATION, EACH));
    }

    private List<DocumentRow> of(Category kind, int most) {
        return current.stream()
                .filter(entry -> Category.of(entry.type().code()) == kind)
                .sorted(Comparator.comparing(DocumentEntry::created).reversed())
                .limit(most)
                .map(this::row)
                .toList();
    }
}
