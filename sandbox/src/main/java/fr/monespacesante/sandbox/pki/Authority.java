package fr.monespacesante.sandbox.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// A certificate authority with elliptic keys (P-256).
final class Authority {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Identity identity;

    /// From when to when a certificate is good.
    record Validity(Instant from, Instant to) {
        static Validity of(Instant now, int days) {
            return new Validity(now.minus(1, ChronoUnit.HOURS), now.plus(days, ChronoUnit.DAYS));
        }
    }

    Authority(Identity identity) {
        this.identity = identity;
    }

    Identity identity() {
        return identity;
    }

    static Authority create(String name, Validity validity)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPair keys = newKeys();
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, "Bac à sable")
                .addRDN(BCStyle.CN, name)
                .build();
        X509v3CertificateBuilder builder = builder(subject, subject, keys, validity)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        return new Authority(new Identity(keys.getPrivate(), List.of(sign(builder, keys))));
    }

    /// For a program of a structure, to show when it calls.
    Identity client(String software, String structureId, String structureName, Validity validity)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, structureName)
                .addRDN(BCStyle.OU, structureId)
                .addRDN(BCStyle.CN, software)
                .build();
        return issue(subject, List.of(KeyPurposeId.id_kp_clientAuth), validity, null);
    }

    /// For a mail server that both answers and calls under its name, as the operators of MSSanté do.
    Identity mailServer(String owner, String name, Validity validity)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, owner)
                .addRDN(BCStyle.CN, name)
                .build();
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.dNSName, name));
        return issue(subject, List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth), validity, names);
    }

    /// For a server on this machine.
    Identity server(String owner, Validity validity)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, owner)
                .addRDN(BCStyle.CN, "localhost")
                .build();
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
        return issue(subject, List.of(KeyPurposeId.id_kp_serverAuth), validity, names);
    }

    private Identity issue(
            X500Name subject, List<KeyPurposeId> purposes, Validity validity, @Nullable GeneralNames names)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPair keys = newKeys();
        X509Certificate own = identity.certificate();
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        X509v3CertificateBuilder builder = builder(
                        X500Name.getInstance(own.getSubjectX500Principal().getEncoded()), subject, keys, validity)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)))
                .addExtension(
                        Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(keys.getPublic()))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(own.getPublicKey()));
        if (names != null) {
            builder.addExtension(Extension.subjectAlternativeName, false, names);
        }
        X509Certificate certificate = sign(builder, new KeyPair(own.getPublicKey(), identity.key()));
        return new Identity(keys.getPrivate(), List.of(certificate, own));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair keys, Validity validity) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM).add(BigInteger.ONE),
                Date.from(validity.from()),
                Date.from(validity.to()),
                subject,
                keys.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair by)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }
}
