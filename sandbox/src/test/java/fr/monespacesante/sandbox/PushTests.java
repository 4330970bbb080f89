package fr.monespacesante.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.sandbox.push.Device;
import fr.monespacesante.sandbox.push.PushInbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the push service refuses; the service's own tests show what it takes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushTests {
    private final RunningSandbox sandbox = RunningSandbox.start();
    private final PushInbox inbox = sandbox.push();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    void close() {
        sandbox.close();
    }

    private int send(String endpoint, String authorization) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(endpoint))
                                .header("TTL", "60")
                                .header("Content-Encoding", "aes128gcm")
                                .header("Authorization", authorization)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[120]))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aMessageThatNobodySignedIsRefused() throws Exception {
        Device device = inbox.subscribe();
        String endpoint = inbox.endpoint(device);
        assertThat(send(endpoint, "Bearer x")).isEqualTo(403);
        assertThat(send(endpoint, "vapid t=a.b.c, k=" + device.key())).isEqualTo(403);
        assertThat(inbox.messages(device)).isEmpty();
    }

    @Test
    void aBrowserThatIsUnknownGoneOrAwayForAWhileIsSaidToBe() throws Exception {
        Device device = inbox.subscribe();
        assertThat(send(sandbox.url() + "/push/nobody", "x")).isEqualTo(404);
        inbox.outage().last(Duration.ofMinutes(1));
        assertThat(send(inbox.endpoint(device), "x")).isEqualTo(429);
        inbox.outage().end();
        device.goAway();
        assertThat(send(inbox.endpoint(device), "x")).isEqualTo(410);
    }

    @Test
    void aSubscriptionIsWhatABrowserWouldSay() throws Exception {
        Browser browser = Browser.at(sandbox.url());
        assertThat(browser.get("/push").body()).contains("Notifications reçues");
        Device device = inbox.subscribe();
        assertThat(Base64.getUrlDecoder().decode(device.key())).hasSize(65);
        assertThat(Base64.getUrlDecoder().decode(device.secret())).hasSize(16);
    }
}
