package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.sandbox.examples.Example;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Base64;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.ListResource;
import org.junit.jupiter.api.Test;

class ProvideJourneyTests extends FhirTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);

    private int count(Holder holder) {
        return DATABASE.superuser()
                .sql("select count(*) from record.document where space_id = :space")
                .param("space", holder.space().value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private static DocumentReference reference(Bundle bundle) {
        return (DocumentReference) bundle.getEntry().get(1).getResource();
    }

    private Problematic refusedBundle(Holder holder, Consumer<Bundle> spoil) throws IOException {
        Bundle bundle = bundle(holder, holder.biology(DAY));
        spoil.accept(bundle);
        HttpResponse<String> answer = post("", bundle);
        assertThat(count(holder)).as("nothing is stored").isZero();
        return refused(answer);
    }

    @Test
    @Requirement("DOC-03")
    void aLaboratorySendsAReportAndSendingItAgainIsTheSameAnswer() throws IOException {
        Holder claire = holder();
        Example report = claire.biology(DAY);
        String id = deposited(claire, report);
        assertThat(count(claire)).isEqualTo(1);
        HttpResponse<String> again = post("", bundle(claire, report));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("200 OK").contains("DocumentReference/" + id);
        assertThat(count(claire)).isEqualTo(1);
    }

    @Test
    @Requirement("DOC-12")
    void theSameUniqueIdWithOtherContentIsRefused() throws IOException {
        Holder claire = holder();
        deposited(claire, claire.biology(DAY));
        Bundle other = bundle(claire, claire.biology(DAY.minusDays(1)));
        Bundle first = bundle(claire, claire.biology(DAY));
        reference(other).setMasterIdentifier(reference(first).getMasterIdentifier());
        assertThat(refused(post("", other)))
                .isEqualTo(new Problematic(409, "UNIQUE_ID_TAKEN", "Bundle.entry[1].resource.masterIdentifier"));
    }

    @Test
    @Requirement("DOC-03")
    void aPdfComesByItselfWithItsContentInside() throws IOException {
        Holder claire = holder();
        DocumentReference resource = reference(claire, claire.pdf());
        HttpResponse<String> answer = post("/DocumentReference", resource);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).isPresent();
        assertThat(answer.headers().firstValue("ETag")).contains("W/\"1\"");
        DocumentReference kept = FHIR.newJsonParser().parseResource(DocumentReference.class, answer.body());
        assertThat(kept.getContentFirstRep().getAttachment().hasData()).isFalse();
        assertThat(kept.getContentFirstRep().getAttachment().getSize())
                .isEqualTo(claire.pdf().bytes().length);
        assertThat(post("/DocumentReference", resource).statusCode()).isEqualTo(200);
    }

    @Test
    void xmlIsAsGoodAsJson() throws IOException {
        Holder claire = holder();
        Bundle bundle = bundle(claire, claire.biology(DAY));
        String xml = FHIR.newXmlParser().encodeResourceToString(bundle);
        HttpResponse<String> answer = post(LABORATORY, "", xml, "application/fhir+xml");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(count(claire)).isEqualTo(1);
    }

    @Test
    void severalDocumentsAreKeptTogetherOrNotAtAll() throws IOException {
        Holder claire = holder();
        Bundle both = bundle(claire, claire.biology(DAY));
        Bundle second = bundle(claire, claire.biology(DAY.minusDays(1)));
        both.addEntry(second.getEntry().get(1)).addEntry(second.getEntry().get(2));
        ListResource set = (ListResource) both.getEntryFirstRep().getResource();
        set.addEntry().getItem().setReference(second.getEntry().get(1).getFullUrl());
        DocumentReference spoilt = (DocumentReference) both.getEntry().get(3).getResource();
        byte[] hash = spoilt.getContentFirstRep().getAttachment().getHash().clone();
        spoilt.getContentFirstRep().getAttachment().setHash(new byte[20]);
        assertThat(refused(post("", both)))
                .isEqualTo(
                        new Problematic(422, "HASH_MISMATCH", "Bundle.entry[3].resource.content[0].attachment.hash"));
        assertThat(count(claire)).isZero();
        spoilt.getContentFirstRep().getAttachment().setHash(hash);
        assertThat(post("", both).statusCode()).isEqualTo(200);
        assertThat(count(claire)).isEqualTo(2);
    }

    @Test
    void eachRuleOfTheProfileNamesItsElement() throws IOException {
        Holder claire = holder();
        String path = "Bundle.entry[1].resource.";
        assertThat(refusedBundle(
                        claire,
                        bundle -> reference(bundle)
                                .getContentFirstRep()
                                .getAttachment()
                                .setSize(3)))
                .isEqualTo(new Problematic(422, "SIZE_MISMATCH", path + "content[0].attachment.size"));
        assertThat(refusedBundle(
                        claire,
                        bundle ->
                                reference(bundle).getType().getCodingFirstRep().setCode("99999-9")))
                .isEqualTo(new Problematic(422, "TYPE_CODE_UNKNOWN", path + "type.coding[0].code"));
        assertThat(refusedBundle(
                        claire,
                        bundle -> reference(bundle)
                                .getCategoryFirstRep()
                                .getCodingFirstRep()
                                .setCode("42")))
                .isEqualTo(new Problematic(422, "CODE_NOT_IN_VALUE_SET", path + "category[0].coding[0].code"));
        assertThat(refusedBundle(
                        claire,
                        bundle -> reference(bundle)
                                .getContentFirstRep()
                                .getAttachment()
                                .setTitle(null)))
                .isEqualTo(new Problematic(422, "REQUIRED_ELEMENT_MISSING", path + "content[0].attachment.title"));
        assertThat(refusedBundle(claire, bundle -> reference(bundle).setMasterIdentifier(null)))
                .isEqualTo(new Problematic(422, "REQUIRED_ELEMENT_MISSING", path + "masterIdentifier"));
        assertThat(refusedBundle(claire, bundle -> reference(bundle).setCustodian(null)))
                .isEqualTo(new Problematic(422, "REQUIRED_ELEMENT_MISSING", path + "custodian"));
        assertThat(refusedBundle(
                        claire,
                        bundle -> reference(bundle)
                                .getContext()
                                .getFacilityType()
                                .getCodingFirstRep()
                                .setCode("SA99")))
                .isEqualTo(new Problematic(422, "CODE_NOT_IN_VALUE_SET", path + "context.facilityType.coding[0].code"));
        assertThat(refusedBundle(claire, bundle -> bundle.getEntry().remove(0)))
                .isEqualTo(new Problematic(422, "REQUIRED_ELEMENT_MISSING", "Bundle.entry"));
        assertThat(refusedBundle(claire, bundle -> bundle.getEntry().remove(2)))
                .isEqualTo(new Problematic(422, "REQUIRED_ELEMENT_MISSING", path + "content[0].attachment.url"));
    }

    @Test
    @Requirement("ENR-01")
    void aWrongKeyAnUnknownPersonAndAClosedSpaceAreRefused() throws IOException {
        Holder claire = holder();
        String wrongKey = claire.ins().substring(0, 13) + (claire.ins().endsWith("97") ? "01" : "97");
        assertThat(refusedBundle(
                        claire,
                        bundle -> reference(bundle).getSubject().getIdentifier().setValue(wrongKey)))
                .isEqualTo(new Problematic(422, "INS_INVALID", "Bundle.entry[1].resource.subject.identifier"));
        Holder closed = holder("CLOSED");
        assertThat(refusedBundle(closed, bundle -> {}).problem()).isEqualTo("SPACE_NOT_OPEN");
        assertThat(refusedBundle(holder("NOTIFIED"), bundle -> {}))
                .isEqualTo(new Problematic(404, "SPACE_NOT_OPEN", ""));
    }

    @Test
    @Requirement("DOC-03")
    void aReportAboutSomeoneElseIsRefusedWithTheFieldsCode() throws IOException {
        Holder claire = holder();
        Holder other = holder();
        Bundle bundle = bundle(claire, other.biology(DAY));
        HttpResponse<String> answer = post("", bundle);
        // its header names the other one, in whose name the card was made
        DocumentReference reference = reference(bundle);
        reference.getSubject().getIdentifier().setValue(claire.ins());
        ((ListResource) bundle.getEntryFirstRep().getResource())
                .getSubject()
                .getIdentifier()
                .setValue(claire.ins());
        reference.getContained().removeIf(resource -> resource.fhirType().equals("Patient"));
        reference.getContext().setSourcePatientInfo(null);
        HttpResponse<String> refused = post("", bundle);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(refused(refused).problem()).isEqualTo("PATIENT_MISMATCH");
        assertThat(refused.body())
                .contains("\"904\"")
                .doesNotContain(claire.ins())
                .doesNotContain(other.ins());
        assertThat(count(claire)).isZero();
    }

    @Test
    void whatLiesOrIsBrokenIsRefused() throws IOException {
        Holder claire = holder();
        assertThat(refusedBundle(claire, bundle -> {
                            reference(bundle)
                                    .getContentFirstRep()
                                    .getAttachment()
                                    .setContentType("application/pdf");
                            ((Binary) bundle.getEntry().get(2).getResource()).setContentType("application/pdf");
                        })
                        .problem())
                .isEqualTo("MIME_TYPE_MISMATCH");
        DocumentReference resource = reference(claire, claire.pdf());
        resource.getContentFirstRep()
                .getAttachment()
                .setData("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        resource.getContentFirstRep()
                .getAttachment()
                .setContentType("text/xml")
                .setHash(null)
                .setSizeElement(null);
        assertThat(refused(post("/DocumentReference", resource)).problem()).isEqualTo("DOCUMENT_DANGEROUS");
        String noBase64 =
                json(reference(claire, claire.pdf())).replaceFirst("\"data\":\"[^\"]{8}", "\"data\":\"*&%***==");
        assertThat(refused(post(LABORATORY, "/DocumentReference", noBase64, "application/fhir+json")))
                .isEqualTo(new Problematic(400, "MALFORMED", "DocumentReference.content[0].attachment.data"));
        assertThat(refused(post(LABORATORY, "", "{\"resourceType\":\"Bundle\",", "application/fhir+json"))
                        .problem())
                .isEqualTo("MALFORMED");
        assertThat(refused(post(
                                LABORATORY,
                                "",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><Bundle/>",
                                "application/fhir+xml"))
                        .problem())
                .isEqualTo("DOCUMENT_DANGEROUS");
        assertThat(refused(post(LABORATORY, "", "hello", "text/plain")).status())
                .isEqualTo(415);
        assertThat(count(claire)).isZero();
    }

    @Test
    void tooMuchIsRefusedWhileItComes() throws IOException {
        Holder claire = holder();
        DocumentReference resource = reference(claire, claire.pdf());
        resource.getContentFirstRep()
                .getAttachment()
                .setData(new byte[3 << 20])
                .setHash(null)
                .setSizeElement(null);
        assertThat(refused(post("/DocumentReference", resource)))
                .isEqualTo(new Problematic(413, "TOO_LARGE", "DocumentReference.content[0].attachment.data"));
        String endless = "{\"resourceType\":\"Bundle\",\"type\":\"" + "x".repeat(7 << 20);
        HttpResponse<String> answer = send(
                software(LABORATORY),
                HttpRequest.newBuilder(URI.create(softwareFhir()))
                        .header("Content-Type", "application/fhir+json")
                        .POST(HttpRequest.BodyPublishers.ofString(endless)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(count(claire)).isZero();
    }

    @Test
    @Requirement("DOC-08")
    void aNewReportTakesThePlaceOfTheOldOne() throws IOException {
        Holder claire = holder();
        String old = deposited(claire, claire.biology(DAY));
        Bundle newer = bundle(claire, claire.biology(DAY.minusDays(1)));
        reference(newer)
                .addRelatesTo()
                .setCode(DocumentReference.DocumentRelationshipType.REPLACES)
                .getTarget()
                .setReference("DocumentReference/" + old);
        assertThat(post("", newer).statusCode()).isEqualTo(200);
        agreed(claire, DOCTOR);
        assertThat(get(DOCTOR, "/DocumentReference/" + old).body()).contains("\"superseded\"");
        assertThat(get(DOCTOR, search(claire, "&status=current")).body()).contains("\"total\":1");
        Bundle again = bundle(claire, claire.biology(DAY.minusDays(2)));
        reference(again)
                .addRelatesTo()
                .setCode(DocumentReference.DocumentRelationshipType.REPLACES)
                .getTarget()
                .setReference("DocumentReference/" + old);
        assertThat(refused(post("", again)))
                .isEqualTo(new Problematic(
                        422, "REPLACED_DOCUMENT_NOT_CURRENT", "Bundle.entry[1].resource.relatesTo[0].target"));
    }

    @Test
    void aDocumentOfExactlyItsBytesComesBack() throws IOException {
        Holder claire = holder();
        DocumentReference resource = reference(claire, claire.pdf());
        HttpResponse<String> answer = post("/DocumentReference", resource);
        DocumentReference kept = FHIR.newJsonParser().parseResource(DocumentReference.class, answer.body());
        HttpResponse<String> wrapped = send(
                software(LABORATORY),
                HttpRequest.newBuilder(URI.create(
                                kept.getContentFirstRep().getAttachment().getUrl()))
                        .header("Accept", "application/fhir+json"));
        Binary binary = FHIR.newJsonParser().parseResource(Binary.class, wrapped.body());
        assertThat(Base64.getEncoder().encodeToString(binary.getData()))
                .isEqualTo(Base64.getEncoder().encodeToString(claire.pdf().bytes()));
    }
}
