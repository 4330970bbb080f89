package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentQuery;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A search for documents (ITI-67), understood whole before any door is touched. A parameter that is not known is
/// refused: ignoring it would find more than was asked.
///
/// @param counted only the number is wanted
record DocumentSearch(PatientParameter patient, DocumentQuery query, boolean counted) {
    static final Set<String> CONTROLS = Set.of("_sort", "_count", "_total", "_page");
    private static final int USUAL = 200;
    private static final int MOST = 1000;

    static DocumentSearch of(Map<String, List<String>> parameters, Optional<DocumentId> after) {
        Predicate<DocumentEntry> wanted = entry -> true;
        Set<String> known = new HashSet<>(PatientParameter.NAMES);
        known.addAll(CONTROLS);
        known.addAll(Call.COMMON);
        for (DocumentFilter filter : DocumentFilter.ALL) {
            known.add(filter.parameter());
            List<String> values = parameters.getOrDefault(filter.parameter(), List.of());
            wanted = wanted.and(filter.test(values));
        }
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw new Refusal(Problem.MALFORMED, name, "This parameter is not known here.");
            }
        }
        int count = count(parameters);
        boolean counted =
                count == 0 || parameters.getOrDefault("_summary", List.of()).contains("count");
        return new DocumentSearch(
                PatientParameter.of(parameters),
                new DocumentQuery(wanted, List.of(), order(parameters), after, counted ? 1 : count),
                counted);
    }

    private static int count(Map<String, List<String>> parameters) {
        List<String> values = parameters.getOrDefault("_count", List.of());
        if (values.isEmpty()) {
            return USUAL;
        }
        try {
            int count = Integer.parseInt(values.getFirst());
            if (count < 0) {
                throw new Refusal(Problem.MALFORMED, "_count");
            }
            return Math.min(count, MOST);
        } catch (NumberFormatException e) {
            throw new Refusal(Problem.MALFORMED, "_count");
        }
    }

    private static Comparator<DocumentEntry> order(Map<String, List<String>> parameters) {
        Comparator<DocumentEntry> order = null;
        for (String value : parameters.getOrDefault("_sort", List.of())) {
            for (String name : value.split(",")) {
                boolean down = name.startsWith("-");
                Comparator<DocumentEntry> one = DocumentFilter.ORDERS.get(down ? name.substring(1) : name);
                if (one == null) {
                    throw new Refusal(Problem.MALFORMED, "_sort", "Orders: " + orders() + ".");
                }
                Comparator<DocumentEntry> next = down ? one.reversed() : one;
                order = order == null ? next : order.thenComparing(next);
            }
        }
        return order == null
                ? DocumentQuery.NEWEST_ARRIVAL
                : order.thenComparing(entry -> entry.id().value());
    }

    private static String orders() {
        return String.join(
                ", ", DocumentFilter.ORDERS.keySet().stream().sorted().toList());
    }
}
