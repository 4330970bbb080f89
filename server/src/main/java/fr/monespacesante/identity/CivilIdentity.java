package fr.monespacesante.identity;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/// Who somebody is, as FranceConnect says from the national register of persons.
///
/// @param subject what FranceConnect calls the person towards this service
/// @param familyName at birth
/// @param givenNames all of them, in order
/// @param birthDate as FranceConnect writes it: `1984-05-12`
/// @param sex `female` or `male`
/// @param birthPlace code of the commune, or of the country for who was born elsewhere
public record CivilIdentity(
        FranceConnectKind kind,
        String subject,
        String familyName,
        String givenNames,
        String birthDate,
        String sex,
        String birthPlace)
        implements Serializable {
    private static final String FRANCE = "99100";

    /// Empty where something is missing.
    static Optional<CivilIdentity> of(FranceConnectKind kind, Map<String, Object> claims) {
        String country = text(claims, "birthcountry");
        CivilIdentity identity = new CivilIdentity(
                kind,
                text(claims, "sub"),
                text(claims, "family_name"),
                text(claims, "given_name"),
                text(claims, "birthdate"),
                text(claims, "gender"),
                country.isEmpty() || country.equals(FRANCE) ? text(claims, "birthplace") : country);
        boolean whole = !identity.subject.isEmpty()
                && !identity.familyName.isEmpty()
                && !identity.givenNames.isEmpty()
                && !identity.birthDate.isEmpty()
                && !identity.sex.isEmpty()
                && !identity.birthPlace.isEmpty();
        return whole ? Optional.of(identity) : Optional.empty();
    }

    private static String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text.strip() : "";
    }

    @Override
    public String toString() {
        return "CivilIdentity[redacted]";
    }
}
