package fr.monespacesante.interop.mssante;

import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Who is at the other end, by the certificate that the trusted authority vouches for: its DNS names,
/// and no other part of it. A name with a wildcard equals no operator.
record Peer(Set<String> names) {
    private static final int DNS = 2;

    Peer {
        names = Set.copyOf(names);
    }

    static Peer of(Certificate[] chain) {
        Set<String> names = new TreeSet<>();
        if (chain.length > 0 && chain[0] instanceof X509Certificate own) {
            try {
                Collection<List<?>> found = own.getSubjectAlternativeNames();
                if (found != null) {
                    found.stream()
                            .filter(name -> name.get(0).equals(DNS))
                            .forEach(name -> names.add(name.get(1).toString().toLowerCase(Locale.ROOT)));
                }
            } catch (CertificateParsingException e) {
                return new Peer(Set.of());
            }
        }
        return new Peer(names);
    }

    boolean bears(String operator) {
        return names.contains(operator);
    }

    /// One word for all of it.
    String display() {
        return String.join(" ", new TreeSet<>(names));
    }
}
