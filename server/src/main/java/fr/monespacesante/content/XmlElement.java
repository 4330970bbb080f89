package fr.monespacesante.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One element of a CDA as read. Elements of `urn:hl7-org:v3` go by their local name, all others by
/// `{uri}local`, so a name that looks like CDA but is not never matches.
///
/// @param children texts and elements in document order
public record XmlElement(String name, Map<String, String> attributes, List<XmlNode> children) implements XmlNode {
    /// Stands for "there is none": has no name, attributes or children, so paths through it stay empty.
    public static final XmlElement NONE = new XmlElement("", Map.of(), List.of());

    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public Stream<XmlElement> elements() {
        return children.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    public List<XmlElement> all(String child) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode node : children) {
            if (node instanceof XmlElement element && element.name.equals(child)) {
                found.add(element);
            }
        }
        return found;
    }

    /// The first element on this path of child names, or `NONE`.
    public XmlElement at(String... path) {
        XmlElement here = this;
        for (String step : path) {
            here = here.first(step);
        }
        return here;
    }

    public boolean exists() {
        return !name.isEmpty();
    }

    /// All text inside, white space collapsed.
    public String text() {
        return collapse(rawText());
    }

    /// All text inside as it stands.
    public String rawText() {
        if (children.size() == 1 && children.getFirst() instanceof XmlText(String only)) {
            return only;
        }
        StringBuilder text = new StringBuilder();
        appendText(text);
        return text.toString();
    }

    /// The type an `xsi:type` names, without its prefix.
    String type() {
        String type = attribute("xsi:type");
        return type.substring(type.indexOf(':') + 1);
    }

    /// This element and everything below it, in document order.
    public void walk(Consumer<XmlElement> visitor) {
        visitor.accept(this);
        for (XmlNode child : children) {
            if (child instanceof XmlElement element) {
                element.walk(visitor);
            }
        }
    }

    Optional<XmlElement> find(String descendant) {
        for (XmlNode child : children) {
            if (child instanceof XmlElement element) {
                Optional<XmlElement> found =
                        element.name.equals(descendant) ? Optional.of(element) : element.find(descendant);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    static String collapse(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private XmlElement first(String child) {
        for (XmlNode node : children) {
            if (node instanceof XmlElement element && element.name.equals(child)) {
                return element;
            }
        }
        return NONE;
    }

    private void appendText(StringBuilder into) {
        for (XmlNode child : children) {
            switch (child) {
                case XmlText(String text) -> into.append(text);
                case XmlElement element -> element.appendText(into);
            }
        }
    }
}
