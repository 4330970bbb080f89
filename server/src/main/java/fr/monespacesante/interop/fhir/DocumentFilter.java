package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A search parameter of a DocumentReference (PDSm, ITI-67): a test of an entry.
///
/// @param type as the capability statement names it
/// @param maker of the test, from one value
record DocumentFilter(String parameter, String type, Function<String, Predicate<DocumentEntry>> maker) {
    static final List<DocumentFilter> ALL = List.of(
            new DocumentFilter("_id", "token", value -> {
                List<String> ids = Tokens.alternatives(value);
                return entry -> ids.stream().anyMatch(id -> is(id, entry.id()));
            }),
            new DocumentFilter("identifier", "token", value -> {
                List<String> wanted = Tokens.alternatives(value).stream()
                        .map(token -> token.substring(token.lastIndexOf('|') + 1))
                        .toList();
                return entry -> wanted.contains(entry.uniqueId()) || wanted.contains("urn:uuid:" + entry.id());
            }),
            new DocumentFilter("status", "token", value -> {
                List<String> wanted = Tokens.alternatives(value).stream()
                        .map(token -> token.substring(token.lastIndexOf('|') + 1))
                        .toList();
                if (!List.of("current", "superseded", "entered-in-error").containsAll(wanted)) {
                    throw new Refusal(Problem.MALFORMED, "status");
                }
                return entry -> wanted.contains(entry.superseded() ? "superseded" : "current");
            }),
            new DocumentFilter("type", "token", value -> of(value, DocumentEntry::type)),
            new DocumentFilter("category", "token", value -> of(value, DocumentEntry::documentClass)),
            new DocumentFilter(
                    "format",
                    "token",
                    value -> of(value, entry -> entry.content().format())),
            new DocumentFilter(
                    "facility",
                    "token",
                    value -> of(value, entry -> entry.context().facilityType())),
            new DocumentFilter(
                    "setting",
                    "token",
                    value -> of(value, entry -> entry.context().practiceSetting())),
            new DocumentFilter("event", "token", value -> {
                Predicate<@Nullable Code> code = Tokens.code(value);
                return entry -> entry.context().events().stream().anyMatch(code);
            }),
            new DocumentFilter("security-label", "token", value -> {
                List<String> wanted = Tokens.alternatives(value).stream()
                        .map(token -> token.substring(token.lastIndexOf('|') + 1))
                        .toList();
                return entry -> wanted.contains(entry.confidentiality())
                        || entry.marks().stream().map(Mark::name).anyMatch(wanted::contains);
            }),
            new DocumentFilter("isArchived", "token", value -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw new Refusal(Problem.MALFORMED, "isArchived");
                }
                return entry -> entry.archived() == value.equals("true");
            }),
            new DocumentFilter(
                    "date", "date", value -> dates("date", value, (wanted, entry) -> wanted.matches(entry.created()))),
            new DocumentFilter(
                    "creation",
                    "date",
                    value -> dates("creation", value, (wanted, entry) -> wanted.matches(entry.created()))),
            new DocumentFilter(
                    "_lastUpdated",
                    "date",
                    value -> dates("_lastUpdated", value, (wanted, entry) -> wanted.matches(entry.arrivedAt()))),
            new DocumentFilter(
                    "period",
                    "date",
                    value -> dates(
                            "period",
                            value,
                            (wanted, entry) -> wanted.matches(
                                    entry.context().start(), entry.context().end()))),
            new DocumentFilter(
                    "period-start",
                    "date",
                    value -> dates(
                            "period-start",
                            value,
                            (wanted, entry) -> wanted.matches(entry.context().start()))),
            new DocumentFilter(
                    "period-end",
                    "date",
                    value -> dates(
                            "period-end",
                            value,
                            (wanted, entry) -> wanted.matches(entry.context().end()))),
            new DocumentFilter("relatesTo", "reference", value -> {
                List<String> wanted = Tokens.alternatives(value).stream()
                        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                        .toList();
                return entry -> {
                    DocumentId replaced = entry.replaces();
                    return replaced != null && wanted.stream().anyMatch(id -> is(id, replaced));
                };
            }),
            new DocumentFilter("author.given", "string", value -> names(value, DocumentEntry.Author::given)),
            new DocumentFilter("author.family", "string", value -> names(value, DocumentEntry.Author::family)));

    /// What `_sort` may name.
    static final Map<String, Comparator<DocumentEntry>> ORDERS = Map.of(
            "date", Comparator.comparing(DocumentEntry::created),
            "creation", Comparator.comparing(DocumentEntry::created),
            "_lastUpdated", Comparator.comparing(DocumentEntry::arrivedAt),
            "period-start", Comparator.comparing(DocumentFilter::start),
            "period", Comparator.comparing(DocumentFilter::start),
            "type", Comparator.comparing(entry -> entry.type().code()),
            "category", Comparator.comparing(entry -> entry.documentClass().code()));

    /// @param values all of them must hold
    Predicate<DocumentEntry> test(List<String> values) {
        Predicate<DocumentEntry> all = entry -> true;
        for (String value : values) {
            if (value.isBlank()) {
                throw new Refusal(Problem.MALFORMED, parameter, "An empty value asks for nothing.");
            }
            all = all.and(maker.apply(value));
        }
        return all;
    }

    private static boolean is(String id, DocumentId document) {
        return FhirIds.parse(id)
                .filter(found -> found.thing().equals(document.value()))
                .isPresent();
    }

    private static Instant start(DocumentEntry entry) {
        Instant start = entry.context().start();
        return start == null ? Instant.MIN : start;
    }

    private static Predicate<DocumentEntry> of(String value, Function<DocumentEntry, @Nullable Code> part) {
        Predicate<@Nullable Code> code = Tokens.code(value);
        return entry -> code.test(part.apply(entry));
    }

    private static Predicate<DocumentEntry> dates(
            String where, String value, BiPredicate<DateParameter, DocumentEntry> test) {
        List<DateParameter> wanted = new ArrayList<>();
        for (String date : Tokens.alternatives(value)) {
            wanted.add(DateParameter.parse(date, where).checked(where));
        }
        return entry -> wanted.stream().anyMatch(date -> test.test(date, entry));
    }

    private static Predicate<DocumentEntry> names(String value, Function<DocumentEntry.Author, String> part) {
        List<String> wanted =
                Tokens.alternatives(value).stream().map(DocumentFilter::folded).toList();
        return entry -> entry.authors().stream()
                .map(part)
                .map(DocumentFilter::folded)
                .anyMatch(name -> wanted.stream().anyMatch(name::startsWith));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
