package fr.monespacesante.courier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands a message to the push service of a browser (RFC 8030). A service that says that the browser is gone
/// (404, 410) has the letter returned; one that will never take it (400, 413) has it dropped; any other
/// answer is tried again.
final class PushDelivery implements OneByOne.Delivery<Letter.Push> {
    private static final Logger LOG = LoggerFactory.getLogger(PushDelivery.class);

    private final Posting posting;
    private final PushServices services;
    private final WebPushEncryption encryption;
    private final Consumer<Letter.Push> returned;

    PushDelivery(Posting posting, PushServices services, WebPushEncryption encryption, Consumer<Letter.Push> returned) {
        this.posting = posting;
        this.services = services;
        this.encryption = encryption;
        this.returned = returned;
    }

    @Override
    public void deliver(Letter.Push letter) throws IOException {
        URI endpoint = URI.create(letter.to().endpoint());
        if (!services.mayBeReached(endpoint)) {
            LOG.warn("a push service is not among those that may be reached; the message was dropped");
            returned.accept(letter);
            return;
        }
        int status = posting.post(request(endpoint), sealed(letter));
        switch (status) {
            case 200, 201, 202, 204 -> {}
            case 404, 410 -> returned.accept(letter);
            case 400, 413 -> LOG.warn("a push service refused a message for good ({})", status);
            default -> throw new IOException("a push service answered " + status);
        }
    }

    /// `Topic` lets a newer message take the place of one that a browser that sleeps has not got yet: they
    /// say the same.
    private HttpRequest.Builder request(URI endpoint) {
        return HttpRequest.newBuilder(endpoint)
                .header("TTL", "86400")
                .header("Urgency", "normal")
                .header("Topic", "news")
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", services.authorization(endpoint));
    }

    private byte[] sealed(Letter.Push letter) throws IOException {
        try {
            return encryption.encrypt(letter.text().getBytes(StandardCharsets.UTF_8), letter.to());
        } catch (GeneralSecurityException e) {
            throw new IOException("a message could not be sealed for its browser", e);
        }
    }
}
