package fr.monespacesante.content;

import fr.monespacesante.content.Narrative.Block;
import fr.monespacesante.content.Narrative.Media;
import fr.monespacesante.kernel.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads the sections of a structured body, and the media that their entries carry.
final class CdaBodyReader {
    private final XmlElement body;
    private final Map<String, Media> media = new LinkedHashMap<>();
    /// The ID of each element that carries a media, by identity: two equal elements are two media.
    private final IdentityHashMap<XmlElement, String> ids = new IdentityHashMap<>();

    /// A region of interest stands for the image it is drawn on.
    private final Map<String, XmlElement> regions = new HashMap<>();

    private final Set<String> shown = new HashSet<>();

    CdaBodyReader(XmlElement body) {
        this.body = body;
        body.walk(this::collect);
    }

    Map<String, Media> media() {
        return Collections.unmodifiableMap(media);
    }

    List<CdaSection> sections() {
        List<CdaSection> sections = new ArrayList<>();
        for (XmlElement component : body.all("component")) {
            component.all("section").forEach(section -> sections.add(section(section)));
        }
        return List.copyOf(sections);
    }

    static String mimeType(XmlElement encapsulated) {
        return encapsulated.attribute("mediaType").strip().toLowerCase(Locale.ROOT);
    }

    static Payload payload(XmlElement encapsulated) {
        return encapsulated.attribute("representation").equals("B64")
                ? Payload.base64(encapsulated.rawText())
                : Payload.text(encapsulated.rawText());
    }

    private CdaSection section(XmlElement section) {
        Code code = CdaHeaderReader.code(section.at("code"));
        String title = section.at("title").text();
        NarrativeReader narrative = new NarrativeReader(this::find);
        List<Block> blocks = new ArrayList<>(narrative.blocks(section.at("text")));
        shown.addAll(narrative.referenced());
        for (XmlElement entry : section.all("entry")) {
            entry.walk(element -> {
                Media found = media.get(ids.getOrDefault(element, ""));
                if (found != null && shown.add(found.id())) {
                    blocks.add(found);
                }
            });
        }
        List<CdaSection> inner = new ArrayList<>();
        for (XmlElement component : section.all("component")) {
            component.all("section").forEach(subsection -> inner.add(section(subsection)));
        }
        return new CdaSection(code, title.isEmpty() ? code.label() : title, List.copyOf(blocks), List.copyOf(inner));
    }

    private List<Media> find(String references) {
        List<Media> found = new ArrayList<>();
        for (String reference : references.strip().split("\\s+")) {
            XmlElement image = regions.get(reference);
            Media target = media.get(image == null ? reference : ids.getOrDefault(image, ""));
            if (target != null) {
                found.add(target);
            }
        }
        return found;
    }

    private void collect(XmlElement element) {
        XmlElement value = carrier(element);
        if (value.exists()) {
            String given = element.attribute("ID");
            // without an ID of its own, it gets one that no narrative can write
            String id = given.isEmpty() || media.containsKey(given) ? "media " + (media.size() + 1) : given;
            ids.put(element, id);
            media.put(id, new Media(id, List.of(), mimeType(value), payload(value)));
        }
        if (element.name().equals("regionOfInterest")
                && !element.attribute("ID").isEmpty()) {
            element.find("observationMedia").ifPresent(image -> regions.put(element.attribute("ID"), image));
        }
    }

    /// Where an element of an entry carries a document: its `value` when it is an observationMedia,
    /// else its `text` or `value` when that is base64.
    private static XmlElement carrier(XmlElement element) {
        XmlElement value = element.at("value");
        if (element.name().equals("observationMedia")) {
            return value;
        }
        if (element.name().equals("section")) {
            return XmlElement.NONE;
        }
        XmlElement text = element.at("text");
        if (text.attribute("representation").equals("B64") && !text.rawText().isBlank()) {
            return text;
        }
        return value.attribute("representation").equals("B64")
                        && !value.rawText().isBlank()
                ? value
                : XmlElement.NONE;
    }
}
