package fr.monespacesante.identity;

import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Rpps;
import java.util.Locale;

/// A health professional as anybody may know them: what the national directory publishes.
///
/// @param civility `DR`, `MME`…; may be empty, as may everything after the profession
/// @param profession code of TRE_G15, such as 10 for a doctor
/// @param speciality code of the savoir-faire, such as SM26
/// @param structureId with its prefix, such as 1310012345
public record Professional(
        Rpps rpps,
        String civility,
        String familyName,
        String givenName,
        String profession,
        String speciality,
        String structureId,
        String structureName,
        String city) {
    private static final String DOCTOR = "10";

    /// A treating doctor is one (ACC-04).
    public boolean isDoctor() {
        return profession.equals(DOCTOR);
    }

    /// Dr Antoine LEFÈVRE
    public String name() {
        String title = civility.equals("DR") ? "Dr " : "";
        return (title + givenName + " " + familyName.toUpperCase(Locale.FRENCH)).strip();
    }

    /// The speciality in words where it is known, else the profession.
    public String calling() {
        return calling(profession, speciality);
    }

    /// As `calling()`, of codes that were learnt elsewhere.
    public static String calling(String profession, String speciality) {
        Nomenclatures national = Nomenclatures.national();
        return national.authorSpecialty("G15_" + profession + "/" + speciality)
                .or(() -> national.profession(profession))
                .map(code -> code.label().replaceFirst(" \\(SM\\)$", ""))
                .orElse("");
    }

    @Override
    public String toString() {
        return "Professional[redacted]";
    }
}
