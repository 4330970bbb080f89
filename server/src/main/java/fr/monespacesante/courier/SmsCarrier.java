package fr.monespacesante.courier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

final class SmsCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http;
    private final URI gateway;

    SmsCarrier(HttpClient http, URI gateway) {
        this.http = http;
        this.gateway = gateway;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public int load() {
        return 1;
    }

    @Override
    public void carry(List<Parcel> parcels) throws IOException {
        for (Parcel parcel : parcels) {
            HttpRequest request = HttpRequest.newBuilder(gateway)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(parcel.letter())))
                    .build();
            try {
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status / 100 != 2) {
                    throw new IOException("the text message gateway answered " + status);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a text message was sent", e);
            }
        }
    }
}
