package fr.monespacesante.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.monespacesante.sandbox.pki.Pki;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The certificate files, as Java's own TLS sees them.
class PkiTests {
    @TempDir
    Path directory = Path.of("");

    @Test
    void eachProgramHasACertificateThatNamesItsStructure() throws Exception {
        write();
        assertThat(leaf("laboratory.p12").getSubjectX500Principal().getName())
                .isEqualTo("CN=LaboSoft,OU=1310098765,O=Laboratoire des Minimes,C=FR");
        for (String file :
                List.of("server.p12", "laboratory.p12", "laboratory-2.p12", "hospital.p12", "practice.p12")) {
            validate(file);
        }
        assertThat(leaf("server.p12").getSubjectAlternativeNames())
                .anyMatch(name -> name.contains("localhost"))
                .anyMatch(name -> name.contains("127.0.0.1"));
        assertThat(Files.readString(directory.resolve("ca.crt"))).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void anOperatorIsKnownByTheDnsNameInItsCertificate() throws Exception {
        write();
        for (String file : List.of("mssante.p12", "mailboxes.p12", "operator.p12", "operator-2.p12")) {
            validate(file);
        }
        assertThat(leaf("operator.p12").getSubjectAlternativeNames())
                .singleElement()
                .asString()
                .contains(Pki.OPERATOR);
        assertThat(leaf("operator.p12").getExtendedKeyUsage()).hasSize(2);
        assertThat(leaf("mssante.p12").getSubjectAlternativeNames())
                .singleElement()
                .asString()
                .contains("patient.mssante.fr");
        assertThatExceptionOfType(CertPathValidatorException.class).isThrownBy(() -> validate("operator-stranger.p12"));
        assertThatExceptionOfType(CertPathValidatorException.class).isThrownBy(() -> validate("operator-expired.p12"));
    }

    @Test
    void theExpiredAndTheStrangerAreNotValid() throws Exception {
        write();
        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate("expired.p12"))
                .matches(refused -> refused.getReason() == CertPathValidatorException.BasicReason.EXPIRED);
        assertThatExceptionOfType(CertPathValidatorException.class).isThrownBy(() -> validate("stranger.p12"));
        assertThat(leaf("stranger.p12").getIssuerX500Principal())
                .isEqualTo(leaf("laboratory.p12").getIssuerX500Principal());
    }

    @Test
    void mutualTlsWorksWithTheFilesAndRefusesTheOthers() throws Exception {
        write();
        assertThat(callWith("laboratory.p12")).isEqualTo("1310098765");
        assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> callWith("expired.p12"));
        assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> callWith("stranger.p12"));
    }

    @Test
    void aSecondRunChangesNothingAndAMissingFileComesBack() throws Exception {
        write();
        Map<String, byte[]> first = contents();
        write();
        assertThat(contents()).containsExactlyInAnyOrderEntriesOf(first);

        Files.delete(directory.resolve("hospital.p12"));
        write();
        validate("hospital.p12");
        assertThat(Files.readAllBytes(directory.resolve("laboratory.p12"))).isEqualTo(first.get("laboratory.p12"));
    }

    @Test
    void certificatesOfALostAuthorityAreMadeAnew() throws Exception {
        write();
        Files.delete(directory.resolve("ca.p12"));
        write();
        validate("laboratory.p12");
        validate("server.p12");
    }

    private void write() throws IOException {
        Pki.write(directory, Clock.systemUTC());
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private KeyStore store(String file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(directory.resolve(file))) {
            store.load(bytes, Pki.PASSWORD.toCharArray());
        }
        return store;
    }

    private X509Certificate leaf(String file) throws Exception {
        return (X509Certificate) store(file).getCertificate("sandbox");
    }

    private void validate(String file) throws Exception {
        Certificate leaf = store(file).getCertificateChain("sandbox")[0];
        PKIXParameters parameters = new PKIXParameters(store("truststore.p12"));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf)), parameters);
    }

    /// Opens a connection as the holder of this file; answers the structure number the server saw.
    private String callWith(String file) throws Exception {
        SSLContext server = context("server.p12");
        try (ExecutorService one = Executors.newSingleThreadExecutor();
                SSLServerSocket listening =
                        (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0)) {
            listening.setNeedClientAuth(true);
            Callable<String> accepting = () -> {
                try (SSLSocket socket = (SSLSocket) listening.accept()) {
                    socket.startHandshake();
                    X509Certificate caller =
                            (X509Certificate) socket.getSession().getPeerCertificates()[0];
                    socket.getOutputStream().write(1);
                    return caller.getSubjectX500Principal().getName().replaceAll(".*OU=(\\d+).*", "$1");
                }
            };
            Future<String> seen = one.submit(accepting);
            Optional<IOException> failure = call(file, listening.getLocalPort());
            String structure = answerOf(seen);
            assertThat(failure).isEmpty();
            return structure;
        }
    }

    private Optional<IOException> call(String file, int port) throws Exception {
        try (SSLSocket socket = (SSLSocket) context(file).getSocketFactory().createSocket("localhost", port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            assertThat(socket.getInputStream().read()).isEqualTo(1);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    /// What the server says counts: the client may see the alert, or only a connection cut.
    private static String answerOf(Future<String> seen) throws Exception {
        try {
            return seen.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SSLHandshakeException refused ? refused : e;
        }
    }

    private SSLContext context(String file) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(file), Pki.PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store("truststore.p12"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
