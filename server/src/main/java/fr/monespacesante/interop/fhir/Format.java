package fr.monespacesante.interop.fhir;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The two forms of FHIR.
enum Format {
    JSON("application/fhir+json"),
    XML("application/fhir+xml");

    private final String mimeType;

    Format(String mimeType) {
        this.mimeType = mimeType;
    }

    String mimeType() {
        return mimeType;
    }

    /// What a content type or `_format` names; empty when it is neither form.
    static Optional<Format> of(@Nullable String text) {
        String name = text == null
                ? ""
                : text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).replace(' ', '+');
        return switch (name) {
            case "application/fhir+json", "application/json", "application/json+fhir", "json", "text/json" ->
                Optional.of(JSON);
            case "application/fhir+xml", "application/xml", "application/xml+fhir", "xml", "text/xml" ->
                Optional.of(XML);
            default -> Optional.empty();
        };
    }

    /// What an `Accept` header prefers; JSON where it leaves the choice.
    static Format accepted(@Nullable String accept) {
        Format best = JSON;
        double bestWeight = 0;
        for (String part : (accept == null ? "" : accept).split(",")) {
            Optional<Format> named = of(part);
            double weight = weight(part);
            if (named.isPresent() && (weight > bestWeight || (weight == bestWeight && named.get() == JSON))) {
                best = named.get();
                bestWeight = weight;
            }
        }
        return best;
    }

    private static double weight(String part) {
        for (String parameter : part.split(";")) {
            String text = parameter.strip();
            if (text.startsWith("q=")) {
                try {
                    return Double.parseDouble(text.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
