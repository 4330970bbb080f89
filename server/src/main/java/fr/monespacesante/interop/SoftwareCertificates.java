package fr.monespacesante.interop;

import fr.monespacesante.access.Caller;
import fr.monespacesante.kernel.StructureId;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// Reads whose software a certificate stands for: `CN=<software>, OU=<Struct_IdNat>, O=<structure name>`. Whether it is
/// to be believed was settled in the TLS handshake.
final class SoftwareCertificates {
    private SoftwareCertificates() {}

    static Optional<Caller.Software> software(X509Certificate certificate, String channel) {
        Map<String, String> subject = new HashMap<>();
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                subject.put(part.getType().toUpperCase(Locale.ROOT), String.valueOf(part.getValue()));
            }
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
        String structure = subject.getOrDefault("OU", "").strip();
        String product = subject.getOrDefault("CN", "").strip();
        if (structure.isEmpty() || structure.length() > 64 || product.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Caller.Software(
                new StructureId(structure), subject.getOrDefault("O", "").strip(), product, channel));
    }
}
