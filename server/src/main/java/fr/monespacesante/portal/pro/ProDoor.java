package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Caller.Purpose;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.identity.ProfessionalIdentity;
import fr.monespacesante.identity.ProfessionalSession;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// How the professional's pages go through the door: for the place of work they chose, with the purpose they declared.
@Component
class ProDoor {
    private static final String CHANNEL = "PORTAL";

    private final Doors doors;

    ProDoor(Doors doors) {
        this.doors = doors;
    }

    /// By INS, before there is a patient.
    <R> Outcome<R> enter(ProfessionalSession who, Ins ins, Act act, Function<Visit, Outcome<R>> body) {
        return doors.enter(caller(who, new Purpose.Care()), ins, act, body);
    }

    /// Into a space that their own list of exchanges names.
    <R> Outcome<R> enter(ProfessionalSession who, SpaceId space, Act act, Function<Visit, Outcome<R>> body) {
        return doors.enter(caller(who, new Purpose.Care()), space, act, body);
    }

    <R> Outcome<R> enter(Bedside at, Act act, Function<Visit, Outcome<R>> body) {
        return doors.enter(caller(at.who(), purpose(at)), at.patient().space(), act, body);
    }

    /// Only who may regulate ever gets such a state (`UrgencyController`); it is asked again here.
    private static Purpose purpose(Bedside at) {
        Urgency urgency = at.patient().urgency();
        if (urgency == null) {
            return new Purpose.Care();
        }
        if (!urgency.regulation()) {
            return new Purpose.Emergency(true, true, urgency.reason());
        }
        return at.who().professional().regulation() ? new Purpose.Regulation(urgency.reason()) : new Purpose.Care();
    }

    static Caller.Professional caller(ProfessionalSession who, Purpose purpose) {
        ProfessionalIdentity professional = who.professional();
        ProfessionalIdentity.Place place = who.place().orElseThrow();
        return new Caller.Professional(
                professional.rpps(),
                professional.name(),
                place.profession(),
                place.speciality(),
                place.structure(),
                place.structureName(),
                purpose,
                CHANNEL);
    }
}
