package fr.monespacesante.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeJourneyTests extends FhirTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final String LABELS = "DocumentReference.securityLabel";
    private static final CodeableConcept MASKED = new CodeableConcept(
            new Coding("urn:oid:1.2.250.1.213.1.1.4.13", "MASQUE_PS", "Masqué aux professionnels de santé"));

    private static Parameters patch(String type, String path, @Nullable String name, @Nullable Type value) {
        Parameters parameters = new Parameters();
        var operation = parameters.addParameter().setName("operation");
        operation.addPart().setName("type").setValue(new CodeType(type));
        operation.addPart().setName("path").setValue(new StringType(path));
        if (name != null) {
            operation.addPart().setName("name").setValue(new StringType(name));
        }
        if (value != null) {
            operation.addPart().setName("value").setValue(value);
        }
        return parameters;
    }

    private HttpResponse<String> send(String certificate, String path, Parameters patch, @Nullable String ifMatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(softwareFhir() + path))
                .header("Content-Type", "application/fhir+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(json(patch)));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(software(certificate), request);
    }

    @Test
    @Requirement("DOC-11")
    void theStructureHidesArchivesAndSupersedesWhatItFed() throws IOException {
        Holder claire = holder();
        String path = "/DocumentReference/" + deposited(claire, claire.biology(DAY));
        HttpResponse<String> masked =
                send(LABORATORY, path, patch("add", "DocumentReference", "securityLabel", MASKED), "W/\"1\"");
        assertThat(masked.statusCode()).as(masked.body()).isEqualTo(200);
        assertThat(masked.body()).contains("MASQUE_PS");
        assertThat(masked.headers().firstValue("ETag")).contains("W/\"2\"");
        HttpResponse<String> late = send(LABORATORY, path, patch("delete", LABELS + "[1]", null, null), "W/\"1\"");
        assertThat(refused(late).status()).isEqualTo(412);
        HttpResponse<String> shown = send(
                LABORATORY, path, patch("delete", LABELS + ".where(coding.code = 'MASQUE_PS')", null, null), "W/\"2\"");
        assertThat(shown.body()).doesNotContain("MASQUE_PS");
        HttpResponse<String> archived = send(
                LABORATORY,
                path,
                patch(
                        "replace",
                        "DocumentReference.extension.where(url = '" + DocumentReferenceJson.IS_ARCHIVED + "').value",
                        null,
                        new BooleanType(true)),
                null);
        assertThat(archived.body()).as(archived.body()).contains("\"valueBoolean\":true");
        HttpResponse<String> superseded = send(
                LABORATORY, path, patch("replace", "DocumentReference.status", null, new CodeType("superseded")), null);
        assertThat(superseded.body()).contains("\"superseded\"");
    }

    @Test
    @Requirement("DOC-11")
    void everythingElseIsRefusedWithAReason() throws IOException {
        Holder claire = holder();
        String path = "/DocumentReference/" + deposited(claire, claire.biology(DAY));
        HttpResponse<String> title = send(
                LABORATORY,
                path,
                patch("replace", "DocumentReference.description", null, new StringType("autre")),
                null);
        assertThat(refused(title)).isEqualTo(new Problematic(405, "CHANGE_NOT_ALLOWED", "Parameters.parameter[0]"));
        HttpResponse<String> unknown = send(
                LABORATORY,
                path,
                patch("replace", "DocumentReference.status", null, new CodeType("entered-in-error")),
                null);
        assertThat(unknown.statusCode()).isEqualTo(422);
        HttpResponse<String> other = send(
                "hospital.p12",
                path,
                patch("replace", "DocumentReference.status", null, new CodeType("superseded")),
                null);
        assertThat(other.statusCode()).isEqualTo(403);
        HttpResponse<String> json = send(
                software(LABORATORY),
                HttpRequest.newBuilder(URI.create(softwareFhir() + path))
                        .header("Content-Type", "application/json-patch+json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("[]")));
        assertThat(json.statusCode()).isEqualTo(415);
    }

    @Test
    @Requirement("DOC-07")
    void deletingIsFinalAndTheMakersAlone() throws IOException {
        Holder claire = holder();
        String id = deposited(claire, claire.biology(DAY));
        Parameters delete = patch(
                "replace",
                "DocumentReference.extension('" + DocumentReferenceJson.IS_DELETED + "').value",
                null,
                new BooleanType(true));
        assertThat(send("hospital.p12", "/DocumentReference/" + id, delete, null)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> deleted = send(LABORATORY, "/DocumentReference/" + id, delete, null);
        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(200);
        agreed(claire, DOCTOR);
        assertThat(get(DOCTOR, "/DocumentReference/" + id).statusCode()).isEqualTo(404);
        assertThat(get(DOCTOR, "/Binary/" + id).statusCode()).isEqualTo(404);
        assertThat(get(DOCTOR, search(claire, "")).body()).contains("\"total\":0");
    }

    @Test
    void aDocumentIsChangedByItsBusinessIdentifier() throws IOException {
        Holder claire = holder();
        deposited(claire, claire.biology(DAY));
        String unique = claire.describe(claire.biology(DAY)).uniqueId();
        String path = "/DocumentReference?patient.identifier=" + INS + "%7C" + claire.ins()
                + "&identifier=urn:ietf:rfc:3986%7Curn:oid:"
                + java.net.URLEncoder.encode(unique, java.nio.charset.StandardCharsets.UTF_8);
        HttpResponse<String> changed = send(LABORATORY, path, patch("insert", LABELS, null, MASKED), null);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body()).contains("MASQUE_PS");
    }
}
