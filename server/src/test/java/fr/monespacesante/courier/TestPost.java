package fr.monespacesante.courier;

import fr.monespacesante.access.TestDoors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// The outbox of a test and what waits in it, and push services that a test may name.
public final class TestPost {
    public static final String SERVICE = "http://localhost:1/push";

    public final Outbox outbox;
    public final PushServices services;

    private final TestDoors house;

    public TestPost(TestDoors house, Clock clock) {
        this.house = house;
        this.outbox =
                new Outbox(new JdbcTemplate(house.database.application()), house.vault.ofDirectory(), house.ids, clock);
        this.services = services(clock);
    }

    static PushServices services(Clock clock) {
        try {
            Path key = Files.createTempDirectory("push").resolve("push.key");
            PushProperties properties = new PushProperties(
                    key, "mailto:a@b.test", List.of("push.services.mozilla.com"), URI.create(SERVICE));
            SecureRandom random = new SecureRandom();
            return new PushServices(
                    VapidKey.in(key, properties.contact(), random), new WebPushEncryption(random), properties, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a browser would say of itself.
    public static PushAddress browser(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return new PushAddress(
                    SERVICE + "/" + name,
                    base64.encodeToString(WebPushEncryption.point((ECPublicKey) pair.getPublic())),
                    base64.encodeToString(new byte[16]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What waits to leave, oldest first; the outbox is empty after.
    public List<Letter> take() {
        List<Letter> waiting = house.client
                .sql("select letter_id, channel, sealed from courier.letter order by letter_id")
                .query((row, number) -> {
                    Letter letter = house.vault
                            .ofDirectory()
                            .open(
                                    Outbox.place(row.getObject("letter_id", UUID.class)),
                                    row.getBytes("sealed"),
                                    Channel.valueOf(row.getString("channel")).type());
                    return letter;
                })
                .list();
        house.client.sql("delete from courier.letter").update();
        return waiting;
    }
}
