package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A date of a search: a prefix and a span as long as the precision it was given in. Times without a zone are those of
/// France.
///
/// @param to the first instant after the span
record DateParameter(String prefix, Instant from, Instant to) {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    static DateParameter parse(String text, String where) {
        boolean prefixed = text.length() > 2 && Character.isLetter(text.charAt(0));
        String prefix = prefixed ? text.substring(0, 2) : "eq";
        // a plus sign that was not encoded arrives as a space
        String date = (prefixed ? text.substring(2) : text).replace(' ', '+');
        try {
            return switch (date.length()) {
                case 4 ->
                    days(
                            prefix,
                            Year.parse(date).atDay(1),
                            Year.parse(date).plusYears(1).atDay(1));
                case 7 ->
                    days(
                            prefix,
                            YearMonth.parse(date).atDay(1),
                            YearMonth.parse(date).plusMonths(1).atDay(1));
                case 10 ->
                    days(prefix, LocalDate.parse(date), LocalDate.parse(date).plusDays(1));
                default -> time(prefix, date);
            };
        } catch (DateTimeException e) {
            throw new Refusal(Problem.MALFORMED, where, "This is no date.");
        }
    }

    private static DateParameter days(String prefix, LocalDate from, LocalDate to) {
        return new DateParameter(
                prefix,
                from.atStartOfDay(FRANCE).toInstant(),
                to.atStartOfDay(FRANCE).toInstant());
    }

    private static DateParameter time(String prefix, String text) {
        boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        Instant from = zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(FRANCE).toInstant();
        ChronoUnit precision = switch (text.split("[.]").length > 1
                ? 3
                : text.substring(11).split("[Z+-]")[0].split(":").length) {
            case 2 -> ChronoUnit.MINUTES;
            case 3 -> text.contains(".") ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
            default -> throw new DateTimeException("too short");
        };
        return new DateParameter(prefix, from, from.plus(1, precision));
    }

    boolean matches(@Nullable Instant instant) {
        return instant != null && matches(instant, instant);
    }

    /// @param start null when it is open
    /// @param end null while it goes on
    boolean matches(@Nullable Instant start, @Nullable Instant end) {
        if (start == null && end == null) {
            return false;
        }
        Instant first = start == null ? Instant.MIN : start;
        Instant last = end == null ? Instant.MAX : end;
        boolean within = !first.isBefore(from) && last.isBefore(to);
        return switch (prefix) {
            case "eq" -> within;
            case "ne" -> !within;
            case "gt" -> !last.isBefore(to);
            case "lt" -> first.isBefore(from);
            case "ge" -> !last.isBefore(from);
            case "le" -> first.isBefore(to);
            case "sa" -> !first.isBefore(to);
            case "eb" -> last.isBefore(from);
            default -> throw new IllegalStateException("a prefix that was let in");
        };
    }

    /// Refuses prefixes that are not known here.
    DateParameter checked(String where) {
        if (!java.util.Set.of("eq", "ne", "gt", "lt", "ge", "le", "sa", "eb").contains(prefix)) {
            throw new Refusal(Problem.MALFORMED, where, "Prefixes: eq, ne, gt, lt, ge, le, sa, eb.");
        }
        return this;
    }
}
