package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whose space a request is about: by INS with its authority, or by the id that this server gave to the patient.
sealed interface PatientParameter {
    Set<String> NAMES = Set.of("patient.identifier", "patient:identifier", "patient", "subject", "subject.identifier");

    record ByIns(Ins ins, InsAuthority authority) implements PatientParameter {}

    record ById(SpaceId space) implements PatientParameter {}

    /// The one patient of a search; refused when there is none, or more than one.
    static PatientParameter of(Map<String, List<String>> parameters) {
        Optional<PatientParameter> found = Optional.empty();
        for (String name : NAMES) {
            for (String value : parameters.getOrDefault(name, List.of())) {
                PatientParameter one = parse(name, value);
                if (found.isPresent() && !found.get().equals(one)) {
                    throw new Refusal(Problem.MALFORMED, name, "A search is about one patient.");
                }
                found = Optional.of(one);
            }
        }
        return found.orElseThrow(() -> new Refusal(
                Problem.MALFORMED, "patient.identifier", "A search names its patient: patient.identifier=system|INS."));
    }

    private static PatientParameter parse(String name, String value) {
        return name.endsWith("identifier") || value.contains("|") ? ins(name, value) : id(name, value);
    }

    private static PatientParameter id(String name, String value) {
        String id = value.substring(value.lastIndexOf("Patient/") < 0 ? 0 : value.lastIndexOf("Patient/") + 8);
        return FhirIds.parseSpace(id).map(ById::new).orElseThrow(() -> new Refusal(Problem.MALFORMED, name));
    }

    /// @param value as `urn:oid:1.2.250.1.213.1.4.8|284…`
    static ByIns ins(String where, String value) {
        int bar = value.indexOf('|');
        if (bar < 0) {
            throw new Refusal(Problem.INS_AUTHORITY_UNKNOWN, where, "Write it as system|INS.");
        }
        return ins(where, value.substring(0, bar), value.substring(bar + 1));
    }

    static ByIns ins(String where, String system, String value) {
        InsAuthority authority = InsAuthority.ofOid(system.replaceFirst("^urn:oid:", ""))
                .orElseThrow(() -> new Refusal(Problem.INS_AUTHORITY_UNKNOWN, where));
        Ins ins = Ins.parse(value).orElseThrow(() -> new Refusal(Problem.INS_INVALID, where));
        return new ByIns(ins, authority);
    }

    /// Goes through the door of that person's space. An INS of another authority than the space's is nobody's.
    default <R> Outcome<R> enter(Doors doors, Caller caller, Act act, Function<Visit, Outcome<R>> body) {
        return switch (this) {
            case ById(SpaceId space) -> doors.enter(caller, space, act, body);
            case ByIns(Ins ins, InsAuthority authority) ->
                doors.enter(
                        caller,
                        ins,
                        act,
                        visit -> visit.space().person().authority() == authority
                                ? body.apply(visit)
                                : Outcome.refused(Problem.SPACE_NOT_OPEN));
        };
    }
}
