package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import fr.monespacesante.Requirement;
import fr.monespacesante.sandbox.examples.Example;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class FindJourneyTests extends FhirTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final TokenClientParam PATIENT = new TokenClientParam("patient.identifier");

    private static Bundle found(IGenericClient client, Holder holder) {
        return client.search()
                .forResource(DocumentReference.class)
                .where(PATIENT.exactly().systemAndIdentifier(INS, holder.ins()))
                .returnBundle(Bundle.class)
                .execute();
    }

    @Test
    @Requirement("ACC-01")
    void aDoctorDeclaresTheAgreementFindsTheReportAndReadsIt() throws IOException {
        Holder claire = holder();
        Example report = claire.biology(DAY);
        deposited(claire, report);
        assertThat(refused(get(DOCTOR, search(claire, ""))).problem()).isEqualTo("CONSENT_NEEDED");
        agreed(claire, DOCTOR);
        IGenericClient doctor = client(DOCTOR);
        Bundle found = found(doctor, claire);
        assertThat(found.getTotal()).isEqualTo(1);
        DocumentReference reference =
                (DocumentReference) found.getEntryFirstRep().getResource();
        assertThat(reference.getType().getCodingFirstRep().getCode()).isEqualTo("11502-2");
        String url = reference.getContentFirstRep().getAttachment().getUrl();
        Binary binary = doctor.read().resource(Binary.class).withUrl(url).execute();
        assertThat(binary.getData()).isEqualTo(report.bytes());
        HttpResponse<String> raw = get(DOCTOR, url);
        assertThat(raw.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        assertThat(raw.headers().firstValueAsLong("Content-Length")).hasValue(report.bytes().length);
        List<String> acts = DATABASE.superuser()
                .sql("select count(*) from audit.trace where space_id = :space")
                .param("space", claire.space().value())
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(Integer.parseInt(acts.getFirst())).isGreaterThanOrEqualTo(5);
    }

    @Test
    void xmlSummaryElementsAndPagesWork() throws IOException {
        Holder claire = holder();
        for (int i = 0; i < 3; i++) {
            deposited(claire, claire.biology(DAY.minusDays(i)));
        }
        agreed(claire, DOCTOR);
        IGenericClient doctor = client(DOCTOR);
        Bundle first = doctor.search()
                .forResource(DocumentReference.class)
                .where(PATIENT.exactly().systemAndIdentifier(INS, claire.ins()))
                .sort()
                .descending("date")
                .count(2)
                .encodedXml()
                .returnBundle(Bundle.class)
                .execute();
        assertThat(first.getTotal()).isEqualTo(3);
        assertThat(first.getEntry()).hasSize(2);
        assertThat(first.getLink("next").getUrl()).doesNotContain(claire.ins());
        Bundle second = doctor.loadPage().next(first).execute();
        assertThat(second.getEntry()).hasSize(1);
        assertThat(second.getLink("next")).isNull();
        HttpResponse<String> stolen = get(NURSE, first.getLink("next").getUrl());
        assertThat(stolen.statusCode()).isEqualTo(400);
        String counted = get(DOCTOR, search(claire, "&_summary=count")).body();
        assertThat(counted).contains("\"total\":3").doesNotContain("\"entry\"");
        String summary = get(DOCTOR, search(claire, "&_summary=true")).body();
        assertThat(summary).contains("\"masterIdentifier\"").doesNotContain("sourcePatientInfo");
        String elements = get(DOCTOR, search(claire, "&_elements=status,date")).body();
        assertThat(elements).contains("\"status\"").contains("\"date\"").doesNotContain("\"masterIdentifier\"");
        assertThat(doctor.search()
                        .forResource(DocumentReference.class)
                        .where(PATIENT.exactly().systemAndIdentifier(INS, claire.ins()))
                        .usingStyle(ca.uhn.fhir.rest.api.SearchStyleEnum.POST)
                        .summaryMode(SummaryEnum.COUNT)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getTotal())
                .isEqualTo(3);
    }

    @Test
    void everySearchParameterChooses() throws IOException {
        Holder claire = holder();
        deposited(claire, claire.biology(DAY));
        agreed(claire, DOCTOR);
        for (String finds : List.of(
                "&status=current",
                "&status=superseded,current",
                "&type=11502-2",
                "&type=http://loinc.org%7C11502-2",
                "&category=10",
                "&setting=AMBULATOIRE,ETABLISSEMENT,SAD,SNR,DEPISTAGE",
                "&facility=urn:oid:1.2.250.1.71.4.2.4%7C",
                "&security-label=N",
                "&isArchived=false",
                "&date=ge2020",
                "&creation=le2030-01-01",
                "&_lastUpdated=gt2026-01-01T00:00:00Z",
                "&period-start=lt2030",
                "&period=lt2030",
                "&author.family=roux",
                "&author.given=hélène,x",
                "&date=ge2026-10-14&date=lt2026-10-15")) {
            assertThat(get(DOCTOR, search(claire, finds)).body()).as(finds).contains("\"total\":1");
        }
        for (String finds : List.of(
                "&status=superseded",
                "&type=34112-3",
                "&type=urn:oid:1.2.3%7C11502-2",
                "&category=42",
                "&format=none",
                "&event=none",
                "&security-label=MASQUE_PS",
                "&isArchived=true",
                "&date=lt2020",
                "&author.family=lef",
                "&identifier=urn:oid:1.2.3",
                "&relatesTo=DocumentReference/abc")) {
            assertThat(get(DOCTOR, search(claire, finds)).body()).as(finds).contains("\"total\":0");
        }
        for (String refused : List.of(
                "&colour=blue",
                "&type:not=11502-2",
                "&date=soon",
                "&_sort=taste",
                "&_count=-1",
                "&status=",
                "&_page=x")) {
            assertThat(get(DOCTOR, search(claire, refused)).statusCode())
                    .as(refused)
                    .isEqualTo(400);
        }
        assertThat(refused(get(DOCTOR, "/DocumentReference?status=current")))
                .isEqualTo(new Problematic(400, "MALFORMED", "patient.identifier"));
        assertThat(get(DOCTOR, "/List?status=current").statusCode()).isEqualTo(400);
    }

    @Test
    void submissionSetsAreFoundWithTheirDocuments() throws IOException {
        Holder claire = holder();
        String id = deposited(claire, claire.biology(DAY));
        agreed(claire, DOCTOR);
        Bundle sets = client(DOCTOR)
                .search()
                .forResource(ListResource.class)
                .where(PATIENT.exactly().systemAndIdentifier(INS, claire.ins()))
                .and(new TokenClientParam("code").exactly().code("submissionset"))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(sets.getTotal()).isEqualTo(1);
        ListResource set = (ListResource) sets.getEntryFirstRep().getResource();
        assertThat(set.getEntryFirstRep().getItem().getReference()).isEqualTo("DocumentReference/" + id);
    }

    @Test
    @Requirement("ACC-12")
    void aHiddenDocumentIsLikeOneThatNeverWas() throws IOException {
        Holder claire = holder();
        Holder twin = holder();
        deposited(claire, claire.biology(DAY));
        String hidden = deposited(claire, claire.biology(DAY.minusDays(1)));
        deposited(twin, twin.biology(DAY));
        hide(claire, hidden);
        agreed(claire, DOCTOR);
        agreed(twin, DOCTOR);
        for (String more : List.of(
                "", "&_summary=count", "&_sort=date", "&security-label=MASQUE_PS", "&date=le2026-10-13T23:00:00Z")) {
            assertThat(shape(get(DOCTOR, search(claire, more)).body()))
                    .as(more)
                    .isEqualTo(shape(get(DOCTOR, search(twin, more)).body()));
        }
        assertThat(get(DOCTOR, "/List?patient.identifier=" + INS + "%7C" + claire.ins())
                        .body())
                .contains("\"total\":1");
        String never = FhirIds.of(claire.space(), java.util.UUID.randomUUID());
        for (String path : List.of("/DocumentReference/", "/Binary/", "/DocumentReference/%s/_history")) {
            String there = path.contains("%s") ? path.formatted(hidden) : path + hidden;
            String gone = path.contains("%s") ? path.formatted(never) : path + never;
            HttpResponse<String> one = get(DOCTOR, there);
            HttpResponse<String> other = get(DOCTOR, gone);
            assertThat(one.statusCode()).isEqualTo(404).isEqualTo(other.statusCode());
            assertThat(one.body()).isEqualTo(other.body());
            assertThat(names(one)).isEqualTo(names(other));
        }
        assertThat(get(
                                DOCTOR,
                                "/DocumentReference/"
                                        + FhirIds.of(
                                                new fr.monespacesante.kernel.SpaceId(java.util.UUID.randomUUID()),
                                                java.util.UUID.randomUUID()))
                        .body())
                .isEqualTo(get(DOCTOR, "/DocumentReference/nonsense").body())
                .isEqualTo(get(DOCTOR, "/DocumentReference/" + hidden).body());
    }

    private static List<String> names(HttpResponse<String> answer) {
        return answer.headers().map().keySet().stream().sorted().toList();
    }

    /// Without what is particular to one space.
    private static String shape(String body) {
        return body.replaceAll("\"(id|fullUrl|url|reference|value|lastUpdated|hash)\":\"[^\"]*\"", "\"$1\":\"\"")
                .replaceAll("\"size\":\\d+", "\"size\":0");
    }

    @Test
    @Requirement("ACC-03")
    void aBlockedDoctorIsRefusedEverywhere() throws IOException {
        Holder claire = holder();
        String id = deposited(claire, claire.biology(DAY));
        agreed(claire, DOCTOR);
        block(claire, DOCTOR);
        for (String path : List.of(
                search(claire, ""),
                "/DocumentReference/" + id,
                "/Binary/" + id,
                "/List?patient.identifier=" + INS + "%7C" + claire.ins(),
                "/Patient?identifier=" + INS + "%7C" + claire.ins())) {
            assertThat(refused(get(DOCTOR, path)).problem()).as(path).isEqualTo("ACCESS_REFUSED");
        }
        HttpResponse<String> emergency = send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(fhir() + search(claire, "")))
                        .header("Authorization", "Bearer " + token(DOCTOR))
                        .header("X-Mode-Acces", "bris_de_glace")
                        .header("X-Mode-Acces-Raison", "Inconscient"));
        assertThat(refused(emergency).problem()).isEqualTo("ACCESS_REFUSED");
    }

    @Test
    void aSpaceIsFoundByInsWithTheStateOfTheAgreement() {
        Holder claire = holder();
        String path = "/Patient?identifier=" + INS + "%7C" + claire.ins();
        assertThat(get(DOCTOR, path).body()).contains("NON_EXISTE").contains("\"active\":true");
        agreed(claire, DOCTOR);
        assertThat(get(DOCTOR, path).body()).contains("VALIDE");
        Bundle own = client(DOCTOR)
                .search()
                .forResource("Consent")
                .where(PATIENT.exactly().systemAndIdentifier(INS, claire.ins()))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(own.getTotal()).isEqualTo(1);
        Bundle patients = client(DOCTOR)
                .search()
                .forResource(Patient.class)
                .where(new TokenClientParam("identifier").exactly().systemAndIdentifier(INS, claire.ins()))
                .returnBundle(Bundle.class)
                .execute();
        String patient =
                patients.getEntryFirstRep().getResource().getIdElement().getIdPart();
        assertThat(get(DOCTOR, "/DocumentReference?patient=Patient/" + patient).body())
                .contains("\"total\":0");
        Holder closed = holder("CLOSED");
        String none =
                get(DOCTOR, "/Patient?identifier=" + INS + "%7C" + closed.ins()).body();
        assertThat(none).contains("\"total\":0").doesNotContain("entry");
        assertThat(refused(get(DOCTOR, path.substring(0, path.length() - 2) + "00"))
                        .problem())
                .isEqualTo("INS_INVALID");
        assertThat(refused(get(DOCTOR, "/Patient?identifier=urn:oid:1.2.3%7C" + claire.ins()))
                        .problem())
                .isEqualTo("INS_AUTHORITY_UNKNOWN");
    }

    @Test
    void aListCostsFewStatementsWhateverItsLength() throws IOException {
        Holder claire = holder();
        deposited(claire, claire.biology(DAY));
        agreed(claire, DOCTOR);
        int ofOne = statementsOfAList(claire, 1);
        for (int i = 1; i < 6; i++) {
            deposited(claire, claire.biology(DAY.minusDays(i)));
        }
        assertThat(statementsOfAList(claire, 6)).isEqualTo(ofOne).isLessThanOrEqualTo(6);
    }

    /// Whose space, its row security, its key and rights, the rows, a notice for the citizen, the trace.
    private int statementsOfAList(Holder holder, int total) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fhir() + search(holder, "&status=current")))
                .header("Authorization", "Bearer " + token(DOCTOR));
        send(HttpClient.newHttpClient(), request);
        sql.take();
        assertThat(send(HttpClient.newHttpClient(), request).body()).contains("\"total\":" + total);
        // jobs run beside: theirs are not of this request
        return (int) sql.take().stream()
                .filter(statement -> !statement.contains("scheduled_tasks") && !statement.contains("courier.letter"))
                .count();
    }

    @Test
    void whatIsKnownIsNotSentAgainAndVersionsAreKept() throws IOException {
        Holder claire = holder();
        String id = deposited(claire, claire.biology(DAY));
        agreed(claire, DOCTOR);
        HttpRequest.Builder known = HttpRequest.newBuilder(URI.create(fhir() + "/DocumentReference/" + id))
                .header("Authorization", "Bearer " + token(DOCTOR))
                .header("If-None-Match", "W/\"1\"");
        assertThat(send(HttpClient.newHttpClient(), known).statusCode()).isEqualTo(304);
        assertThat(get(DOCTOR, "/DocumentReference/" + id + "/_history/1").statusCode())
                .isEqualTo(200);
        assertThat(get(DOCTOR, "/DocumentReference/" + id + "/_history/9").statusCode())
                .isEqualTo(404);
        assertThat(get(DOCTOR, "/DocumentReference/" + id + "/_history").body()).contains("\"total\":1");
    }

    @Test
    void theServerSaysWhatItCanDoAndCanDoIt() {
        HttpResponse<String> answer =
                send(HttpClient.newHttpClient(), HttpRequest.newBuilder(URI.create(fhir() + "/metadata")));
        CapabilityStatement statement = FHIR.newJsonParser().parseResource(CapabilityStatement.class, answer.body());
        Holder claire = holder();
        agreed(claire, DOCTOR);
        statement.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals("DocumentReference"))
                .flatMap(resource -> resource.getSearchParam().stream())
                .filter(parameter -> !parameter.getName().startsWith("patient"))
                .forEach(parameter -> {
                    String value = switch (parameter.getName()) {
                        case "status" -> "current";
                        case "isArchived" -> "true";
                        default -> parameter.getType().toCode().equals("date") ? "2026" : "x";
                    };
                    assertThat(get(DOCTOR, search(claire, "&" + parameter.getName() + "=" + value))
                                    .statusCode())
                            .as(parameter.getName())
                            .isEqualTo(200);
                });
        assertThat(get(DOCTOR, "/Observation").statusCode()).isEqualTo(404);
        HttpResponse<String> removed = send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(fhir() + "/DocumentReference/x"))
                        .header("Authorization", "Bearer " + token(DOCTOR))
                        .DELETE());
        assertThat(removed.statusCode()).isEqualTo(405);
    }
}
