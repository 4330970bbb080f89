package fr.monespacesante.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A doctor's software: a token of the sandbox's Pro Santé Connect, and what it asks of the service with it.
final class Doctor {
    private static final String LEFEVRE = "10001234567";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern BINARY = Pattern.compile("/fhir(/Binary/[A-Za-z0-9.-]+)");

    private final String authorization;

    private Doctor(String token) {
        this.authorization = "Authorization: Bearer " + token;
    }

    static Doctor signIn(int sandboxPort) throws IOException {
        try (Connection connection = new Connection(sandboxPort, null)) {
            Connection.Response answer = connection.post(
                    "/psc/sandbox/token?person=" + LEFEVRE + "&client=logicabinet&expires_in=86400", new byte[0]);
            Matcher token = TOKEN.matcher(answer.text());
            if (!token.find()) {
                throw new IOException("no token from the sandbox: " + answer.status());
            }
            return new Doctor(token.group(1));
        }
    }

    /// Declares that the patient agrees, until a year from now at most.
    void declare(Connection connection, Patient patient, String until) throws IOException {
        String consent = """
                {"resourceType":"Consent","status":"active",
                 "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"patient-privacy"}]},
                 "category":[{"coding":[{"system":"http://loinc.org","code":"59284-0"}]}],
                 "patient":{"identifier":{"system":"urn:oid:%s","value":"%s"}},
                 "provision":{"type":"permit","period":{"end":"%s"}}}
                """.formatted(Patient.AUTHORITY, patient.ins(), until);
        Connection.Response answer = connection.post(
                "/fhir/Consent",
                consent.getBytes(StandardCharsets.UTF_8),
                authorization,
                "Content-Type: application/fhir+json");
        if (!answer.isGood()) {
            throw new IOException("the agreement was refused: " + answer.status() + " " + answer.text());
        }
    }

    Connection.Response list(Connection connection, Patient patient, String more) throws IOException {
        return connection.get(
                "/fhir/DocumentReference?patient.identifier=urn%3Aoid%3A" + Patient.AUTHORITY + "%7C" + patient.ins()
                        + "&status=current&_sort=-date" + more,
                authorization,
                "Accept: application/fhir+json");
    }

    Connection.Response fetch(Connection connection, String path) throws IOException {
        return connection.get(path, authorization, "Accept: */*");
    }

    /// Where the documents of a space can be fetched.
    List<String> binaries(Connection connection, Patient patient) throws IOException {
        Connection.Response answer = list(connection, patient, "");
        if (!answer.isGood()) {
            throw new IOException("the list was refused: " + answer.status() + " " + answer.text());
        }
        List<String> found = new ArrayList<>();
        Matcher matcher = BINARY.matcher(answer.text());
        while (matcher.find()) {
            found.add("/fhir" + matcher.group(1));
        }
        return found;
    }
}
