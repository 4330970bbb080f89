package fr.monespacesante.portal.supervision;

import fr.monespacesante.audit.Activities;
import fr.monespacesante.supervision.AlertDesk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The activity of the last 24 hours as bars, an hour each, drawn in a picture of 720 by 160.
public record HoursChart(List<Bar> bars, int reads, int emergencies, int refusals) {
    public static final int HEIGHT = 160;
    private static final int HOURS = 24;
    private static final int STEP = 30;

    /// One hour: its figures, and where its three parts stand in the picture, from the bottom up.
    public record Bar(Instant from, int reads, int emergencies, int refusals, int x, Part read, Part urgent, Part no) {
        /// @param y of its top
        public record Part(int y, int height) {}

        /// Every sixth bar has its hour written under it.
        public boolean labelled() {
            return (x / STEP) % 4 == 0;
        }
    }

    static HoursChart of(AlertDesk.Overview overview) {
        Instant last = overview.until().truncatedTo(ChronoUnit.HOURS);
        int[][] figures = new int[HOURS][3];
        int[] sums = new int[3];
        for (var hour : overview.hours()) {
            int place = HOURS - 1 - (int) ChronoUnit.HOURS.between(hour.from(), last);
            int kind = kind(hour.kind());
            if (place >= 0 && place < HOURS && kind >= 0) {
                figures[place][kind] += hour.count();
                sums[kind] += hour.count();
            }
        }
        int highest = 1;
        for (int[] hour : figures) {
            highest = Math.max(highest, hour[0] + hour[1] + hour[2]);
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            int[] hour = figures[i];
            Bar.Part read = part(hour[0], HEIGHT, highest);
            Bar.Part urgent = part(hour[1], read.y(), highest);
            Bar.Part no = part(hour[2], urgent.y(), highest);
            Instant from = last.minus(HOURS - 1L - i, ChronoUnit.HOURS);
            bars.add(new Bar(from, hour[0], hour[1], hour[2], i * STEP, read, urgent, no));
        }
        return new HoursChart(bars, sums[0], sums[1], sums[2]);
    }

    /// What is there is seen: at least two points high.
    private static Bar.Part part(int figure, int bottom, int highest) {
        int height = figure == 0 ? 0 : Math.max(2, figure * (HEIGHT - 10) / highest);
        return new Bar.Part(bottom - height, height);
    }

    private static int kind(Activities.Kind kind) {
        return switch (kind) {
            case LISTED, READ -> 0;
            case EMERGENCY -> 1;
            case REFUSED, UNKNOWN_SPACE -> 2;
            case FOUND, WROTE -> -1;
        };
    }
}
