package fr.monespacesante.account;

import fr.monespacesante.identity.CivilIdentity;
import java.text.Normalizer;
import java.util.Locale;

/// Is the person whom FranceConnect names the person of an INS? All traits must be the same: birth family
/// name, all given names, birth date, sex, birth place. How names are written (capitals, accents, hyphens,
/// apostrophes) does not count.
final class Traits {
    private Traits() {}

    static boolean same(Person person, CivilIdentity identity) {
        return folded(person.birthFamilyName()).equals(folded(identity.familyName()))
                && folded(String.join(" ", person.birthGivenNames())).equals(folded(identity.givenNames()))
                && person.birthDate().toString().equals(identity.birthDate())
                && sex(person.sex()).equals(identity.sex())
                && person.birthPlaceCog().equalsIgnoreCase(identity.birthPlace());
    }

    private static String sex(Sex sex) {
        return switch (sex) {
            case FEMALE -> "female";
            case MALE -> "male";
            case INDETERMINATE -> "indeterminate";
        };
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }
}
