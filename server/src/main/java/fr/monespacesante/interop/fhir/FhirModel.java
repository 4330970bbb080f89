package fr.monespacesante.interop.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.SummaryEnum;
import fr.monespacesante.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/// FHIR's model of R4, made at its first use: it takes seconds, and the service must start in less.
final class FhirModel {
    private volatile @Nullable FhirContext made;

    private FhirContext context() {
        FhirContext context = made;
        if (context == null) {
            synchronized (this) {
                context = made;
                if (context == null) {
                    context = FhirContext.forR4();
                    context.setParserErrorHandler(new StrictErrorHandler());
                    made = context;
                }
            }
        }
        return context;
    }

    /// Refused as MALFORMED, with FHIR's own words for the sender, when it is no resource of this type.
    <T extends IBaseResource> T read(Format format, byte[] body, Class<T> type) {
        try {
            String text = new String(body, StandardCharsets.UTF_8);
            IBaseResource resource = parser(format).parseResource(text);
            if (!type.isInstance(resource)) {
                throw new Refusal(Problem.MALFORMED, "", "Expected: " + type.getSimpleName() + ".");
            }
            return type.cast(resource);
        } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
            throw new Refusal(Problem.MALFORMED, "", shortened(e.getMessage()));
        }
    }

    /// Our own JSON in another form.
    ///
    /// @param summary of `_summary`, or null
    /// @param elements of `_elements`, as `DocumentReference.status`; empty for all
    String rendered(byte[] json, Format format, @Nullable SummaryEnum summary, Set<String> elements, boolean pretty) {
        IBaseResource resource = parser(Format.JSON).parseResource(new String(json, StandardCharsets.UTF_8));
        IParser parser = parser(format).setPrettyPrint(pretty);
        if (summary == SummaryEnum.TRUE) {
            parser.setSummaryMode(true);
        }
        if (summary == SummaryEnum.TEXT) {
            parser.setEncodeElements(Set.of("Bundle", "*.text", "*.id", "*.meta", "*.(mandatory)"));
        }
        if (!elements.isEmpty()) {
            parser.setEncodeElements(elements);
        }
        return parser.encodeResourceToString(resource);
    }

    private IParser parser(Format format) {
        return switch (format) {
            case JSON -> context().newJsonParser();
            case XML -> context().newXmlParser();
        };
    }

    private static String shortened(@Nullable String message) {
        String text = message == null ? "" : message.replaceFirst("^HAPI-\\d+: ", "");
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
