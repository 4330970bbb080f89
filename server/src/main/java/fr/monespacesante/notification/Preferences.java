package fr.monespacesante.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How the holder of a space wants to be told (NOT-02). In the space everything is told, always.
///
/// @param choices by topic; a topic without one is told at once by every means. What is stored for a topic
///     that cannot be silenced counts for nothing
/// @param digestHour of the day, in Paris, at which the daily summary leaves: 0 to 23
public record Preferences(Map<Topic, Choice> choices, int digestHour) {
    public static final int USUAL_HOUR = 18;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /// When what is chosen leaves.
    public enum Pace {
        AT_ONCE,
        DAILY
    }

    /// For one topic; with neither means it is told in the space alone.
    ///
    /// @param push to the browsers that the holder has named, if any
    public record Choice(boolean email, boolean push, Pace pace) {
        public static final Choice EVERYTHING = new Choice(true, true, Pace.AT_ONCE);
    }

    public Preferences {
        Map<Topic, Choice> sorted = new EnumMap<>(Topic.class);
        sorted.putAll(choices);
        choices = java.util.Collections.unmodifiableMap(sorted);
        if (digestHour < 0 || digestHour > 23) {
            throw new IllegalArgumentException("a day has 24 hours");
        }
    }

    /// What holds until somebody chooses: everything at once, attempts that were refused once a day.
    public static Preferences usual() {
        return new Preferences(Map.of(Topic.REFUSALS, new Choice(true, true, Pace.DAILY)), USUAL_HOUR);
    }

    public Choice choice(Topic topic) {
        return topic.always() ? Choice.EVERYTHING : choices.getOrDefault(topic, Choice.EVERYTHING);
    }

    Set<Way> ways(Topic topic) {
        Choice choice = choice(topic);
        boolean daily = choice.pace() == Pace.DAILY;
        Set<Way> ways = EnumSet.noneOf(Way.class);
        if (choice.email()) {
            ways.add(daily ? Way.EMAIL_DIGEST : Way.EMAIL);
        }
        if (choice.push()) {
            ways.add(daily ? Way.PUSH_DIGEST : Way.PUSH);
        }
        return ways;
    }

    /// The next time that a daily summary leaves, after this moment.
    Instant nextDigest(Instant after) {
        ZonedDateTime here = after.atZone(PARIS);
        ZonedDateTime today =
                here.toLocalDate().atTime(LocalTime.of(digestHour, 0)).atZone(PARIS);
        return (today.isAfter(here)
                        ? today
                        : here.toLocalDate()
                                .plusDays(1)
                                .atTime(LocalTime.of(digestHour, 0))
                                .atZone(PARIS))
                .toInstant();
    }
}
