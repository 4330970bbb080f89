package fr.monespacesante.portal.record;

import fr.monespacesante.content.CdaBody;
import fr.monespacesante.content.CdaDocument;
import fr.monespacesante.content.CdaHeader;
import fr.monespacesante.content.LabResult;
import fr.monespacesante.content.Narrative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A CDA as the templates show it. Nothing of a document becomes markup: templates write text, and the few attributes
/// that come from a document (links, anchors, classes) are made here from lists of ours.
///
/// @param address of the document's page, without a slash at the end
/// @param bodyText of a text that the CDA encapsulates; null for other kinds
/// @param filed true for a page that is a file: what it carries lies beside it, under names with endings
public record CdaView(
        CdaDocument cda, String address, @Nullable String bodyText, boolean filed) {
    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:", "tel:");

    /// Results of one panel, in the order of the report.
    public record Battery(String name, List<LabLine> lines) {}

    public String patient() {
        CdaHeader.Patient patient = cda.header().patient();
        String family = patient.usedFamilyName().isEmpty() ? patient.birthFamilyName() : patient.usedFamilyName();
        String given = patient.usedGivenName().isEmpty() ? patient.birthFirstName() : patient.usedGivenName();
        return (given + " " + family.toUpperCase(Locale.FRENCH)).strip();
    }

    public List<String> authors() {
        return cda.header().authors().stream()
                .map(author -> joined(author.display(), author.organization().name()))
                .filter(author -> !author.isEmpty())
                .distinct()
                .toList();
    }

    public List<String> acts() {
        return cda.header().events().stream()
                .map(event -> joined(
                        event.code().label(),
                        event.start().isKnown() ? event.start().display() : ""))
                .filter(act -> !act.isEmpty())
                .distinct()
                .toList();
    }

    public List<Battery> results() {
        Map<String, List<LabLine>> batteries = new LinkedHashMap<>();
        for (LabResult result : cda.results()) {
            batteries
                    .computeIfAbsent(result.battery(), name -> new ArrayList<>())
                    .add(LabLine.of(result));
        }
        return batteries.entrySet().stream()
                .map(battery -> new Battery(battery.getKey(), battery.getValue()))
                .toList();
    }

    public int outOfRange() {
        return (int) cda.results().stream()
                .filter(result -> LabLine.of(result).out())
                .count();
    }

    /// Where the bytes of an encapsulated body are.
    public String bodyAddress() {
        return filed && cda.body() instanceof CdaBody.Encapsulated body
                ? address + "-corps" + DocumentBytes.ending(shownAs(body.mimeType()))
                : address + "/corps";
    }

    /// Where the bytes of a media are: by its place, so that no text of the document is part of an address.
    public String mediaAddress(Narrative.Media media) {
        int place = new ArrayList<>(cda.media().keySet()).indexOf(media.id());
        return filed
                ? address + "-media-" + place + DocumentBytes.ending(shownAs(media.mimeType()))
                : address + "/media/" + place;
    }

    /// A TIFF, which few browsers can show, is shown as a PDF.
    private static String shownAs(String mimeType) {
        return mimeType.equals("image/tiff") ? "application/pdf" : mimeType;
    }

    /// An id of the page for an id of the document; null for none.
    public @Nullable String anchor(String id) {
        return id.isEmpty() ? null : "cda-" + id.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    public boolean safe(String target) {
        return target.startsWith("#") || SCHEMES.stream().anyMatch(target.toLowerCase(Locale.ROOT)::startsWith);
    }

    public String target(String target) {
        String anchor = target.startsWith("#") ? anchor(target.substring(1)) : null;
        return anchor == null ? target : '#' + anchor;
    }

    public @Nullable String emphasis(String code) {
        return code.isEmpty() ? null : "mes-emphasis";
    }

    public String align(String align) {
        return switch (align) {
            case "center" -> "mes-center";
            case "right" -> "mes-right";
            default -> "";
        };
    }

    public String styles(Narrative.Styled styled) {
        StringBuilder classes = new StringBuilder(styled.emphasis().isEmpty() ? "" : "mes-emphasis ");
        for (Narrative.Style style : styled.styles()) {
            classes.append(
                    switch (style) {
                        case BOLD -> "mes-bold ";
                        case ITALIC -> "mes-italic ";
                        case UNDERLINE -> "mes-underline ";
                        case SUBSCRIPT -> "mes-sub ";
                        case SUPERSCRIPT -> "mes-super ";
                    });
        }
        return classes.toString().strip();
    }

    private static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + ", " + other;
    }
}
