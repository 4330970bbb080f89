package fr.monespacesante.account;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/// Periods counted in days of the calendar in France: a code sent on a Monday morning still works all of
/// the Monday six
/// weeks later, also when the clocks changed in between.
final class Deadlines {
    static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private Deadlines() {}

    /// The first instant after the last day of the period; the start itself when the period is empty.
    static Instant after(Instant start, Period period) {
        return period.isZero()
                ? start
                : start.atZone(FRANCE)
                        .toLocalDate()
                        .plus(period)
                        .plusDays(1)
                        .atStartOfDay(FRANCE)
                        .toInstant();
    }
}
