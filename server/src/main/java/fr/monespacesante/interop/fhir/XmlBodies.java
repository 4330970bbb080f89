package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/// Copies an XML body event by event without the documents in it. A document type declaration is refused (SEC-04).
final class XmlBodies {
    private static final int DEEPEST = 100;

    private final long documentLimit;
    private final XMLInputFactory input = XMLInputFactory.newDefaultFactory();
    private final XMLOutputFactory output = XMLOutputFactory.newDefaultFactory();

    XmlBodies(long documentLimit) {
        this.documentLimit = documentLimit;
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        input.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    /// An element that is open, and how often each name was seen in it.
    private record Open(String step, Map<String, Integer> children) {}

    Body read(InputStream in, String root) throws IOException {
        Bounded.Rest rest = new Bounded.Rest(JsonBodies.LARGEST_REST);
        List<byte[]> documents = new ArrayList<>();
        try {
            XMLStreamReader reader = input.createXMLStreamReader(in);
            XMLStreamWriter writer = output.createXMLStreamWriter(rest, StandardCharsets.UTF_8.name());
            copy(reader, writer, documents, root);
            writer.flush();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            var location = e.getLocation();
            throw new Refusal(
                    Problem.MALFORMED,
                    "",
                    location == null
                            ? ""
                            : "Line " + location.getLineNumber() + ", column " + location.getColumnNumber() + ".");
        }
        return new Body(Format.XML, rest.toByteArray(), documents);
    }

    private void copy(XMLStreamReader reader, XMLStreamWriter writer, List<byte[]> documents, String root)
            throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refusal(Problem.DOCUMENT_DANGEROUS, "");
                case XMLStreamConstants.START_ELEMENT -> {
                    open.push(step(open, reader.getLocalName(), root));
                    if (open.size() > DEEPEST) {
                        throw new Refusal(Problem.DOCUMENT_DANGEROUS, "");
                    }
                    start(reader, writer, documents, open);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open.pop();
                    writer.writeEndElement();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    writer.writeCharacters(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                default -> {
                    // comments and processing instructions carry nothing
                }
            }
        }
    }

    private void start(XMLStreamReader reader, XMLStreamWriter writer, List<byte[]> documents, Deque<Open> open)
            throws XMLStreamException {
        String uri = reader.getNamespaceURI();
        String prefix = reader.getPrefix();
        if (uri == null || uri.isEmpty()) {
            writer.writeStartElement(reader.getLocalName());
        } else {
            writer.writeStartElement(prefix == null ? "" : prefix, reader.getLocalName(), uri);
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String declared = reader.getNamespacePrefix(i);
            if (declared == null || declared.isEmpty()) {
                writer.writeDefaultNamespace(reader.getNamespaceURI(i));
            } else {
                writer.writeNamespace(declared, reader.getNamespaceURI(i));
            }
        }
        boolean data = reader.getLocalName().equals("data");
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            if (data && name.equals("value")) {
                documents.add(decode(value, path(open), documents.size()));
                value = Base64.getEncoder().encodeToString(Body.marker(documents.size() - 1));
            }
            String attributePrefix = reader.getAttributePrefix(i);
            if (attributePrefix == null || attributePrefix.isEmpty()) {
                writer.writeAttribute(name, value);
            } else {
                writer.writeAttribute(attributePrefix, reader.getAttributeNamespace(i), name, value);
            }
        }
    }

    private byte[] decode(String text, String where, int number) {
        if (number >= JsonBodies.MOST_DOCUMENTS || text.length() / 4L * 3 > documentLimit + 3 + text.length() / 16) {
            throw new Refusal(Problem.TOO_LARGE, where);
        }
        try {
            byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
            byte[] document = text.indexOf(' ') >= 0 || text.indexOf('\n') >= 0
                    ? Base64.getMimeDecoder().decode(ascii)
                    : Base64.getDecoder().decode(ascii);
            if (document.length > documentLimit) {
                throw new Refusal(Problem.TOO_LARGE, where);
            }
            return document;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.MALFORMED, where, "This is not base64.");
        }
    }

    private static Open step(Deque<Open> open, String name, String root) {
        Open parent = open.peek();
        if (parent == null) {
            return new Open(root, new HashMap<>());
        }
        if (Character.isUpperCase(name.charAt(0))) {
            return new Open("", new HashMap<>());
        }
        int index = parent.children().merge(name, 1, Integer::sum) - 1;
        boolean repeats = name.equals("entry") || name.equals("content");
        return new Open(repeats ? "." + name + "[" + index + "]" : "." + name, new HashMap<>());
    }

    private static String path(Deque<Open> open) {
        StringBuilder path = new StringBuilder();
        for (Iterator<Open> outermost = open.descendingIterator(); outermost.hasNext(); ) {
            path.append(outermost.next().step());
        }
        return path.toString();
    }
}
