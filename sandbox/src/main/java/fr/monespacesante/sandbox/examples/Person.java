package fr.monespacesante.sandbox.examples;

import fr.monespacesante.sandbox.cast.Citizen;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// An invented patient, with the traits that a document's header carries.
///
/// @param authority the OID under which the INS was given; test identities have their own
/// @param birthplace the official geographic code (COG) of the place of birth
public record Person(
        String authority,
        String ins,
        String birthName,
        String usedName,
        List<String> givenNames,
        Sex sex,
        LocalDate birthDate,
        String birthplace,
        String birthCity) {

    public static final String TEST_AUTHORITY = "1.2.250.1.213.1.4.10";

    public Person {
        givenNames = List.copyOf(givenNames);
        if (givenNames.isEmpty()) {
            throw new IllegalArgumentException("a person has at least one given name");
        }
    }

    static Person of(Citizen citizen) {
        return new Person(
                TEST_AUTHORITY,
                citizen.ins(),
                capitals(citizen.birthName()),
                capitals(citizen.usedName()),
                citizen.givenNames().stream().map(Person::capitals).toList(),
                Sex.valueOf(citizen.sex().name()),
                citizen.birthDate(),
                citizen.birthPlace(),
                capitals(citizen.birthPlaceName()));
    }

    /// Identity traits are written in capitals.
    private static String capitals(String name) {
        return name.toUpperCase(Locale.FRENCH);
    }

    public String firstName() {
        return givenNames.getFirst();
    }

    /// As the field's headers write it: all birth given names in one text.
    public String allGivenNames() {
        return String.join(" ", givenNames);
    }

    /// As a letter addresses them: Claire MARTIN-DURAND.
    public String displayName() {
        return firstName().charAt(0) + firstName().substring(1).toLowerCase(Locale.ROOT) + " " + usedName;
    }

    public enum Sex {
        F("Féminin", "female"),
        M("Masculin", "male");

        private final String label;
        private final String fhirCode;

        Sex(String label, String fhirCode) {
            this.label = label;
            this.fhirCode = fhirCode;
        }

        public String label() {
            return label;
        }

        public String fhirCode() {
            return fhirCode;
        }
    }
}
