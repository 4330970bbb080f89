package fr.monespacesante.content;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML into a tree in one pass. A document type declaration is refused whatever it holds: CDA has
/// none, and every entity attack needs one (SEC-04). Used for the metadata beside a CDA too.
public final class XmlTree {
    private static final String V3 = "urn:hl7-org:v3";

    private final ContentLimits limits;
    private final XMLInputFactory factory;

    public XmlTree(ContentLimits limits) {
        this.limits = limits;
        this.factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
    }

    /// Refused as DOCUMENT_DANGEROUS for a DTD or absurd nesting, as DOCUMENT_BROKEN when it is not
    /// well formed.
    public Outcome<XmlElement> read(byte[] xml) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | IllegalArgumentException notWellFormed) {
            return Outcome.refused(Problem.DOCUMENT_BROKEN);
        }
    }

    private Outcome<XmlElement> read(XMLStreamReader reader) throws XMLStreamException {
        XmlElement document = new XmlElement("", Map.of(), new ArrayList<>());
        Deque<XmlElement> open = new ArrayDeque<>();
        open.push(document);
        StringBuilder text = new StringBuilder();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > limits.xmlElements() || open.size() > limits.xmlDepth()) {
                        return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
                    }
                    flush(text, open);
                    XmlElement element = new XmlElement(
                            name(reader.getNamespaceURI(), reader.getLocalName()),
                            attributes(reader),
                            new ArrayList<>());
                    current(open).children().add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    flush(text, open);
                    open.pop();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                default -> {
                    // comments and processing instructions (style sheets among them) say nothing of the content
                }
            }
        }
        List<XmlElement> roots = document.elements().toList();
        return roots.size() == 1 ? Outcome.done(roots.getFirst()) : Outcome.refused(Problem.DOCUMENT_BROKEN);
    }

    private static void flush(StringBuilder text, Deque<XmlElement> open) {
        if (!text.isEmpty()) {
            current(open).children().add(new XmlText(text.toString()));
            text.setLength(0);
        }
    }

    private static XmlElement current(Deque<XmlElement> open) {
        return Objects.requireNonNull(open.peek());
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            String prefix =
                    XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i)) ? "xsi:" : "";
            attributes.putIfAbsent(prefix + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String name(@org.jspecify.annotations.Nullable String uri, String local) {
        return V3.equals(uri) ? local : "{" + (uri == null ? "" : uri) + "}" + local;
    }
}
