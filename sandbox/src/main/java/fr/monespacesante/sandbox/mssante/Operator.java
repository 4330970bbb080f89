package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.pki.Pki;
import java.util.List;

/// An operator of MSSanté: the DNS name in its certificate, that certificate's file, and the mail domains it serves.
public enum Operator {
    MAIN(Pki.OPERATOR, "operator.p12", "tilleuls.mssante.example minimes.mssante.example garonne.mssante.example"),
    OTHER(Pki.OTHER_OPERATOR, "operator-2.p12", "autre.mssante.example");

    private final String dnsName;
    private final String certificate;
    private final String domains;

    Operator(String dnsName, String certificate, String domains) {
        this.dnsName = dnsName;
        this.certificate = certificate;
        this.domains = domains;
    }

    public String dnsName() {
        return dnsName;
    }

    /// The file's name in the directory of certificates.
    public String certificate() {
        return certificate;
    }

    public List<String> domains() {
        return List.of(domains.split(" "));
    }
}
