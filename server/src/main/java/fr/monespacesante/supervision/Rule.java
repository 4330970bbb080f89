package fr.monespacesante.supervision;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// From how many on, in how short a time, something is abnormal (SUV-01). The window slides: it ends at
/// the moment of
/// the evaluation.
///
/// @param threshold the figure that raises an alert; one less does not
/// @param professions another threshold for a profession (TRE_G15), where the rule is about professionals
public record Rule(
        Code code, boolean enabled, int threshold, int minutes, Map<String, Integer> professions, long version) {
    public static final int HIGHEST = 100_000;
    public static final int LONGEST = 10_080;

    public Rule {
        professions = java.util.Collections.unmodifiableMap(new TreeMap<>(professions));
    }

    /// What is looked at.
    public enum Code {
        /// Different patients whose documents one professional listed or opened.
        PATIENTS(true),
        /// Different patients one professional reached by an emergency.
        EMERGENCIES(true),
        /// Refusals of one actor, whoever it is.
        REFUSALS(false),
        /// The first rule, for what is done between 22:00 and 6:00 alone.
        NIGHT(true),
        /// Different accounts tried in vain from one address.
        SPRAYED_ADDRESS(false),
        /// Sign-ins that failed, over the whole service.
        SPRAYED_SERVICE(false),
        /// Requests for people who have no space here.
        UNKNOWN_SPACES(false);

        private final boolean professionals;

        Code(boolean professionals) {
            this.professionals = professionals;
        }

        /// True when it is about professionals alone, and a profession may have its own threshold.
        public boolean ofProfessionals() {
            return professionals;
        }
    }

    public Duration window() {
        return Duration.ofMinutes(minutes);
    }

    int thresholdFor(@Nullable String profession) {
        return profession == null ? threshold : professions.getOrDefault(profession, threshold);
    }

    /// Below this nobody can cross it, whatever their profession.
    int lowest() {
        return professions.values().stream().mapToInt(Integer::intValue).reduce(threshold, Math::min);
    }
}
