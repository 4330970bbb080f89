package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.monespacesante.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Forged proofs of who is asking: access tokens and certificates.
@Requirement("SEC-04")
@Requirement("AUT-04")
class TokenAttackTests extends AttackTest {
    private Holder claire;

    @BeforeAll
    void aSpaceThatADoctorMayRead() {
        claire = holder("MARTIN");
        deposited(claire, "Compte rendu");
        agreed(claire, DOCTOR);
    }

    private Intruder.Answer search(Intruder who) {
        return who.get("/fhir/DocumentReference?patient.identifier=" + claire.patient());
    }

    private Intruder.Answer shown(String token) {
        return search(program().with("Authorization", "Bearer " + token));
    }

    @Test
    void theTrueTokenOpens() {
        assertThat(shown(token(DOCTOR)).status()).isEqualTo(200);
    }

    @Test
    void noForgedTokenOpens() throws JOSEException, ParseException {
        SignedJWT good = SignedJWT.parse(token(DOCTOR));
        JWTClaimsSet claims = good.getJWTClaimsSet();
        RSAKey published = published();
        RSAKey own = new RSAKeyGenerator(2048).keyID(published.getKeyID()).generate();
        String[] parts = good.serialize().split("\\.");
        String other =
                new JWTClaimsSet.Builder(claims).subject("another").build().toString();
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("alg none", new PlainJWT(claims).serialize());
        forged.put("alg none, in other letters", encoded("{\"alg\":\"nOnE\"}") + "." + parts[1] + ".");
        forged.put("without its signature", parts[0] + "." + parts[1] + ".");
        forged.put(
                "HS256 with the public key",
                hmac(claims, published.toRSAPublicKey().getEncoded(), published));
        forged.put("HS256 with the modulus", hmac(claims, published.getModulus().decode(), published));
        forged.put("another key under the same kid", signed(claims, own, own.getKeyID()));
        forged.put("another key under another kid", signed(claims, own, "mine"));
        forged.put("its own key in the header", embedded(claims, own));
        forged.put("another content, same signature", parts[0] + "." + encoded(other) + "." + parts[2]);
        forged.put("two tokens in one", good.serialize() + "." + parts[2]);
        forged.put("null", "null");
        forged.put("a very long one", "e".repeat(7_000));
        forged.forEach((how, token) -> {
            Intruder.Answer answer = shown(token);
            assertThat(answer.status()).as(how).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(how).contains("invalid_token");
            assertThat(answer.body()).as(how).doesNotContain("MARTIN", "signature", "Exception");
        });
    }

    @Test
    void aTrueTokenForAnotherProgramOrOfAnotherTimeDoesNotOpen() {
        assertThat(shown(WORLD.professionalToken(DOCTOR, "logicabinet", Duration.ofMinutes(-2)))
                        .status())
                .isEqualTo(401);
        assertThat(shown(WORLD.professionalToken(DOCTOR, "mon-espace-sante", Duration.ofMinutes(5)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenIsNotTakenFromAnAddressAFormOrACookie() {
        String token = token(DOCTOR);
        assertThat(program()
                        .get("/fhir/DocumentReference?patient.identifier=" + claire.patient() + "&access_token="
                                + token)
                        .status())
                .isEqualTo(401);
        Intruder browser = program();
        browser.cookies().put("access_token", token);
        browser.cookies().put("Authorization", "Bearer%20" + token);
        assertThat(search(browser).status()).isEqualTo(401);
    }

    @Test
    void aPlaceOfWorkThatTheProviderDoesNotVouchForIsRefused() {
        Intruder doctor = professional(DOCTOR).with("X-Structure", "1310055555");
        assertThat(search(doctor).status()).isBetween(400, 403);
    }

    @Test
    void certificatesOfAnotherAuthorityOrOfThePastEndTheHandshake() {
        for (String certificate : new String[] {"stranger.p12", "expired.p12"}) {
            assertThatThrownBy(() -> search(structure(certificate)))
                    .as(certificate)
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aTokenDoesNotMakeACertificateReadNorTheOtherWayRound() {
        assertThat(search(structure(LABORATORY)).status()).isEqualTo(403);
        Intruder both = structure(LABORATORY).with("Authorization", "Bearer forged.token.here");
        assertThat(search(both).status()).isEqualTo(401);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String hmac(JWTClaimsSet claims, byte[] key, RSAKey published) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(published.getKeyID())
                        .build(),
                claims);
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, String kid) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String embedded(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        JWTClaimsSet later = new JWTClaimsSet.Builder(claims)
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwk(key.toPublicJWK())
                        .jwkURL(URI.create("http://127.0.0.1:9/keys"))
                        .keyID("../../mine")
                        .build(),
                later);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    /// The key that the provider publishes.
    private static RSAKey published() {
        try {
            String discovered = Intruder.at(WORLD.url())
                    .get("/psc/.well-known/openid-configuration")
                    .body();
            String jwks = discovered.replaceFirst("(?s).*\"jwks_uri\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            return JWKSet.load(URI.create(jwks).toURL()).getKeys().getFirst().toRSAKey();
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
