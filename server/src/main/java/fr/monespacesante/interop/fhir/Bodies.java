package fr.monespacesante.interop.fhir;

import fr.monespacesante.interop.SoftwareProperties;
import fr.monespacesante.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// Reads request bodies: documents are taken out while they pass, decoded once, bounded, and refused before they cost
/// memory.
final class Bodies {
    private final long bodyLimit;
    private final JsonBodies json;
    private final XmlBodies xml;

    Bodies(SoftwareProperties properties) {
        this.bodyLimit = properties.bodyLimit().toBytes();
        this.json = new JsonBodies(properties.documentLimit().toBytes());
        this.xml = new XmlBodies(properties.documentLimit().toBytes());
    }

    /// @param root the type of resource that is expected, for paths
    Body read(HttpServletRequest request, String root) throws IOException {
        Format format = Format.of(request.getContentType())
                .orElseThrow(() -> new Refusal(Problem.MIME_TYPE_UNSUPPORTED, "Content-Type"));
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity")) {
            throw new Refusal(Problem.MIME_TYPE_UNSUPPORTED, "Content-Encoding");
        }
        if (request.getContentLengthLong() > bodyLimit) {
            throw new Refusal(Problem.TOO_LARGE, "");
        }
        try (InputStream in = new Bounded.Input(request.getInputStream(), bodyLimit)) {
            return switch (format) {
                case JSON -> json.read(in, root);
                case XML -> xml.read(in, root);
            };
        }
    }
}
