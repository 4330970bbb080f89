package fr.monespacesante.sandbox.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import fr.monespacesante.sandbox.examples.Cast;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class ProvideBundleTests {
    private static final FhirContext FHIR = FhirContext.forR4();
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final SourceReader reader = new SourceReader(
            new SourceReader.Defaults(null, "1.2.250.1.213.1.4.10", "11502-2", null, null, Cast.BIOLOGIST));

    @Test
    void theCardSaysWhatTheHeaderSays() throws Exception {
        Example example = Examples.biology(Cast.CLAIRE, LocalDate.of(2026, 3, 12), "x");
        Bundle bundle = bundle(example);
        DocumentReference card = card(bundle);
        assertThat(card.getMeta().getProfile().getFirst().getValue())
                .endsWith("/pdsm-comprehensive-document-reference");
        assertThat(card.getMasterIdentifier().getSystem()).isEqualTo("urn:ietf:rfc:3986");
        assertThat(card.getMasterIdentifier().getValue()).startsWith("urn:oid:2.25.");
        assertThat(card.getStatus().toCode()).isEqualTo("current");
        assertThat(card.getType().getCodingFirstRep().getSystem()).isEqualTo("http://loinc.org");
        assertThat(card.getType().getCodingFirstRep().getCode()).isEqualTo("11502-2");
        assertThat(card.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo("10");
        assertThat(card.getSubject().getIdentifier().getSystem()).isEqualTo("urn:oid:1.2.250.1.213.1.4.10");
        assertThat(card.getSubject().getIdentifier().getValue()).isEqualTo(Cast.CLAIRE.ins());
        assertThat(card.getSecurityLabelFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("N");
        assertThat(card.getContentFirstRep().getFormat().getCode()).isEqualTo("urn:ihe:lab:xd-lab:2008");
        assertThat(card.getContext().getFacilityType().getCodingFirstRep().getCode())
                .isEqualTo("SA25");
        assertThat(card.getContext().getPracticeSetting().getCodingFirstRep().getCode())
                .isEqualTo("AMBULATOIRE");
        assertThat(card.getContext().getPeriod().getStartElement().getValueAsString())
                .isEqualTo("2026-03-12T09:10:00+01:00");
        assertThat(card.getContained())
                .filteredOn(Practitioner.class::isInstance)
                .extracting(p -> ((Practitioner) p).getIdentifierFirstRep().getValue())
                .containsExactly("810005556667");
        assertThat(card.getContained())
                .filteredOn(Patient.class::isInstance)
                .extracting(p -> ((Patient) p).getNameFirstRep().getFamily())
                .containsExactly("DURAND");
    }

    @Test
    void theContentIsTheOneThatTheCardDescribes() throws Exception {
        for (Example example : Examples.forPatient(Cast.CLAIRE)) {
            Bundle bundle = bundle(example);
            var attachment = card(bundle).getContentFirstRep().getAttachment();
            Binary binary = (Binary) bundle.getEntry().get(2).getResource();
            assertThat(attachment.getSize()).isEqualTo(example.bytes().length);
            assertThat(attachment.getHash())
                    .isEqualTo(MessageDigest.getInstance("SHA-1").digest(example.bytes()));
            assertThat(attachment.getContentType())
                    .isEqualTo(example.contentType())
                    .isEqualTo(binary.getContentType());
            assertThat(attachment.getUrl()).isEqualTo(bundle.getEntry().get(2).getFullUrl());
            assertThat(binary.getData()).isEqualTo(example.bytes());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        for (Example example : Examples.forPatient(Cast.HUGO)) {
            Bundle bundle = bundle(example);
            List<String> urls = bundle.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getFullUrl)
                    .toList();
            for (var entry : bundle.getEntry()) {
                List<String> contained =
                        FHIR
                                .newTerser()
                                .getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class)
                                .stream()
                                .filter(r -> r.getReference() != null)
                                .map(Reference::getReference)
                                .toList();
                for (String reference : contained) {
                    if (reference.startsWith("#")) {
                        assertThat(FHIR.newJsonParser().encodeResourceToString(entry.getResource()))
                                .contains("\"id\":\"" + reference.substring(1) + "\"");
                    } else {
                        assertThat(urls).contains(reference);
                    }
                }
            }
        }
    }

    @Test
    void theLotIsASubmissionSetWithItsSource() throws Exception {
        ListResource lot = (ListResource) bundle(Examples.biology(Cast.LINA, LocalDate.of(2026, 3, 12), "x"))
                .getEntryFirstRep()
                .getResource();
        assertThat(lot.getCode().getCodingFirstRep().getCode()).isEqualTo("submissionset");
        assertThat(lot.getMode().toCode()).isEqualTo("working");
        assertThat(lot.getSource().getReference()).isEqualTo("#author");
        assertThat(lot.getExtension())
                .extracting(e -> e.getUrl().replaceFirst(".*/", ""))
                .containsExactly("ihe-designationType", "ihe-sourceId");
    }

    @Test
    void theSameFileIsAlwaysTheSameDocument() throws Exception {
        Example pdf = Examples.forPatient(Cast.CLAIRE).get(9);
        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(card(bundle(pdf)).getMasterIdentifier().getValue())
                .isEqualTo(card(bundle(pdf)).getMasterIdentifier().getValue());
    }

    @Test
    void theNationalExamplesCanAllBeSent() throws Exception {
        String given = System.getProperty("mes.national-examples", "../../shared/data/cda");
        Path examples = Path.of(given);
        assumeTrue(Files.isDirectory(examples), "the national examples are not on this machine");
        try (Stream<Path> files = Files.list(examples)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
                DocumentReference card = References.of(reader.read(file), "pdsm-comprehensive-document-reference");
                assertThat(card.getSubject().getIdentifier().getValue())
                        .as(file.toString())
                        .matches("\\d{15}");
                assertThat(FHIR.newJsonParser().encodeResourceToString(card)).contains("\"masterIdentifier\"");
            }
        }
    }

    private Bundle bundle(Example example) throws Exception {
        String name = example.isCda() ? example.name() : Cast.CLAIRE.ins() + "_" + example.name();
        SourceDocument document = reader.read(name, example.bytes(), LocalDate.of(2026, 3, 12));
        Bundle bundle = ProvideBundle.of(document, example.bytes(), NOW);
        String json = FHIR.newJsonParser().encodeResourceToString(bundle);
        return FHIR.newJsonParser().parseResource(Bundle.class, json);
    }

    private static DocumentReference card(Bundle bundle) {
        return (DocumentReference) bundle.getEntry().get(1).getResource();
    }
}
