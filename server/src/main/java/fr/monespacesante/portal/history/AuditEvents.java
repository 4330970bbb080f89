package fr.monespacesante.portal.history;

import fr.monespacesante.access.Right;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.audit.Traces;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The history as FHIR R4 AuditEvent resources in a Bundle (TRC-04), for a person who takes it elsewhere.
final class AuditEvents {
    private static final String PROFESSIONALS = "urn:oid:1.2.250.1.71.4.2.1";
    private static final String STRUCTURES = "urn:oid:1.2.250.1.71.4.2.2";
    private static final String PROFESSIONS =
            "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante";
    private static final String OURS = "urn:mon-espace-sante:";
    private static final JsonMapper JSON = JsonMapper.shared();

    private AuditEvents() {}

    static byte[] bundle(List<Traces.Numbered> lines, Instant at) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", "searchset");
        bundle.put("timestamp", at.toString());
        bundle.put("total", lines.size());
        if (!lines.isEmpty()) {
            var entries = bundle.putArray("entry");
            for (Traces.Numbered line : lines) {
                ObjectNode entry = entries.addObject();
                entry.put("fullUrl", "urn:uuid:" + line.id());
                event(entry.putObject("resource"), line);
            }
        }
        return JSON.writeValueAsBytes(bundle);
    }

    private static void event(ObjectNode event, Traces.Numbered line) {
        Trace trace = line.trace();
        event.put("resourceType", "AuditEvent");
        event.put("id", line.id().toString());
        coding(event.putObject("type"), "http://dicom.nema.org/resources/ontology/DCM", "110110", "Patient Record");
        coding(event.putArray("subtype").addObject(), OURS + "acte", trace.act(), "");
        event.put("action", action(trace.act()));
        event.put("recorded", trace.at().toString());
        event.put("outcome", trace.refused() ? "4" : "0");
        if (trace.refused()) {
            event.put("outcomeDesc", trace.outcome());
        }
        purpose(event, trace.right());
        agent(event.putArray("agent").addObject(), trace);
        event.putObject("source").putObject("observer").put("display", "Mon espace santé");
        if (trace.subject() != null) {
            ObjectNode entity = event.putArray("entity").addObject();
            identifier(entity.putObject("what"), "urn:ietf:rfc:3986", "urn:uuid:" + trace.subject());
            coding(
                    entity.putObject("type"),
                    "http://terminology.hl7.org/CodeSystem/audit-entity-type",
                    "2",
                    "System Object");
        }
    }

    private static void agent(ObjectNode agent, Trace trace) {
        Trace.Actor actor = trace.actor();
        String profession = actor.profession();
        if (profession != null) {
            coding(agent.putArray("role").addObject().putArray("coding").addObject(), PROFESSIONS, profession, "");
        }
        ObjectNode who = agent.putObject("who");
        switch (actor.kind()) {
            case "PROFESSIONAL" -> identifier(who, PROFESSIONALS, actor.id());
            case "SOFTWARE" -> identifier(who, STRUCTURES, actor.id());
            default -> {}
        }
        String structure = actor.structureName();
        who.put("display", structure == null ? actor.name() : actor.name() + ", " + structure);
        if (actor.assistant() != null) {
            agent.put("altId", actor.assistant());
        }
        agent.put("name", actor.name());
        agent.put("requestor", true);
        if (!trace.refused()) {
            agent.putArray("policy").add(OURS + "droit:" + trace.right());
        }
    }

    private static void purpose(ObjectNode event, String right) {
        String code =
                right.equals(Right.EMERGENCY.name()) ? "BTG" : right.equals(Right.REGULATION.name()) ? "ETREAT" : "";
        if (!code.isEmpty()) {
            coding(
                    event.putArray("purposeOfEvent")
                            .addObject()
                            .putArray("coding")
                            .addObject(),
                    "http://terminology.hl7.org/CodeSystem/v3-ActReason",
                    code,
                    "");
        }
    }

    private static String action(String act) {
        return switch (act) {
            case "DEPOSIT_DOCUMENT", "DECLARE_CONSENT", "RECEIVE_MESSAGE", "SEND_MESSAGE", "WRITE_DRAFT" -> "C";
            case "CHANGE_DOCUMENT", "BLOCK", "UNBLOCK", "END_CONSENT" -> "U";
            case "DELETE_DOCUMENT", "ERASE_DOCUMENTS", "DELETE_MESSAGES" -> "D";
            case "LIST_DOCUMENTS",
                    "READ_DOCUMENT",
                    "READ_MESSAGES",
                    "READ_MESSAGE",
                    "READ_RIGHTS",
                    "READ_HISTORY",
                    "READ_NOTICES",
                    "BUILD_COPY",
                    "FETCH_COPY" -> "R";
            default -> "E";
        };
    }

    private static void coding(ObjectNode coding, String system, String code, String display) {
        coding.put("system", system);
        coding.put("code", code);
        if (!display.isEmpty()) {
            coding.put("display", display);
        }
    }

    private static void identifier(ObjectNode reference, String system, String value) {
        reference.putObject("identifier").put("system", system).put("value", value);
    }
}
