package fr.monespacesante.sandbox.laboratory;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority for one test, with a certificate for the server and one for the laboratory.
final class TestCertificates {
    static final char[] PASSWORD = "sandbox".toCharArray();

    private final KeyPair authorityKeys = keys();
    private final X509Certificate authority = certificate("CN=Test authority", authorityKeys, authorityKeys, true);
    private final Path folder;

    TestCertificates(Path folder) throws Exception {
        this.folder = folder;
    }

    Path authorityFile() throws Exception {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Files.write(folder.resolve("ca.pem"), pem.getBytes(StandardCharsets.US_ASCII));
    }

    Path clientFile() throws Exception {
        Path file = folder.resolve("labosoft.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store("CN=LaboSoft,O=1310098765").store(out, PASSWORD);
        }
        return file;
    }

    SSLContext server() throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store("CN=localhost"), PASSWORD);
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("authority", authority);
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }

    private KeyStore store(String name) throws Exception {
        KeyPair keys = keys();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {certificate(name, keys, authorityKeys, false), authority};
        store.setKeyEntry("own", keys.getPrivate(), PASSWORD, chain);
        return store;
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(String name, KeyPair keys, KeyPair signer, boolean authority)
            throws Exception {
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                        new X500Name("CN=Test authority"),
                        new BigInteger(64, new java.security.SecureRandom()),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(Duration.ofDays(1))),
                        new X500Name(name),
                        keys.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (name.equals("CN=localhost")) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    }
}
