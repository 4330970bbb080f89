package fr.monespacesante.supervision;

import fr.monespacesante.audit.Activities;
import fr.monespacesante.audit.ActivityFigures;
import fr.monespacesante.identity.FailedSignIns;
import fr.monespacesante.vault.Directory;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Where the figures of the rules come from.
final class Sightings {
    /// More suspects than an operator can look at; the rest comes with the next evaluation.
    private static final int MOST = 200;

    private static final Set<Activities.Kind> REACHED =
            Set.of(Activities.Kind.LISTED, Activities.Kind.READ, Activities.Kind.EMERGENCY);

    private final ActivityFigures activity;
    private final FailedSignIns signIns;
    private final byte[] service;

    Sightings(ActivityFigures activity, FailedSignIns signIns, Directory directory) {
        this.activity = activity;
        this.signIns = signIns;
        this.service = directory.fingerprint("supervision.alert", "service");
    }

    /// @param actor keyed hash of who
    record Sighting(byte[] actor, int count, Alert.Suspect suspect) {}

    /// Who comes to the lowest threshold of the rule within its window.
    List<Sighting> of(Rule rule, Instant now) {
        Instant after = now.minus(rule.window());
        return switch (rule.code()) {
            case SPRAYED_ADDRESS ->
                signIns.spraying(after, now, rule.lowest(), MOST).stream()
                        .map(found -> new Sighting(
                                found.hash(),
                                found.accounts(),
                                new Alert.Suspect("ADDRESS", found.address(), found.address(), null, null)))
                        .toList();
            case SPRAYED_SERVICE -> {
                int all = signIns.all(after, now);
                yield all < rule.lowest()
                        ? List.of()
                        : List.of(new Sighting(service, all, new Alert.Suspect("SERVICE", "", "", null, null)));
            }
            case PATIENTS, EMERGENCIES, REFUSALS, NIGHT, UNKNOWN_SPACES ->
                activity.standouts(measure(rule.code()), after, now, rule.lowest(), MOST).stream()
                        .filter(found -> !rule.code().ofProfessionals()
                                || found.actor().kind().equals("PROFESSIONAL"))
                        .map(found -> new Sighting(found.hash(), found.count(), Alert.Suspect.of(found.actor())))
                        .toList();
        };
    }

    /// The figure of one of them since a later moment.
    int count(Rule rule, byte[] actor, Instant after, Instant now) {
        return switch (rule.code()) {
            case SPRAYED_ADDRESS -> signIns.accounts(actor, after, now);
            case SPRAYED_SERVICE -> signIns.all(after, now);
            case PATIENTS, EMERGENCIES, REFUSALS, NIGHT, UNKNOWN_SPACES ->
                activity.count(measure(rule.code()), actor, after, now);
        };
    }

    private static ActivityFigures.Measure measure(Rule.Code code) {
        return switch (code) {
            case PATIENTS -> new ActivityFigures.Measure(REACHED, true, false);
            case NIGHT -> new ActivityFigures.Measure(REACHED, true, true);
            case EMERGENCIES -> new ActivityFigures.Measure(Set.of(Activities.Kind.EMERGENCY), true, false);
            case REFUSALS -> new ActivityFigures.Measure(Set.of(Activities.Kind.REFUSED), false, false);
            case UNKNOWN_SPACES -> new ActivityFigures.Measure(Set.of(Activities.Kind.UNKNOWN_SPACE), false, false);
            case SPRAYED_ADDRESS, SPRAYED_SERVICE -> throw new IllegalArgumentException("not a line of activity");
        };
    }
}
