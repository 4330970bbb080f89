package fr.monespacesante.sandbox.laboratory;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of a CDA header. Reading stops where the body begins, so the size of a document does not matter.
final class HeaderNode {
    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<HeaderNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private HeaderNode(String name) {
        this.name = name;
    }

    /// @throws NotReadable when this is no well-formed CDA, or asks for anything outside itself
    static HeaderNode read(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            HeaderNode document = new HeaderNode("");
            Deque<HeaderNode> open = new ArrayDeque<>();
            open.push(document);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() == 2 && xml.getLocalName().equals("component")) {
                            return checked(document);
                        }
                        open.push(element(xml, open.element()));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        open.element().text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.DTD -> throw new NotReadable("a DOCTYPE has no place in a CDA");
                    default -> {}
                }
            }
            return checked(document);
        } catch (XMLStreamException e) {
            throw new NotReadable("not well-formed XML");
        }
    }

    private static HeaderNode element(XMLStreamReader xml, HeaderNode parent) {
        HeaderNode node = new HeaderNode(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            node.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        parent.children.add(node);
        return node;
    }

    private static HeaderNode checked(HeaderNode document) {
        return document.first("ClinicalDocument").orElseThrow(() -> new NotReadable("not a CDA"));
    }

    /// The elements under this path of names, `a/b/c`.
    List<HeaderNode> all(String path) {
        List<HeaderNode> found = List.of(this);
        for (String step : path.split("/", -1)) {
            found = found.stream()
                    .flatMap(node -> node.children.stream())
                    .filter(node -> node.name.equals(step))
                    .toList();
        }
        return found;
    }

    Optional<HeaderNode> first(String path) {
        return all(path).stream().findFirst();
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    String attribute(String path, String attribute) {
        return first(path).map(node -> node.attribute(attribute)).orElse("");
    }

    String text() {
        return text.toString().strip();
    }

    String text(String path) {
        return first(path).map(HeaderNode::text).orElse("");
    }

    /// A file that cannot be sent because it cannot be read.
    static final class NotReadable extends RuntimeException {
        NotReadable(String message) {
            super(message);
        }
    }
}
