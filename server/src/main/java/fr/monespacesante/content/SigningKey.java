package fr.monespacesante.content;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/// What the service signs its files with: a private key and its certificate, in one PEM file. An operator puts their
/// own there; without one, a key is made at the first start with a certificate that vouches for itself.
///
/// @param chain the signer's certificate first
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {
    private static final X500Name SELF = new X500Name("CN=Mon espace sante - files,O=Mon espace sante");
    private static final Period LASTING = Period.ofYears(10);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    public SigningKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a signing key comes with its certificate");
        }
    }

    /// The key of this file; made now when there is none.
    public static SigningKey in(Path file, SecureRandom random, Instant now) throws IOException {
        if (!Files.exists(file)) {
            make(file, random, now);
        }
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
                PEMParser pem = new PEMParser(text)) {
            return read(pem);
        } catch (GeneralSecurityException | IOException | RuntimeException unreadable) {
            throw new IOException(file + " holds no private key with its certificate, in PEM", unreadable);
        }
    }

    String algorithm() {
        return key.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }

    private static SigningKey read(PEMParser pem) throws IOException, GeneralSecurityException {
        PrivateKey key = null;
        List<X509Certificate> chain = new ArrayList<>();
        for (Object part = pem.readObject(); part != null; part = pem.readObject()) {
            switch (part) {
                case PrivateKeyInfo info -> key = new JcaPEMKeyConverter().getPrivateKey(info);
                case PEMKeyPair pair -> key = new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                case X509CertificateHolder certificate ->
                    chain.add(new JcaX509CertificateConverter().getCertificate(certificate));
                default -> throw new IOException("an unknown part");
            }
        }
        if (key == null) {
            throw new IOException("no private key");
        }
        return new SigningKey(key, chain);
    }

    private static void make(Path file, SecureRandom random, Instant now) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            pem.writeObject(new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()));
            pem.writeObject(vouched(pair, random, now));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("this platform makes no EC keys", e);
        }
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "signing",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text.toString(), StandardCharsets.US_ASCII);
        Files.move(fresh, file);
    }

    private static X509CertificateHolder vouched(KeyPair pair, SecureRandom random, Instant now)
            throws OperatorCreationException, IOException {
        Instant end = now.atOffset(ZoneOffset.UTC).plus(LASTING).toInstant();
        X509v3CertificateBuilder certificate = new X509v3CertificateBuilder(
                SELF,
                new BigInteger(120, random).setBit(120),
                new Time(new ASN1UTCTime(UTC_TIME.format(now))),
                new Time(new ASN1UTCTime(UTC_TIME.format(end))),
                SELF,
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        certificate.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    }

    @Override
    public String toString() {
        return "SigningKey[redacted]";
    }
}
