package fr.monespacesante.interop.mssante;

import fr.monespacesante.kernel.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// The service's certificate, and the authorities whose certificates it believes, for both directions.
final class MssanteTls {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final SSLContext context;

    private MssanteTls(SSLContext context) {
        this.context = context;
    }

    /// @throws IllegalStateException when a file is missing or cannot be read
    static MssanteTls of(MssanteProperties properties) {
        Path keyStore = properties.keyStore();
        Path authority = properties.trustedAuthority();
        if (keyStore == null || authority == null) {
            throw new IllegalStateException("mes.mssante.key-store needs mes.mssante.trusted-authority");
        }
        Secret<String> secret = properties.keyStorePassword();
        char[] password = secret == null ? new char[0] : secret.reveal().toCharArray();
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keyStore(keyStore, password), password);
            TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            others.init(trusted(authority));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), others.getTrustManagers(), null);
            return new MssanteTls(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificates of secure messaging cannot be read", e);
        }
    }

    /// The server's side of a connection that asked for TLS: who shows no certificate, or one that is
    /// not vouched for, gets no further than the handshake.
    SSLSocket answering(Socket socket) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        tls.setUseClientMode(false);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setNeedClientAuth(true);
        parameters.setProtocols(VERSIONS);
        parameters.setUseCipherSuitesOrder(true);
        tls.setSSLParameters(parameters);
        return tls;
    }

    SSLSocketFactory calling() {
        return context.getSocketFactory();
    }

    private static KeyStore keyStore(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
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
        if (store.size() == 0) {
            throw new IOException("no authority");
        }
        return store;
    }
}
