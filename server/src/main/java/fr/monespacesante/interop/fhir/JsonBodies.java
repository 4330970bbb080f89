package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Copies a JSON body token by token; the text of each `data` is decoded as it is read and never becomes a String.
final class JsonBodies {
    static final int LARGEST_REST = 4 << 20;
    static final int MOST_DOCUMENTS = 500;

    private final long documentLimit;
    private final JsonFactory factory;

    JsonBodies(long documentLimit) {
        this.documentLimit = documentLimit;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(100)
                        .maxStringLength(1 << 20)
                        .build())
                .build();
    }

    Body read(InputStream in, String root) throws IOException {
        Bounded.Rest rest = new Bounded.Rest(LARGEST_REST);
        List<byte[]> documents = new ArrayList<>();
        String[] where = {""};
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), in);
                JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), rest)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "data".equals(parser.currentName())) {
                    where[0] = path(parser, root);
                    documents.add(decode(parser, where[0], documents.size()));
                    where[0] = "";
                    generator.writeBinary(Body.marker(documents.size() - 1));
                } else {
                    generator.copyCurrentEventExact(parser);
                }
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            var location = e.getLocation();
            String detail =
                    location == null ? "" : "Line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
            throw new Refusal(Problem.MALFORMED, where[0], where[0].isEmpty() ? detail : "This is not base64.");
        }
        return new Body(Format.JSON, rest.toByteArray(), documents);
    }

    private byte[] decode(JsonParser parser, String where, int number) {
        if (number >= MOST_DOCUMENTS) {
            throw new Refusal(Problem.TOO_LARGE, where);
        }
        Bounded.Document document = new Bounded.Document(documentLimit, where);
        parser.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, document);
        return document.whole();
    }

    private static String path(JsonParser parser, String root) {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext at = parser.streamReadContext(); at != null; at = at.getParent()) {
            if (at.inObject() && at.currentName() != null) {
                path.insert(0, "." + at.currentName());
            } else if (at.inArray()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            }
        }
        return root + path;
    }
}
