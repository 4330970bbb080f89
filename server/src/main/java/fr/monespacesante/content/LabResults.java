package fr.monespacesante.content;

import fr.monespacesante.content.LabResult.OutOfRange;
import fr.monespacesante.content.LabResult.Range;
import fr.monespacesante.kernel.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the laboratory results in the entries of a structured body (IHE Laboratory Observation, the
/// CI-SIS entries of it, and every observation of a laboratory section), DOC-15.
final class LabResults {
    private static final String LOINC = "2.16.840.1.113883.6.1";
    private static final String LABORATORY_OBSERVATION = "1.3.6.1.4.1.19376.1.3.1.6";
    private static final String RESULT_OF_BIOLOGY = "1.2.250.1.213.1.1.3.80";

    private final XmlElement body;
    private final Map<String, String> textById = new HashMap<>();
    private final List<LabResult> results = new ArrayList<>();

    LabResults(XmlElement body) {
        this.body = body;
    }

    List<LabResult> read() {
        body.walk(element -> {
            if (element.name().equals("section")) {
                index(element.at("text"));
            }
        });
        sections(body, "");
        return List.copyOf(results);
    }

    private void index(XmlElement narrative) {
        narrative.walk(element -> {
            String id = element.attribute("ID");
            if (!id.isEmpty()) {
                textById.putIfAbsent(id, element.text());
            }
        });
    }

    private void sections(XmlElement parent, String outer) {
        for (XmlElement component : parent.all("component")) {
            for (XmlElement section : component.all("section")) {
                String title = Stream.of(
                                section.at("title").text(), section.at("code").attribute("displayName"), outer)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("");
                for (XmlElement entry : section.all("entry")) {
                    collect(entry, new Context(title, "", CdaTime.UNKNOWN));
                }
                sections(section, title);
            }
        }
    }

    private void collect(XmlElement element, Context outer) {
        Context context = outer;
        if (element.name().equals("organizer") || element.name().equals("act")) {
            context = outer.inside(element, label(element.at("code")));
        }
        if (element.name().equals("observation") && isLaboratory(element)) {
            result(element, context).ifPresent(results::add);
        }
        for (XmlNode child : element.children()) {
            if (child instanceof XmlElement inner) {
                collect(inner, context);
            }
        }
    }

    private static boolean isLaboratory(XmlElement observation) {
        return observation.all("templateId").stream()
                .map(template -> template.attribute("root"))
                .anyMatch(root -> root.equals(LABORATORY_OBSERVATION) || root.equals(RESULT_OF_BIOLOGY));
    }

    private Optional<LabResult> result(XmlElement observation, Context context) {
        List<XmlElement> values = observation.all("value").stream()
                .filter(value -> value.attribute("nullFlavor").isEmpty())
                .toList();
        String text = values.stream()
                .map(this::display)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = values.size() == 1 ? number(values.getFirst()) : Optional.empty();
        String unit = values.size() == 1 ? unit(values.getFirst()) : "";
        Range range = range(observation);
        CdaTime time = CdaHeaderReader.time(observation.at("effectiveTime"));
        String specimen = label(observation.at("specimen", "specimenRole", "specimenPlayingEntity", "code"));
        return Optional.of(new LabResult(
                analyte(observation.at("code")),
                label(observation.at("code")),
                text,
                number,
                unit,
                range,
                outOfRange(observation, number, unit, range),
                time.isKnown() ? time : context.time(),
                specimen.isEmpty() ? context.specimen() : specimen,
                context.battery()));
    }

    private static Code analyte(XmlElement code) {
        return Stream.concat(Stream.of(code), code.all("translation").stream())
                .filter(candidate -> candidate.attribute("codeSystem").equals(LOINC))
                .findFirst()
                .map(CdaHeaderReader::code)
                .orElseGet(() -> CdaHeaderReader.code(code));
    }

    /// What the report calls it in its narrative, else the label of the code.
    private String label(XmlElement code) {
        XmlElement original = code.at("originalText");
        String referenced = resolve(original);
        if (!referenced.isEmpty()) {
            return referenced;
        }
        String display = code.attribute("displayName").strip();
        return Stream.of(original.text(), display, code.attribute("code"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String resolve(XmlElement text) {
        String reference = text.at("reference").attribute("value").strip();
        return reference.startsWith("#") ? textById.getOrDefault(reference.substring(1), "") : "";
    }

    private String display(XmlElement value) {
        return switch (value.type()) {
            case "CD", "CE", "CV", "CS", "CO" -> label(value);
            case "BL" -> value.attribute("value").equals("true") ? "Oui" : "Non";
            case "TS" -> new CdaTime(value.attribute("value")).display();
            case "IVL_PQ", "IVL_INT", "IVL_REAL" -> interval(value);
            case "RTO", "RTO_PQ_PQ", "RTO_QTY_QTY" ->
                value.at("numerator").attribute("value")
                        + "/"
                        + value.at("denominator").attribute("value");
            default -> {
                String given = value.attribute("value").strip();
                String referenced = given.isEmpty() ? resolve(value) : given;
                yield referenced.isEmpty() ? value.text() : referenced;
            }
        };
    }

    private static String interval(XmlElement value) {
        String low = value.at("low").attribute("value");
        String high = value.at("high").attribute("value");
        if (low.isEmpty() && high.isEmpty()) {
            return value.attribute("value");
        }
        if (low.isEmpty()) {
            return (closed(value.at("high")) ? "≤ " : "< ") + high;
        }
        return high.isEmpty() ? (closed(value.at("low")) ? "≥ " : "> ") + low : low + " – " + high;
    }

    private static boolean closed(XmlElement bound) {
        return !bound.attribute("inclusive").equals("false");
    }

    private static Optional<BigDecimal> number(XmlElement value) {
        return switch (value.type()) {
            case "PQ", "INT", "REAL", "MO" -> decimal(value.attribute("value"));
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> decimal(String text) {
        String plain = text.strip();
        try {
            return plain.isEmpty() || plain.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(plain));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static String unit(XmlElement value) {
        String unit = Stream.of(value, value.at("low"), value.at("high"))
                .map(part -> part.attribute("unit").strip())
                .filter(given -> !given.isEmpty())
                .findFirst()
                .orElse("");
        return unit.equals("1") ? "" : unit;
    }

    /// The first range that is a pair of numbers, else the first that says anything.
    private Range range(XmlElement observation) {
        Range first = Range.NONE;
        for (XmlElement reference : observation.all("referenceRange")) {
            XmlElement range = reference.at("observationRange");
            XmlElement value = range.at("value");
            Optional<BigDecimal> low = decimal(value.at("low").attribute("value"));
            Optional<BigDecimal> high = decimal(value.at("high").attribute("value"));
            String text = Stream.of(resolve(range.at("text")), range.at("text").text(), display(value))
                    .filter(part -> !part.isEmpty())
                    .findFirst()
                    .orElse("");
            Range found = new Range(low, high, unit(value), text);
            // a range marked otherwise than normal says where it becomes critical
            String kind = range.at("interpretationCode").attribute("code");
            if (!kind.isEmpty() && !kind.equals("N")) {
                continue;
            }
            if (low.isPresent() || high.isPresent()) {
                return found;
            }
            if (first.text().isEmpty()) {
                first = found;
            }
        }
        return first;
    }

    private static OutOfRange outOfRange(
            XmlElement observation, Optional<BigDecimal> number, String unit, Range range) {
        for (XmlElement interpretation : observation.all("interpretationCode")) {
            OutOfRange said = switch (interpretation.attribute("code")) {
                case "N" -> OutOfRange.NORMAL;
                case "H", "HH", "HU", ">" -> OutOfRange.HIGH;
                case "L", "LL", "LU", "<" -> OutOfRange.LOW;
                case "A", "AA" -> OutOfRange.ABNORMAL;
                default -> OutOfRange.UNKNOWN;
            };
            if (said != OutOfRange.UNKNOWN) {
                return said;
            }
        }
        if (number.isEmpty()
                || (range.low().isEmpty() && range.high().isEmpty())
                || !(range.unit().isEmpty() || range.unit().equals(unit))) {
            return OutOfRange.UNKNOWN;
        }
        BigDecimal value = number.get();
        if (range.low().filter(low -> value.compareTo(low) < 0).isPresent()) {
            return OutOfRange.LOW;
        }
        return range.high().filter(high -> value.compareTo(high) > 0).isPresent() ? OutOfRange.HIGH : OutOfRange.NORMAL;
    }

    /// What an observation takes from the entries around it.
    private record Context(String battery, String specimen, CdaTime time) {
        Context inside(XmlElement element, String label) {
            XmlElement sample = element.at("specimen", "specimenRole", "specimenPlayingEntity", "code");
            CdaTime own = CdaHeaderReader.time(element.at("effectiveTime"));
            return new Context(
                    element.name().equals("organizer") && !label.isEmpty() ? label : battery,
                    sample.exists() ? CdaHeaderReader.code(sample).label() : specimen,
                    own.isKnown() ? own : time);
        }
    }
}
