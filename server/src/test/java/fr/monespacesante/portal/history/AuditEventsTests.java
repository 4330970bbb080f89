package fr.monespacesante.portal.history;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import fr.monespacesante.Requirement;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.audit.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/// A strict reader of FHIR understands the history.
@Requirement("TRC-04")
class AuditEventsTests {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");
    private static final UUID LINE = UUID.fromString("0199c1a1-0000-7000-8000-000000000001");
    private static final UUID DOCUMENT = UUID.fromString("0199c1a1-0000-7000-8000-000000000002");

    private static AuditEvent read(Trace trace) {
        byte[] json = AuditEvents.bundle(List.of(new Traces.Numbered(7, LINE, trace)), NOW);
        IParser strict = FhirContext.forR4Cached().newJsonParser();
        strict.setParserErrorHandler(new StrictErrorHandler());
        Bundle bundle = strict.parseResource(Bundle.class, new String(json, StandardCharsets.UTF_8));
        assertThat(bundle.getTotal()).isEqualTo(1);
        return (AuditEvent) bundle.getEntryFirstRep().getResource();
    }

    private static Trace.Actor doctor() {
        return new Trace.Actor(
                "PROFESSIONAL",
                "810001234567",
                "Dr Antoine LEFÈVRE",
                "10",
                "1310012345",
                "Cabinet des Tilleuls",
                "FHIR");
    }

    @Test
    void anEmergencyReadingSaysWhoWhatAndWhy() {
        AuditEvent event = read(new Trace(
                NOW, doctor(), "READ_DOCUMENT", "EMERGENCY", DOCUMENT, Trace.DONE, "Patient inconscient", null));
        assertThat(event.getIdElement().getIdPart()).contains(LINE.toString());
        assertThat(event.getAction().toCode()).isEqualTo("R");
        assertThat(event.getOutcome().toCode()).isEqualTo("0");
        assertThat(event.getPurposeOfEventFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("BTG");
        assertThat(event.getAgentFirstRep().getWho().getIdentifier().getValue()).isEqualTo("810001234567");
        assertThat(event.getAgentFirstRep().getWho().getDisplay()).contains("LEFÈVRE", "Tilleuls");
        assertThat(event.getEntityFirstRep().getWhat().getIdentifier().getValue())
                .isEqualTo("urn:uuid:" + DOCUMENT);
    }

    @Test
    void aRefusalIsAFailureWithoutAPolicy() {
        AuditEvent event =
                read(new Trace(NOW, doctor(), "LIST_DOCUMENTS", Trace.NO_RIGHT, null, "CONSENT_NEEDED", null, null));
        assertThat(event.getOutcome().toCode()).isEqualTo("4");
        assertThat(event.getOutcomeDesc()).isEqualTo("CONSENT_NEEDED");
        assertThat(event.getAgentFirstRep().getPolicy()).isEmpty();
        assertThat(event.getEntity()).isEmpty();
    }

    @Test
    void anEmptyHistoryIsAnEmptyBundle() {
        String json = new String(AuditEvents.bundle(List.of(), NOW), StandardCharsets.UTF_8);
        assertThat(FhirContext.forR4Cached()
                        .newJsonParser()
                        .parseResource(Bundle.class, json)
                        .getEntry())
                .isEmpty();
    }
}
