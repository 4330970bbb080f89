package fr.monespacesante.journey;

import fr.monespacesante.sandbox.examples.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// A person of the campaign file: what is in her letter box and on her card.
record Someone(String ins, String vitaleSerial, String email, String usedName, Person person) {
    static final String PASSWORD = "Lilas-Bleu-31";

    /// @param line of the campaign file
    static Someone of(String line) {
        String[] field = line.split(";", -1);
        Person person = new Person(
                field[1],
                field[0],
                capitals(field[2]),
                capitals(field[4]),
                List.of(capitals(field[3]).split(" ")),
                Person.Sex.valueOf(field[6]),
                LocalDate.parse(field[7]),
                field[8],
                "TOULOUSE");
        return new Someone(field[0], field[15], field[13], field[4], person);
    }

    /// What she chooses to log in with.
    String login() {
        return email;
    }

    private static String capitals(String name) {
        return name.toUpperCase(Locale.FRENCH);
    }
}
