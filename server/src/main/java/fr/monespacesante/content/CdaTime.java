package fr.monespacesante.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A moment as CDA writes it (HL7 TS): from a year alone to a second with its offset. The text is kept,
/// since its precision is information; an empty one means that the sender gave none.
public record CdaTime(String value) {
    public static final CdaTime UNKNOWN = new CdaTime("");

    private static final Pattern SHAPE =
            Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?(\\d{2})?(\\d{2})?(\\d{2})?(?:\\.\\d+)?([+-]\\d{4})?");
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.FRENCH);

    public boolean isKnown() {
        return SHAPE.matcher(value).matches();
    }

    /// The day, when at least the day was given.
    public Optional<LocalDate> date() {
        Matcher parts = SHAPE.matcher(value);
        if (!parts.matches() || parts.group(3) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(parts, 1, 0), number(parts, 2, 1), number(parts, 3, 1)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// The moment; parts that were not given are the first of their kind, and a missing offset is that
    /// of France.
    public Optional<OffsetDateTime> moment() {
        Matcher parts = SHAPE.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(parts, 1, 0),
                    number(parts, 2, 1),
                    number(parts, 3, 1),
                    number(parts, 4, 0),
                    number(parts, 5, 0),
                    number(parts, 6, 0));
            String offset = parts.group(7);
            return Optional.of(
                    offset == null ? local.atZone(FRANCE).toOffsetDateTime() : local.atOffset(ZoneOffset.of(offset)));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    /// As a French reader writes it, in the sender's own offset and no more precise than it was given.
    public String display() {
        Matcher parts = SHAPE.matcher(value);
        if (!parts.matches()) {
            return value;
        }
        if (parts.group(2) == null) {
            return parts.group(1);
        }
        if (parts.group(3) == null) {
            return parts.group(2) + "/" + parts.group(1);
        }
        return moment().map(parts.group(4) == null ? DAY::format : MINUTE::format)
                .orElse(value);
    }

    private static int number(Matcher parts, int group, int absent) {
        String digits = parts.group(group);
        return digits == null ? absent : Integer.parseInt(digits);
    }
}
