package fr.monespacesante.content;

import fr.monespacesante.kernel.Code;
import java.math.BigDecimal;
import java.util.Optional;

/// One laboratory result as it stands in a report.
///
/// @param analyte what was measured, in LOINC when the report says it in LOINC
/// @param label how the report itself names it, for people to read
/// @param value as people read it, without the unit when it is a number with a unit
/// @param number the value when it is one exact number: what a curve can be drawn from
/// @param unit UCUM, as written; empty when there is none
/// @param specimen the kind of sample; empty when not said
/// @param battery the panel or section it belongs to
public record LabResult(
        Code analyte,
        String label,
        String value,
        Optional<BigDecimal> number,
        String unit,
        Range range,
        OutOfRange outOfRange,
        CdaTime time,
        String specimen,
        String battery) {

    /// The reference range; a side that is open or unknown is empty.
    ///
    /// @param text as people read it; the only part that is there when the range is not a pair of
    ///     numbers
    public record Range(Optional<BigDecimal> low, Optional<BigDecimal> high, String unit, String text) {
        public static final Range NONE = new Range(Optional.empty(), Optional.empty(), "", "");
    }

    /// Where the value stands: what the laboratory says, else what its range says.
    public enum OutOfRange {
        NORMAL,
        LOW,
        HIGH,
        ABNORMAL,
        UNKNOWN
    }
}
