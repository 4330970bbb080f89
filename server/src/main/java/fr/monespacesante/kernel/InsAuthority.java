package fr.monespacesante.kernel;

import java.util.Arrays;
import java.util.Optional;

/// Who issued an INS, by the OID that travels with it (facts, section 5).
public enum InsAuthority {
    NIR("1.2.250.1.213.1.4.8"),
    NIA("1.2.250.1.213.1.4.9"),
    TEST("1.2.250.1.213.1.4.10"),
    DEMO("1.2.250.1.213.1.4.11");

    private final String oid;

    InsAuthority(String oid) {
        this.oid = oid;
    }

    public String oid() {
        return oid;
    }

    /// The system of a FHIR identifier of this authority.
    public String urn() {
        return "urn:oid:" + oid;
    }

    public static Optional<InsAuthority> ofOid(String oid) {
        return Arrays.stream(values())
                .filter(authority -> authority.oid.equals(oid))
                .findFirst();
    }
}
