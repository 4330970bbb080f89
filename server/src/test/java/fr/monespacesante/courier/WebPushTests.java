package fr.monespacesante.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages to browsers: the published example of RFC 8291, the signature of RFC 8292, and whom we speak to.
@Requirement("NOT-02")
class WebPushTests {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final PushAddress EXAMPLE = new PushAddress(
            "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");

    private final PushServices services = TestPost.services(NOON);

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static KeyPair keys(String secret, String point) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return new KeyPair(
                WebPushEncryption.publicKey(bytes(point)),
                KeyFactory.getInstance("EC")
                        .generatePrivate(new ECPrivateKeySpec(
                                new BigInteger(1, bytes(secret)), curve.getParameterSpec(ECParameterSpec.class))));
    }

    @Test
    void theExampleOfTheStandardIsSealedByteForByte() throws GeneralSecurityException {
        KeyPair ours = keys(
                "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        byte[] sealed = WebPushEncryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
                EXAMPLE,
                ours,
                bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
                        + "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexS"
                        + "gSxsj_Qulcy4a-fN");
    }

    @Test
    void thePushServiceCanCheckWhoSendsAndForWhom() throws GeneralSecurityException {
        String header = services.authorization(URI.create("https://push.example.net/push/x"));
        assertThat(header).matches("vapid t=[\\w.-]+, k=[\\w-]{87}");
        String token = header.replaceFirst("vapid t=", "").replaceFirst(", k=.*", "");
        String[] parts = token.split("\\.");
        assertThat(new String(bytes(parts[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"aud\":\"https://push.example.net\",\"exp\":%d,\"sub\":\"mailto:a@b.test\"}"
                        .formatted(NOON.instant().plusSeconds(12 * 3600).getEpochSecond()));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(WebPushEncryption.publicKey(bytes(services.publicKey())));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(bytes(parts[2]))).isTrue();
    }

    @Test
    void theKeyIsMadeOnceAndKeptForItsOwnerAlone(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("keys/push.key");
        SecureRandom random = new SecureRandom();
        String first = VapidKey.in(file, "mailto:a@b.test", random).point();
        assertThat(VapidKey.in(file, "mailto:a@b.test", random).point()).isEqualTo(first);
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> VapidKey.in(file, "mailto:a@b.test", random))
                .rootCause()
                .hasMessageContaining("0600");
    }

    @Test
    @Requirement("SEC-04")
    void onlyThePushServicesOfBrowsersAreEverCalled() {
        for (String endpoint : List.of(
                "https://evil.example/push",
                "https://push.services.mozilla.com.evil.example/x",
                "http://updates.push.services.mozilla.com/x",
                "https://updates.push.services.mozilla.com:8443/x",
                "https://updates.push.services.mozilla.com@127.0.0.1/x",
                "https://user@updates.push.services.mozilla.com/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://169.254.169.254/latest",
                "http://localhost:2/push/x",
                "file:///etc/passwd",
                "no address",
                "")) {
            assertThat(services.check(endpoint, EXAMPLE.key(), EXAMPLE.secret()))
                    .as(endpoint)
                    .isEmpty();
        }
        assertThat(services.check(TestPost.SERVICE + "/1", EXAMPLE.key(), EXAMPLE.secret()))
                .isPresent();
    }

    @Test
    void aKeyThatIsNoPointOrASecretThatIsNoneIsNoAddress() {
        String beside = EXAMPLE.key().substring(0, 80) + "AAAAAAA";
        for (String key : List.of("", "BCVx", beside, "%%%")) {
            assertThat(services.check(TestPost.SERVICE + "/1", key, EXAMPLE.secret()))
                    .as(key)
                    .isEmpty();
        }
        assertThat(services.check(TestPost.SERVICE + "/1", EXAMPLE.key(), "AAAA"))
                .isEmpty();
    }

    @Test
    @Requirement("SEC-04")
    void addressesOfOurOwnNetworksAreKnownAsSuch() throws UnknownHostException {
        for (String inside : List.of(
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fd00::1",
                "fe80::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "ff02::1")) {
            assertThat(Hosts.isInside(InetAddress.getByName(inside))).as(inside).isTrue();
        }
        for (String outside : List.of("93.184.216.34", "2606:2800:220:1::1", "100.128.0.1")) {
            assertThat(Hosts.isInside(InetAddress.getByName(outside)))
                    .as(outside)
                    .isFalse();
        }
    }
}
