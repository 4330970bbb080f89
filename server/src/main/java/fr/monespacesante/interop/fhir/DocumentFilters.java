package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Code;
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

/// The search parameters of a DocumentReference (PDSm, ITI-67), each a test of an entry.
enum DocumentFilters {
    ID("_id", "token", value -> {
        List<String> ids = Tokens.alternatives(value);
        return entry -> ids.stream()
                .anyMatch(id -> FhirIds.parse(id)
                        .filter(found -> found.thing().equals(entry.id().value()))
                        .isPresent());
    }),
    IDENTIFIER("identifier", "token", value -> {
        List<String> wanted = Tokens.alternatives(value).stream()
                .map(token -> token.substring(token.lastIndexOf('|') + 1))
                .toList();
        return entry -> wanted.contains(entry.uniqueId()) || wanted.contains("urn:uuid:" + entry.id());
    }),
    STATUS("status", "token", value -> {
        List<String> wanted = Tokens.alternatives(value).stream()
                .map(token -> token.substring(token.lastIndexOf('|') + 1))
                .toList();
        if (!List.of("current", "superseded", "entered-in-error").containsAll(wanted)) {
            throw new Refusal(Problem.MALFORMED, "status");
        }
        return entry -> wanted.contains(entry.superseded() ? "superseded" : "current");
    }),
    TYPE("type", "token", value -> of(value, DocumentEntry::type)),
    CATEGORY("category", "token", value -> of(value, DocumentEntry::documentClass)),
    FORMAT("format", "token", value -> of(value, entry -> entry.content().format())),
    FACILITY("facility", "token", value -> of(value, entry -> entry.context().facilityType())),
    SETTING("setting", "token", value -> of(value, entry -> entry.context().practiceSetting())),
    EVENT("event", "token", value -> {
        Predicate<@Nullable Code> code = Tokens.code(value);
        return entry -> entry.context().events().stream().anyMatch(code);
    }),
    SECURITY_LABEL("security-label", "token", value -> {
        List<String> wanted = Tokens.alternatives(value).stream()
                .map(token -> token.substring(token.lastIndexOf('|') + 1))
                .toList();
        return entry -> wanted.contains(entry.confidentiality())
                || entry.marks().stream().map(Mark::name).anyMatch(wanted::contains);
    }),
    IS_ARCHIVED("isArchived", "token", value -> {
        if (!value.equals("true") && !value.equals("false")) {
            throw new Refusal(Problem.MALFORMED, "isArchived");
        }
        return entry -> entry.archived() == value.equals("true");
    }),
    DATE("date", "date", value -> dates("date", value, (wanted, entry) -> wanted.matches(entry.created()))),
    CREATION("creation", "date", value -> dates("creation", value, (wanted, entry) -> wanted.matches(entry.created()))),
    LAST_UPDATED(
            "_lastUpdated",
            "date",
            value -> dates("_lastUpdated", value, (wanted, entry) -> wanted.matches(entry.arrivedAt()))),
    PERIOD(
            "period",
            "date",
            value -> dates(
                    "period",
                    value,
                    (wanted, entry) -> wanted.matches(
                            entry.context().start(), entry.context().end()))),
    PERIOD_START(
            "period-start",
            "date",
            value -> dates(
                    "period-start", value, (wanted, entry) -> wanted.matches(entry.context().start()))),
    PERIOD_END(
            "period-end",
            "date",
            value -> dates(
                    "period-end", value, (wanted, entry) -> wanted.matches(entry.context().end()))),
    RELATES_TO("relatesTo", "reference", value -> {
        List<String> wanted = Tokens.alternatives(value).stream()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();
        return entry -> entry.replaces() != null
                && wanted.stream()
                        .anyMatch(id -> FhirIds.parse(id)
                                .filter(found -> found.thing()
                                        .equals(entry.replaces().value()))
                                .isPresent());
    }),
    AUTHOR_GIVEN("author.given", "string", value -> names(value, DocumentEntry.Author::given)),
    AUTHOR_FAMILY("author.family", "string", value -> names(value, DocumentEntry.Author::family));

    /// What `_sort` may name.
    static final Map<String, Comparator<DocumentEntry>> ORDERS = Map.of(
            "date", Comparator.comparing(DocumentEntry::created),
            "creation", Comparator.comparing(DocumentEntry::created),
            "_lastUpdated", Comparator.comparing(DocumentEntry::arrivedAt),
            "period-start", Comparator.comparing(DocumentFilters::start),
            "period", Comparator.comparing(DocumentFilters::start),
            "type", Comparator.comparing(entry -> entry.type().code()),
            "category", Comparator.comparing(entry -> entry.documentClass().code()));

    private final String parameter;
    private final String type;
    private final Function<String, Predicate<DocumentEntry>> test;

    DocumentFilters(String parameter, String type, Function<String, Predicate<DocumentEntry>> test) {
        this.parameter = parameter;
        this.type = type;
        this.test = test;
    }

    String parameter() {
        return parameter;
    }

    /// As the capability statement names it.
    String type() {
        return type;
    }

    /// @param values all of them must hold
    Predicate<DocumentEntry> test(List<String> values) {
        Predicate<DocumentEntry> all = entry -> true;
        for (String value : values) {
            if (value.isBlank()) {
                throw new Refusal(Problem.MALFORMED, parameter, "An empty value asks for nothing.");
            }
            all = all.and(test.apply(value));
        }
        return all;
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
                Tokens.alternatives(value).stream().map(DocumentFilters::folded).toList();
        return entry -> entry.authors().stream()
                .map(part)
                .map(DocumentFilters::folded)
                .anyMatch(name -> wanted.stream().anyMatch(name::startsWith));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
