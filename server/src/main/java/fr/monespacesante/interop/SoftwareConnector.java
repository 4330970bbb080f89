package fr.monespacesante.interop;

import fr.monespacesante.kernel.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/// A second port, for mutual TLS (AUT-04): it asks for a client certificate and takes only those of the trusted
/// authorities, in their time; another certificate ends the handshake. Who shows none is told so by the channel.
public final class SoftwareConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final SoftwareProperties properties;
    private @Nullable Connector connector;

    SoftwareConnector(SoftwareProperties properties) {
        this.properties = properties;
    }

    /// Where it listens; -1 when it does not.
    public int port() {
        Connector open = connector;
        return open == null ? -1 : open.getLocalPort();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Path keyStore = properties.keyStore();
        Path authority = properties.trustedAuthority();
        if (keyStore == null) {
            return;
        }
        if (authority == null) {
            throw new IllegalStateException("mes.software.key-store needs mes.software.trusted-authority");
        }
        try {
            Connector opened = connector(keyStore, authority);
            connector = opened;
            factory.addAdditionalConnectors(opened);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificates of the software port cannot be read", e);
        }
    }

    private Connector connector(Path keyStore, Path authority) throws IOException, GeneralSecurityException {
        Secret<String> secret = properties.keyStorePassword();
        String password = secret == null ? "" : secret.reveal();
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            own.load(in, password.toCharArray());
        }
        SSLHostConfig tls = new SSLHostConfig();
        tls.setProtocols("TLSv1.2+TLSv1.3");
        tls.setCertificateVerification("optional");
        tls.setTrustStore(trusted(authority));
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(own);
        certificate.setCertificateKeystorePassword(password);
        tls.addCertificate(certificate);
        Connector software = new Connector("HTTP/1.1");
        software.setPort(properties.port());
        software.setScheme("https");
        software.setSecure(true);
        software.setProperty("SSLEnabled", "true");
        software.addSslHostConfig(tls);
        if (software.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setConnectionTimeout(20_000);
        }
        return software;
    }

    private static KeyStore trusted(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int count = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + count++, authority);
            }
        }
        return store;
    }
}
