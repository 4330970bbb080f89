package fr.monespacesante.interop.fhir;

import ca.uhn.fhir.rest.api.SummaryEnum;
import fr.monespacesante.access.Caller;
import fr.monespacesante.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One request: who, what, and in which form the answer is wanted.
///
/// @param path the words after `/fhir`
/// @param parameters of the query and of a form
record Call(HttpServletRequest request, Caller caller, List<String> path, Map<String, List<String>> parameters) {
    /// Parameters that shape any answer and choose nothing.
    static final Set<String> COMMON = Set.of("_format", "_pretty", "_summary", "_elements");

    static Call of(HttpServletRequest request, Caller caller) {
        String after =
                request.getRequestURI().substring(request.getContextPath().length() + Entrance.PATH.length());
        List<String> path = new ArrayList<>();
        for (String word : after.split("/", -1)) {
            if (!word.isEmpty()) {
                path.add(word);
            }
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        try {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        } catch (IllegalStateException unreadable) {
            throw new Refusal(Problem.MALFORMED, "", "The parameters cannot be read, or there are too many.");
        }
        return new Call(request, caller, List.copyOf(path), parameters);
    }

    /// Where this server is, as the caller sees it.
    String base() {
        String url = request.getRequestURL().toString();
        int end = url.indexOf(Entrance.PATH, url.indexOf("//") + 2);
        return url.substring(0, end + Entrance.PATH.length());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).map(List::getFirst);
    }

    /// Refuses every parameter that is neither common nor one of these.
    void allow(Set<String> known) {
        for (String name : parameters.keySet()) {
            if (!COMMON.contains(name) && !known.contains(name)) {
                throw new Refusal(Problem.MALFORMED, name, "This parameter is not known here.");
            }
        }
    }

    Format format() {
        return parameter("_format")
                .map(text -> Format.of(text).orElseThrow(() -> new Refusal(Problem.MALFORMED, "_format")))
                .orElseGet(() -> Format.accepted(request.getHeader("Accept")));
    }

    boolean pretty() {
        return parameter("_pretty").filter("true"::equals).isPresent();
    }

    @Nullable
    SummaryEnum summary() {
        Optional<String> wanted = parameter("_summary");
        if (wanted.isEmpty()) {
            return null;
        }
        return switch (wanted.get().toLowerCase(Locale.ROOT)) {
            case "true" -> SummaryEnum.TRUE;
            case "text" -> SummaryEnum.TEXT;
            case "data" -> SummaryEnum.DATA;
            case "count" -> SummaryEnum.COUNT;
            case "false" -> null;
            default -> throw new Refusal(Problem.MALFORMED, "_summary");
        };
    }

    /// For FHIR's writer, with the envelope of a list kept whole.
    Set<String> elements(String type) {
        Optional<String> wanted = parameter("_elements");
        if (wanted.isEmpty()) {
            return Set.of();
        }
        Set<String> elements = new TreeSet<>(List.of(
                "Bundle.id",
                "Bundle.type",
                "Bundle.total",
                "Bundle.link",
                "Bundle.entry.fullUrl",
                "Bundle.entry.search",
                "Bundle.entry.resource",
                "*.(mandatory)",
                "*.id",
                "*.meta"));
        for (String name : wanted.get().split(",")) {
            if (!name.matches("[A-Za-z]{1,40}")) {
                throw new Refusal(Problem.MALFORMED, "_elements");
            }
            elements.add(type + "." + name);
        }
        return elements;
    }

    /// The version that `If-Match` asks for.
    Optional<Long> ifMatch() {
        return header("If-Match").map(text -> {
            String number = text.strip().replaceFirst("^W/", "").replace("\"", "");
            try {
                return Long.parseLong(number);
            } catch (NumberFormatException e) {
                throw new Refusal(Problem.MALFORMED, "If-Match");
            }
        });
    }
}
