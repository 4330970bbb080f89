package fr.monespacesante.account;

import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import java.time.Instant;
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
    /// From this age on nobody is represented for their age alone.
    public static final int MAJORITY = 18;

    public Person {
        birthGivenNames = List.copyOf(birthGivenNames);
        if (birthFamilyName.isBlank() || birthGivenNames.isEmpty()) {
            throw new IllegalArgumentException("a person has a family name and a given name");
        }
    }

    /// The day on which this person reaches an age: the birthday, and for who was born on 29 February the 1st of March
    /// where there is no such day, since the year is over with the last day of February only.
    public LocalDate reaches(int age) {
        LocalDate day = birthDate.plusYears(age);
        return day.getDayOfMonth() == birthDate.getDayOfMonth() ? day : day.plusDays(1);
    }

    /// Until midnight in Paris before the eighteenth birthday.
    public boolean isMinorAt(Instant now) {
        return LocalDate.ofInstant(now, Deadlines.FRANCE).isBefore(reaches(MAJORITY));
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
