package fr.monespacesante.journey;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import fr.monespacesante.interop.Callers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/// A professional at the keyboard of ordinary software: a HAPI client with a token of Pro Santé Connect.
final class Doctor {
    static final String LEFEVRE = "10001234567";

    private static final FhirContext FHIR = FhirContext.forR4();

    private final String base;
    private final String token;
    private final IGenericClient client;
    private final HttpClient http = HttpClient.newHttpClient();

    Doctor(World world, Node node, String rpps) {
        this.base = node.origin() + "/fhir";
        this.token = world.token(rpps);
        FHIR.getRestfulClientFactory().setSocketTimeout(60_000);
        this.client = FHIR.newRestfulGenericClient(base);
        client.registerInterceptor(new BearerTokenAuthInterceptor(token));
    }

    /// What an answer is, its date aside.
    record Answer(int status, Map<String, List<String>> headers, String body) {}

    void declaresConsent(Someone patient) {
        client.create().resource(consent(patient)).execute();
    }

    static Consent consent(Someone patient) {
        Consent consent = new Consent();
        consent.setStatus(Consent.ConsentState.ACTIVE);
        consent.getScope()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/consentscope")
                .setCode("patient-privacy");
        consent.addCategory().addCoding().setSystem("http://loinc.org").setCode("59284-0");
        consent.setPatient(new Reference()
                .setType("Patient")
                .setIdentifier(new Identifier()
                        .setSystem("urn:oid:" + patient.person().authority())
                        .setValue(patient.ins())));
        return consent;
    }

    /// ITI-67.
    List<DocumentReference> finds(Someone patient) {
        return client
                .search()
                .forResource(DocumentReference.class)
                .where(new TokenClientParam("patient.identifier")
                        .exactly()
                        .systemAndIdentifier("urn:oid:" + patient.person().authority(), patient.ins()))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> (DocumentReference) entry.getResource())
                .toList();
    }

    /// ITI-68.
    byte[] fetches(DocumentReference document) {
        String address = document.getContentFirstRep().getAttachment().getUrl();
        return client.read().resource(Binary.class).withUrl(address).execute().getContent();
    }

    /// The same search as a bare request.
    Answer searches(Someone patient) throws IOException, InterruptedException {
        return gets("/DocumentReference?patient.identifier=urn:oid:"
                + patient.person().authority() + "%7C" + patient.ins());
    }

    /// Breaks the glass and looks at the list.
    Answer inAnEmergency(Someone patient, String reason) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + "/DocumentReference?patient.identifier=urn:oid:"
                        + patient.person().authority() + "%7C" + patient.ins()))
                .header(Callers.ACCESS_MODE, "bris_de_glace")
                .header(Callers.ACCESS_REASON, reason)
                .GET());
    }

    Answer gets(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    Answer posts(String path, Resource resource) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(FHIR.newJsonParser().encodeResourceToString(resource))));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.header("Authorization", "Bearer " + token)
                        .header("Accept", "application/fhir+json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return new Answer(answer.statusCode(), headers, answer.body());
    }
}
