package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Rights;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Space;
import fr.monespacesante.interop.fhir.PatientParameter.ByIns;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import tools.jackson.core.JsonGenerator;

/// A professional declares the patient's agreement (ACC-01), and sees those they have declared.
///
/// `Consent.provision.period.end` makes it one of the care team until then; without it, it is for one consultation.
final class Agreements {
    private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";

    private final FhirModel model;
    private final Doors doors;
    private final Consents consents;

    Agreements(FhirModel model, Doors doors, Consents consents) {
        this.model = model;
        this.doors = doors;
        this.consents = consents;
    }

    private record Declared(Space space, Instant now, List<Rights.Consent> consents) {}

    Answer declare(Call call, Body body) {
        call.allow(Set.of());
        Consent asked = model.read(body.format(), body.rest(), Consent.class);
        if (asked.getStatus() != ConsentState.ACTIVE) {
            throw new Refusal(Problem.CODE_NOT_IN_VALUE_SET, "Consent.status");
        }
        ByIns patient = new Participants("Consent", asked).patient(asked.getPatient(), "patient");
        Optional<Instant> until =
                Optional.ofNullable(asked.getProvision().getPeriod().getEnd()).map(Date::toInstant);
        Act.DeclareConsent act = new Act.DeclareConsent(until);
        Outcome<Declared> outcome = patient.enter(
                doors,
                call.caller(),
                act,
                visit -> consents.declare(visit, act)
                        .map(consent -> new Declared(visit.space(), visit.now(), List.of(consent))));
        if (outcome instanceof Outcome.Refused<Declared>(Problem problem, String where) && where.equals("until")) {
            throw new Refusal(problem, "Consent.provision.period.end", "In the future, within a year.");
        }
        Declared declared = Refusal.valueOf(outcome);
        Rights.Consent consent = declared.consents().getFirst();
        return new Answer.Resource(
                201,
                json -> write(json, declared.space(), consent, true),
                Map.of("Location", url(call, declared.space(), consent)));
    }

    Answer search(Call call) {
        call.allow(PatientParameter.NAMES);
        Declared declared = Refusal.valueOf(PatientParameter.of(call.parameters())
                .enter(doors, call.caller(), new Act.FindSpace(), Agreements::own));
        List<BundleJson.Entry> entries = new ArrayList<>();
        for (Rights.Consent consent : declared.consents()) {
            entries.add(new BundleJson.Entry(
                    url(call, declared.space(), consent),
                    json -> write(json, declared.space(), consent, consent.holdsAt(declared.now()))));
        }
        return Answer.ok(new BundleJson(entries.size(), Finding.self(call), Optional.empty(), false, entries).body());
    }

    private static Outcome<Declared> own(Visit visit) {
        if (!(visit.caller() instanceof Caller.Professional professional)) {
            return Outcome.refused(Problem.ACCESS_REFUSED);
        }
        List<Rights.Consent> own = visit.rights().consents().stream()
                .filter(consent ->
                        consent.professional().rpps().equals(professional.rpps().value()))
                .toList();
        return Outcome.done(new Declared(visit.space(), visit.now(), own));
    }

    private static String url(Call call, Space space, Rights.Consent consent) {
        return call.base() + "/Consent/" + FhirIds.of(space.id(), consent.id());
    }

    private static void write(JsonGenerator json, Space space, Rights.Consent consent, boolean active) {
        json.writeStartObject();
        json.writeStringProperty("resourceType", "Consent");
        json.writeStringProperty("id", FhirIds.of(space.id(), consent.id()));
        json.writeStringProperty("status", active ? "active" : "inactive");
        json.writeName("scope");
        Json.concept(json, SCOPE, "patient-privacy", "");
        json.writeArrayPropertyStart("category");
        Json.concept(json, "http://loinc.org", "59284-0", "");
        json.writeEndArray();
        json.writeName("patient");
        Json.patient(json, space.person().authority(), space.person().ins());
        Json.time(json, "dateTime", consent.professional().since());
        json.writeArrayPropertyStart("policy");
        json.writeStartObject();
        json.writeStringProperty(
                "uri", consent.careTeam() ? "urn:mes:consent:care-team" : "urn:mes:consent:consultation");
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectPropertyStart("provision");
        json.writeStringProperty("type", "permit");
        json.writeObjectPropertyStart("period");
        Json.time(json, "end", consent.until());
        json.writeEndObject();
        json.writeArrayPropertyStart("actor");
        json.writeStartObject();
        json.writeName("role");
        Json.concept(json, "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "");
        json.writeObjectPropertyStart("reference");
        json.writeName("identifier");
        Json.identifier(json, Json.PROFESSIONALS, "8" + consent.professional().rpps());
        json.writeStringProperty("display", consent.professional().name());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }
}
