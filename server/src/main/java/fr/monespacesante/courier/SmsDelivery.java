package fr.monespacesante.courier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import tools.jackson.databind.json.JsonMapper;

final class SmsDelivery implements OneByOne.Delivery<Letter.Sms> {
    private final JsonMapper json = new JsonMapper();
    private final Posting posting;
    private final URI gateway;

    SmsDelivery(Posting posting, URI gateway) {
        this.posting = posting;
        this.gateway = gateway;
    }

    @Override
    public void deliver(Letter.Sms letter) throws IOException {
        int status = posting.post(
                HttpRequest.newBuilder(gateway).header("Content-Type", "application/json"),
                json.writeValueAsBytes(letter));
        if (status / 100 != 2) {
            throw new IOException("the text message gateway answered " + status);
        }
    }
}
