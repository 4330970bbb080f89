package fr.monespacesante.courier;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Posts something to a provider and looks at the status of the answer alone: no redirect is followed, no
/// body read, so that a provider can neither lead elsewhere nor hold us up.
final class Posting {
    private final HttpClient http;
    private final Duration patience;

    Posting(Duration patience) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience.dividedBy(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.patience = patience;
    }

    int post(HttpRequest.Builder request, byte[] body) throws IOException {
        HttpRequest whole = request.timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(whole, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a letter was handed over", e);
        }
    }
}
