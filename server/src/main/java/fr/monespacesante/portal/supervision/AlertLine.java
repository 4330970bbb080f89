package fr.monespacesante.portal.supervision;

import fr.monespacesante.portal.Message;
import fr.monespacesante.supervision.Alert;
import fr.monespacesante.supervision.Rule;
import java.time.Instant;

/// An alert in the list and on its page.
public record AlertLine(Alert alert, Who who) {
    static AlertLine of(Alert alert) {
        return new AlertLine(alert, Who.of(alert.content().suspect()));
    }

    public String address() {
        return SupervisionController.PAGE + "/alertes/" + alert.id();
    }

    public SupervisionText rule() {
        return rule(alert.rule());
    }

    public SupervisionText state() {
        return state(alert.state());
    }

    public String badge() {
        return switch (alert.state()) {
            case OPEN -> "fr-badge--error";
            case ACKNOWLEDGED -> "fr-badge--info";
            case CLOSED -> "fr-badge--success";
        };
    }

    public Instant raised() {
        return alert.raisedAt();
    }

    /// True when it was still found later than the minute in which it was raised.
    public boolean wentOn() {
        return alert.lastAt().isAfter(alert.raisedAt().plusSeconds(60));
    }

    /// The window in the largest unit that fits.
    public Message window() {
        return window(alert.minutes());
    }

    static Message window(int minutes) {
        if (minutes % 1440 == 0) {
            return SupervisionText.DAYS.with(minutes / 1440);
        }
        return minutes % 60 == 0
                ? SupervisionText.FULL_HOURS.with(minutes / 60)
                : SupervisionText.FULL_MINUTES.with(minutes);
    }

    static SupervisionText state(Alert.State state) {
        return switch (state) {
            case OPEN -> SupervisionText.OPEN;
            case ACKNOWLEDGED -> SupervisionText.ACKNOWLEDGED;
            case CLOSED -> SupervisionText.CLOSED;
        };
    }

    static SupervisionText rule(Rule.Code code) {
        return switch (code) {
            case PATIENTS -> SupervisionText.RULE_PATIENTS;
            case EMERGENCIES -> SupervisionText.RULE_EMERGENCIES;
            case REFUSALS -> SupervisionText.RULE_REFUSALS;
            case NIGHT -> SupervisionText.RULE_NIGHT;
            case SPRAYED_ADDRESS -> SupervisionText.RULE_SPRAYED_ADDRESS;
            case SPRAYED_SERVICE -> SupervisionText.RULE_SPRAYED_SERVICE;
            case UNKNOWN_SPACES -> SupervisionText.RULE_UNKNOWN_SPACES;
        };
    }
}
