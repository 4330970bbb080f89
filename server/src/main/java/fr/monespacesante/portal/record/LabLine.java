package fr.monespacesante.portal.record;

import fr.monespacesante.content.LabResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// One result as a line of the table: words, and a small picture of where the value stands in its range.
///
/// @param detail the sample or the moment, where the report gives it
/// @param icon never alone: the mark stands beside it in words
public record LabLine(
        String label,
        String detail,
        String value,
        String unit,
        String range,
        DocumentText mark,
        String icon,
        boolean out,
        Optional<Gauge> gauge) {

    private static final int WIDTH = 120;
    private static final int MARGIN = 30;

    /// @param from where the range begins, of 120
    /// @param width of the range
    /// @param at where the value stands
    public record Gauge(int from, int width, int at) {}

    static LabLine of(LabResult result) {
        LabResult.OutOfRange where = result.outOfRange();
        return new LabLine(
                result.label(),
                result.specimen(),
                result.value().replace('.', ','),
                plainUnit(result.unit()),
                range(result),
                switch (where) {
                    case NORMAL -> DocumentText.MARK_NORMAL;
                    case LOW -> DocumentText.MARK_LOW;
                    case HIGH -> DocumentText.MARK_HIGH;
                    case ABNORMAL -> DocumentText.MARK_ABNORMAL;
                    case UNKNOWN -> DocumentText.MARK_UNKNOWN;
                },
                switch (where) {
                    case NORMAL -> "mes-mark-in fr-icon-checkbox-circle-line fr-icon--sm";
                    case LOW -> "mes-mark-out fr-icon-arrow-down-line fr-icon--sm";
                    case HIGH -> "mes-mark-out fr-icon-arrow-up-line fr-icon--sm";
                    case ABNORMAL -> "mes-mark-out fr-icon-alert-line fr-icon--sm";
                    case UNKNOWN -> "mes-mark-unknown";
                },
                switch (where) {
                    case LOW, HIGH, ABNORMAL -> true;
                    case NORMAL, UNKNOWN -> false;
                },
                gauge(result));
    }

    private static String range(LabResult result) {
        LabResult.Range range = result.range();
        String unit = range.unit().isEmpty() || range.unit().equals(result.unit()) ? "" : ' ' + plainUnit(range.unit());
        if (range.low().isPresent() && range.high().isPresent()) {
            return number(range.low().get()) + " – " + number(range.high().get()) + unit;
        }
        if (range.low().isPresent()) {
            return "≥ " + number(range.low().get()) + unit;
        }
        return range.high().map(high -> "≤ " + number(high) + unit).orElseGet(range::text);
    }

    private static String number(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    /// UCUM as a patient reads it.
    private static String plainUnit(String unit) {
        return unit.replace("[iU]", "UI")
                .replace("[IU]", "UI")
                .replace("10*9", "10⁹")
                .replace("10*12", "10¹²")
                .replace("10*3", "10³")
                .replace("10*6", "10⁶")
                .replace("10^9", "10⁹")
                .replace("10^12", "10¹²")
                .replace("umol", "µmol")
                .replace("ug", "µg")
                .replace("{", "")
                .replace("}", "")
                .replace("[", "")
                .replace("]", "");
    }

    private static Optional<Gauge> gauge(LabResult result) {
        LabResult.Range range = result.range();
        boolean sameUnit = range.unit().isEmpty() || range.unit().equals(result.unit());
        if (result.number().isEmpty()
                || range.low().isEmpty()
                || range.high().isEmpty()
                || range.high().get().compareTo(range.low().get()) <= 0
                || !sameUnit) {
            return Optional.empty();
        }
        BigDecimal span = range.high().get().subtract(range.low().get());
        int inside = WIDTH - 2 * MARGIN;
        int at = result.number()
                .get()
                .subtract(range.low().get())
                .multiply(BigDecimal.valueOf(inside))
                .divide(span, 0, RoundingMode.HALF_UP)
                .max(BigDecimal.valueOf(-MARGIN + 6L))
                .min(BigDecimal.valueOf((long) inside + MARGIN - 6))
                .intValue();
        return Optional.of(new Gauge(MARGIN, inside, MARGIN + at));
    }
}
