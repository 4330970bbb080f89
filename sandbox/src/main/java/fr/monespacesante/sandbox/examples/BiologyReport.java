package fr.monespacesante.sandbox.examples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The body of a biology report: one section per chapter, a table to read and an entry per result to compute with.
///
/// The results are data (`biology.tsv`), at three dates, and tell one story: a lack of iron that heals, and a
/// cholesterol and a thyroid that come back into their ranges.
final class BiologyReport {

    /// The three draws of the example, in order of time.
    enum Draw {
        FIRST(8, LocalDate.of(2026, 3, 12)),
        SECOND(9, LocalDate.of(2026, 7, 2)),
        THIRD(10, LocalDate.of(2026, 11, 3));

        private final int column;
        private final LocalDate day;

        Draw(int column, LocalDate day) {
            this.column = column;
            this.day = day;
        }

        LocalDate day() {
            return day;
        }
    }

    /// One measured value with its reference range; an empty bound is open.
    record Result(
            String chapter,
            String chapterLabel,
            String loinc,
            String label,
            String unit,
            String unitLabel,
            String low,
            String high,
            String value) {

        /// HL7 ObservationInterpretation: below, within, above.
        String interpretation() {
            BigDecimal number = new BigDecimal(value);
            if (!low.isEmpty() && number.compareTo(new BigDecimal(low)) < 0) {
                return "L";
            }
            return !high.isEmpty() && number.compareTo(new BigDecimal(high)) > 0 ? "H" : "N";
        }

        private String interpretationLabel() {
            return switch (interpretation()) {
                case "L" -> "Anormalement bas";
                case "H" -> "Anormalement haut";
                default -> "Normal";
            };
        }

        private String rangeText() {
            if (low.isEmpty()) {
                return "< " + comma(high);
            }
            return high.isEmpty() ? "> " + comma(low) : comma(low) + " - " + comma(high);
        }

        private static String comma(String number) {
            return number.replace('.', ',');
        }
    }

    private BiologyReport() {}

    static List<Result> results(Draw draw) {
        List<Result> results = new ArrayList<>();
        for (String line : Template.named("biology.tsv").text().lines().toList()) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            results.add(new Result(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    cells[4],
                    cells[5],
                    cells[6],
                    cells[7],
                    cells[draw.column]));
        }
        return results;
    }

    static String body(Draw draw, LocalDate day) {
        Map<String, List<Result>> chapters = new LinkedHashMap<>();
        for (Result result : results(draw)) {
            chapters.computeIfAbsent(result.chapter(), code -> new ArrayList<>())
                    .add(result);
        }
        StringBuilder body = new StringBuilder("    <structuredBody>\n");
        chapters.values().forEach(chapter -> body.append(section(chapter, day)));
        return body.append("    </structuredBody>").toString();
    }

    private static String section(List<Result> chapter, LocalDate day) {
        StringBuilder rows = new StringBuilder();
        StringBuilder entries = new StringBuilder();
        for (Result result : chapter) {
            rows.append(row(result));
            entries.append(observation(result, day));
        }
        Result first = chapter.getFirst();
        return """
              <component>
                <section>
                  <templateId root="1.3.6.1.4.1.19376.1.3.3.2.1"/>
                  <templateId root="1.2.250.1.213.1.1.2.70"/>
                  <code code="%1$s" displayName="%2$s" codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC"/>
                  <title>%2$s</title>
                  <text>
                    <table border="1">
                      <thead><tr><th>Examen</th><th>Résultat</th><th>Unité</th><th>Valeurs de référence</th></tr></thead>
                      <tbody>
          %3$s            </tbody>
                    </table>
                  </text>
                  <entry typeCode="DRIV">
                    <templateId root="1.3.6.1.4.1.19376.1.3.1"/>
                    <templateId root="1.2.250.1.213.1.1.3.21"/>
                    <act classCode="ACT" moodCode="EVN">
                      <code code="%1$s" displayName="%2$s" codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC"/>
                      <statusCode code="completed"/>
          %4$s          </act>
                  </entry>
                </section>
              </component>
          """.formatted(first.chapter(), Template.escaped(first.chapterLabel()), rows, entries);
    }

    private static String row(Result result) {
        String value = Result.comma(result.value());
        String shown = switch (result.interpretation()) {
            case "L" -> "<content styleCode=\"Bold\">" + value + " (bas)</content>";
            case "H" -> "<content styleCode=\"Bold\">" + value + " (haut)</content>";
            default -> value;
        };
        return """
                    <tr><td><content ID="r-%s">%s</content></td><td>%s</td><td>%s</td><td>%s</td></tr>
              """.formatted(
                        result.loinc(),
                        Template.escaped(result.label()),
                        shown,
                        Template.escaped(result.unitLabel()),
                        Template.escaped(result.rangeText()));
    }

    private static String observation(Result result, LocalDate day) {
        String low = bound("low", result.low(), result.unit());
        String high = bound("high", result.high(), result.unit());
        return """
                      <entryRelationship typeCode="COMP">
                        <observation classCode="OBS" moodCode="EVN">
                          <templateId root="1.3.6.1.4.1.19376.1.3.1.6"/>
                          <templateId root="1.2.250.1.213.1.1.3.80"/>
                          <code code="%1$s" displayName="%2$s" codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC">
                            <originalText><reference value="#r-%1$s"/></originalText>
                          </code>
                          <statusCode code="completed"/>
                          <effectiveTime value="%3$s0915"/>
                          <value xsi:type="PQ" value="%4$s" unit="%5$s"/>
                          <interpretationCode code="%6$s" displayName="%7$s" codeSystem="2.16.840.1.113883.5.83"/>
                          <referenceRange typeCode="REFV">
                            <observationRange classCode="OBS" moodCode="EVN.CRT">
                              <value xsi:type="IVL_PQ">%8$s%9$s</value>
                              <interpretationCode code="N" displayName="Normal" codeSystem="2.16.840.1.113883.5.83"/>
                            </observationRange>
                          </referenceRange>
                        </observation>
                      </entryRelationship>
              """.formatted(
                        result.loinc(),
                        Template.escaped(result.label()),
                        DateTimeFormatter.BASIC_ISO_DATE.format(day),
                        result.value(),
                        result.unit(),
                        result.interpretation(),
                        result.interpretationLabel(),
                        low,
                        high);
    }

    private static String bound(String name, String value, String unit) {
        return value.isEmpty() ? "" : "<%s value=\"%s\" unit=\"%s\"/>".formatted(name, value, unit);
    }
}
