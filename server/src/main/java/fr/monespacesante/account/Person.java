package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// The identity of a space's holder: the INS, its traits, and the name in use.
///
/// @param birthGivenNames all of them, in order
/// @param usedFamilyName the birth name where the source gives no other
/// @param usedGivenName the first given name where the source gives no other
/// @param birthPlaceCog code of the commune or country of birth, 5 characters
public record Person(
        Ins ins,
        InsAuthority authority,
        String birthFamilyName,
        List<String> birthGivenNames,
        String usedFamilyName,
        String usedGivenName,
        Sex sex,
        LocalDate birthDate,
        String birthPlaceCog) {
    public Person {
        birthGivenNames = List.copyOf(birthGivenNames);
        if (birthFamilyName.isBlank() || birthGivenNames.isEmpty()) {
            throw new IllegalArgumentException("a person has a family name and a given name");
        }
    }

    /// As it is shown to the holder: `Claire MARTIN-DURAND`.
    public String displayName() {
        return usedGivenName + ' ' + usedFamilyName.toUpperCase(Locale.FRENCH);
    }

    @Override
    public String toString() {
        return "Person[redacted]";
    }
}
