package fr.monespacesante.sandbox.examples;

/// An invented health professional in the place where they work.
///
/// @param role code of JDV_J01, e.g. `G15_10/SM03`
public record Professional(
        String rpps, String role, String roleLabel, String given, String family, String suffix, Structure structure) {

    static Professional of(fr.monespacesante.sandbox.cast.Professional someone, String roleLabel, Structure structure) {
        return new Professional(
                someone.rpps(),
                "G15_" + someone.profession() + "/" + someone.skill(),
                roleLabel,
                someone.givenName(),
                someone.familyName(),
                someone.civility().equals("DR") ? "DR" : "",
                structure);
    }

    /// The national identifier: `8` for RPPS, then the eleven digits.
    public String nationalId() {
        return "8" + rpps;
    }

    public String displayName() {
        return (suffix.isEmpty() ? "" : "Dr ") + given + " " + family;
    }
}
