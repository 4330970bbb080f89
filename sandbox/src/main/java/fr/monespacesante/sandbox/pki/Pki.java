package fr.monespacesante.sandbox.pki;

import fr.monespacesante.sandbox.cast.Cast;
import fr.monespacesante.sandbox.cast.Structure;
import fr.monespacesante.sandbox.pki.Authority.Validity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.operator.OperatorCreationException;

/// Writes the certificates of the demonstration into a directory; see the package for the list.
///
/// A file that is there and good is kept, so that the command can run before every start. One that is out of date, or
/// that was signed by an authority no longer there, is made anew.
public final class Pki {
    /// The password of every PKCS12 file.
    public static final String PASSWORD = "sandbox";

    /// The DNS names that the two operators' certificates carry.
    public static final String OPERATOR = "operateur-sante.mssante.example";
    public static final String OTHER_OPERATOR = "autre-operateur.mssante.example";

    private static final String ENTRY = "sandbox";
    private static final String AUTHORITY_NAME = "Autorité des structures";

    private final Path directory;
    private final Instant now;

    @FunctionalInterface
    private interface Issue {
        Identity by(Authority authority) throws GeneralSecurityException, IOException, OperatorCreationException;
    }

    private Pki(Path directory, Clock clock) {
        this.directory = directory;
        this.now = clock.instant();
    }

    /// `pki <directory>`
    public static void main(String[] arguments, PrintStream out) throws IOException {
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "var/sandbox/pki");
        write(directory, Clock.systemUTC());
        out.println(directory.toAbsolutePath());
    }

    /// @throws IOException when the directory cannot be written, or a file in it cannot be read as what it should be
    public static void write(Path directory, Clock clock) throws IOException {
        try {
            new Pki(directory, clock).write();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("no certificate could be made", e);
        }
    }

    private void write() throws GeneralSecurityException, IOException, OperatorCreationException {
        Files.createDirectories(directory);
        Authority authority = authority();
        Validity usual = Validity.of(now, 730);
        keepOrWrite("server.p12", authority, each -> each.server("Mon espace santé", usual));
        keepOrWrite("laboratory.p12", authority, each -> client(each, "LaboSoft", Cast.MINIMES, usual));
        keepOrWrite("laboratory-2.p12", authority, each -> client(each, "BioLogiciel", Cast.SAINT_CYPRIEN, usual));
        keepOrWrite("hospital.p12", authority, each -> client(each, "DPI Garonne", Cast.GARONNE, usual));
        keepOrWrite("practice.p12", authority, each -> client(each, "LogiCabinet", Cast.TILLEULS, usual));
        Validity past = new Validity(now.minus(400, ChronoUnit.DAYS), now.minus(35, ChronoUnit.DAYS));
        if (!isSignedBy("expired.p12", authority)) {
            save("expired.p12", client(authority, "LaboSoft", Cast.MINIMES, past));
        }
        if (read("stranger.p12").isEmpty()) {
            Authority other = Authority.create(AUTHORITY_NAME, Validity.of(now, 3650));
            save("stranger.p12", client(other, "LaboSoft", Cast.MINIMES, usual));
        }
        writeMail(authority, usual, past);
    }

    /// Those of secure messaging.
    private void writeMail(Authority authority, Validity usual, Validity past)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        keepOrWrite("mssante.p12", authority, each -> each.mailServer("Mon espace santé", "patient.mssante.fr", usual));
        keepOrWrite("mailboxes.p12", authority, each -> each.server("Opérateur Santé", usual));
        keepOrWrite("operator.p12", authority, each -> each.mailServer("Opérateur Santé", OPERATOR, usual));
        keepOrWrite("operator-2.p12", authority, each -> each.mailServer("Autre opérateur", OTHER_OPERATOR, usual));
        keepOrWrite(
                "operator-unlisted.p12",
                authority,
                each -> each.mailServer("Opérateur inconnu", "inconnu.mssante.example", usual));
        if (!isSignedBy("operator-expired.p12", authority)) {
            save("operator-expired.p12", authority.mailServer("Opérateur Santé", OPERATOR, past));
        }
        if (read("operator-stranger.p12").isEmpty()) {
            Authority other = Authority.create(AUTHORITY_NAME, Validity.of(now, 3650));
            save("operator-stranger.p12", other.mailServer("Opérateur Santé", OPERATOR, usual));
        }
    }

    private Authority authority() throws GeneralSecurityException, IOException, OperatorCreationException {
        Optional<Identity> kept = read("ca.p12").filter(this::isInTime);
        Authority authority;
        if (kept.isPresent()) {
            authority = new Authority(kept.get());
        } else {
            authority = Authority.create(AUTHORITY_NAME, Validity.of(now, 3650));
            save("ca.p12", authority.identity());
        }
        X509Certificate certificate = authority.identity().certificate();
        if (kept.isEmpty() || !Files.exists(directory.resolve("ca.crt"))) {
            saveBytes("ca.crt", pem(certificate));
        }
        if (kept.isEmpty() || !Files.exists(directory.resolve("truststore.p12"))) {
            KeyStore trusted = emptyStore();
            trusted.setCertificateEntry(ENTRY, certificate);
            saveStore("truststore.p12", trusted);
        }
        return authority;
    }

    private static Identity client(Authority authority, String software, Structure structure, Validity validity)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        return authority.client(software, structure.id(), structure.name(), validity);
    }

    private void keepOrWrite(String file, Authority authority, Issue issue)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        boolean good =
                isSignedBy(file, authority) && read(file).filter(this::isInTime).isPresent();
        if (!good) {
            save(file, issue.by(authority));
        }
    }

    private boolean isSignedBy(String file, Authority authority) throws GeneralSecurityException, IOException {
        Optional<Identity> kept = read(file);
        if (kept.isEmpty()) {
            return false;
        }
        try {
            kept.get().certificate().verify(authority.identity().certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isInTime(Identity identity) {
        return identity.certificate().getNotAfter().toInstant().isAfter(now.plus(1, ChronoUnit.DAYS));
    }

    private Optional<Identity> read(String file) throws GeneralSecurityException, IOException {
        Path path = directory.resolve(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        KeyStore store = emptyStore();
        try (InputStream bytes = Files.newInputStream(path)) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate each : store.getCertificateChain(ENTRY)) {
            chain.add((X509Certificate) each);
        }
        return Optional.of(new Identity((PrivateKey) store.getKey(ENTRY, PASSWORD.toCharArray()), chain));
    }

    private void save(String file, Identity identity) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry(
                ENTRY, identity.key(), PASSWORD.toCharArray(), identity.chain().toArray(Certificate[]::new));
        saveStore(file, store);
    }

    private void saveStore(String file, KeyStore store) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        saveBytes(file, bytes.toByteArray());
    }

    /// By way of another name, so that a run cut short leaves no half file.
    private void saveBytes(String file, byte[] bytes) throws IOException {
        Path unfinished = Files.createTempFile(
                directory,
                file,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, bytes);
        Files.move(
                unfinished,
                directory.resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static byte[] pem(X509Certificate certificate) throws GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
