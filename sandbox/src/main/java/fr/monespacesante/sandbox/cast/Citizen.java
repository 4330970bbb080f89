package fr.monespacesante.sandbox.cast;

import java.time.LocalDate;
import java.util.List;

/// An insured person: strict identity traits, the name used, the Vitale card's serial number (its last 11 digits).
///
/// A child has no account with FranceConnect: `adult` says who has.
public record Citizen(
        String ins,
        String birthName,
        List<String> givenNames,
        String usedName,
        Sex sex,
        LocalDate birthDate,
        String birthPlace,
        String birthPlaceName,
        String email,
        String phone,
        String vitaleSerial,
        boolean adult)
        implements Person {

    /// Sex as the identity traits carry it.
    public enum Sex {
        F,
        M
    }

    @Override
    public String key() {
        return ins;
    }

    @Override
    public String displayName() {
        return givenNames.getFirst() + " " + usedName;
    }
}
