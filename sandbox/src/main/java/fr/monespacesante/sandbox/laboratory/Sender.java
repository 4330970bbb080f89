package fr.monespacesante.sandbox.laboratory;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;

/// Posts documents to a service over mutual TLS, and tries again when it is told to wait or hears nothing.
///
/// Trying again is safe: the document carries the same uniqueId each time, so a deposit that had succeeded unheard is
/// answered as one that is already there.
final class Sender implements AutoCloseable {
    private static final int ATTEMPTS = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final FhirContext fhir = FhirContext.forR4();
    private final HttpClient http;
    private final URI base;
    private final Payload.Mode mode;
    private final Clock clock;
    private final Pause pause;

    Sender(URI base, Payload.Mode mode, SSLContext tls, Clock clock, Pause pause) {
        this.base = base;
        this.mode = mode;
        this.clock = clock;
        this.pause = pause;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        fhir.setParserErrorHandler(new LenientErrorHandler(false));
    }

    /// What became of a document.
    sealed interface Result {
        record Sent() implements Result {}

        record AlreadyThere() implements Result {}

        /// @param status of the answer, 0 when there was none
        record Refused(int status, String reason) implements Result {}
    }

    /// Waiting, so that a test need not.
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    Result send(SourceDocument document, Path file) throws InterruptedException {
        Payload payload = Payload.of(mode, fhir, document, file, clock.instant());
        Result result = new Result.Refused(0, "no answer");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Duration wait = Duration.ofMillis(250L << attempt);
            try {
                HttpResponse<String> answer = http.send(request(payload), BodyHandlers.ofString());
                int status = answer.statusCode();
                if (status != 503 && status != 429) {
                    return read(answer);
                }
                result = new Result.Refused(status, "the service asked to wait " + attempt + " times");
                wait = asked(answer, wait);
            } catch (IOException e) {
                result = new Result.Refused(0, "no answer: " + e.getClass().getSimpleName() + " " + e.getMessage());
            }
            if (attempt < ATTEMPTS) {
                pause.last(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
            }
        }
        return result;
    }

    private HttpRequest request(Payload payload) {
        return HttpRequest.newBuilder(URI.create(base + mode.path()))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/fhir+json; charset=utf-8")
                .header("Accept", "application/fhir+json")
                .POST(payload.body())
                .build();
    }

    private static Duration asked(HttpResponse<String> answer, Duration otherwise) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(otherwise);
    }

    private Result read(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 300) {
            return new Result.Refused(status, reason(answer.body()));
        }
        boolean created = mode == Payload.Mode.ITI105 ? status == 201 : wasCreated(answer.body());
        return created ? new Result.Sent() : new Result.AlreadyThere();
    }

    /// A transaction answers 200 as a whole and says for each entry whether it was created now (201) or before (200).
    private boolean wasCreated(String body) {
        try {
            return fhir.newJsonParser().parseResource(Bundle.class, body).getEntry().stream()
                    .anyMatch(entry -> {
                        String status = entry.getResponse().getStatus();
                        return status != null && status.startsWith("201");
                    });
        } catch (DataFormatException e) {
            return true;
        }
    }

    private String reason(String body) {
        try {
            return fhir.newJsonParser().parseResource(OperationOutcome.class, body).getIssue().stream()
                    .map(Sender::text)
                    .collect(Collectors.joining("; "));
        } catch (DataFormatException e) {
            return body.length() > 200 ? body.substring(0, 200) : body;
        }
    }

    private static String text(OperationOutcome.OperationOutcomeIssueComponent issue) {
        String said = issue.hasDiagnostics()
                ? issue.getDiagnostics()
                : issue.getDetails().getText();
        String where = issue.getExpression().stream().map(e -> e.getValue()).collect(Collectors.joining(", "));
        String what = said == null ? String.valueOf(issue.getCode()) : said;
        return where.isEmpty() ? what : what + " (" + where + ")";
    }

    @Override
    public void close() {
        http.close();
    }
}
