package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// Has this person a space, and may the caller read in it (TD0.2)? Shows nothing of what is inside, and of the person
/// no more than the caller said.
final class Patients {
    /// VALIDE, EXPIRE or NON_EXISTE, for the professional who asks; the guide leaves its form open.
    static final String AUTHORISATION = "urn:mes:statut-autorisation";

    private static final String ATTACHED =
            "https://interop.esante.gouv.fr/ig/fhir/dmp/StructureDefinition/dmp-rattachement-mes";

    private final Doors doors;

    Patients(Doors doors) {
        this.doors = doors;
    }

    private record Known(Space space, Optional<String> authorisation) {}

    Answer search(Call call) {
        call.allow(Set.of("identifier"));
        String value = call.parameter("identifier")
                .orElseThrow(() -> new Refusal(Problem.MALFORMED, "identifier", "Write identifier=system|INS."));
        Outcome<Known> outcome = PatientParameter.ins("identifier", value)
                .enter(doors, call.caller(), new Act.FindSpace(), Patients::known);
        List<BundleJson.Entry> entries = switch (outcome) {
            case Outcome.Done<Known>(Known known) ->
                List.of(new BundleJson.Entry(
                        call.base() + "/Patient/" + FhirIds.of(known.space().id()), json -> write(json, known)));
            case Outcome.Refused<Known>(Problem problem, String where) -> {
                if (problem == Problem.SPACE_NOT_OPEN) {
                    yield List.of();
                }
                throw new Refusal(problem, where);
            }
        };
        return Answer.ok(new BundleJson(entries.size(), Finding.self(call), Optional.empty(), false, entries).body());
    }

    Answer read(Call call, String id) {
        call.allow(Set.of());
        SpaceId space = FhirIds.parseSpace(id).orElseThrow(() -> new Refusal(Problem.NOT_FOUND, ""));
        Known known = Refusal.valueOf(
                Finding.hidden(doors.enter(call.caller(), space, new Act.FindSpace(), Patients::known)));
        return Answer.ok(json -> write(json, known));
    }

    private static Outcome<Known> known(Visit visit) {
        return Outcome.done(new Known(
                visit.space(),
                visit.caller() instanceof Caller.Professional professional
                        ? Optional.of(authorisation(visit.rights(), professional, visit.now()))
                        : Optional.empty()));
    }

    private static String authorisation(Rights rights, Caller.Professional caller, Instant now) {
        if (rights.treatedBy(caller.rpps())
                || rights.consentOf(caller.rpps(), now).isPresent()) {
            return "VALIDE";
        }
        boolean once = rights.consents().stream()
                .anyMatch(consent ->
                        consent.professional().rpps().equals(caller.rpps().value()));
        return once ? "EXPIRE" : "NON_EXISTE";
    }

    private static void write(JsonGenerator json, Known known) {
        Space space = known.space();
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Patient");
        json.writeStringProperty("id", FhirIds.of(space.id()));
        json.writeArrayPropertyStart("extension");
        json.writeStartObject();
        json.writeStringProperty("url", ATTACHED);
        json.writeBooleanProperty("valueBoolean", space.state() == SpaceState.ACTIVATED);
        json.writeEndObject();
        if (known.authorisation().isPresent()) {
            json.writeStartObject();
            json.writeStringProperty("url", AUTHORISATION);
            json.writeStringProperty("valueCode", known.authorisation().get());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("identifier");
        Json.identifier(
                json, space.person().authority().urn(), space.person().ins().value());
        json.writeEndArray();
        json.writeBooleanProperty("active", space.state().isAlive());
        json.writeEndObject();
    }
}
