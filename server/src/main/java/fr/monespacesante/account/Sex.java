package fr.monespacesante.account;

import java.util.Arrays;
import java.util.Optional;

/// The sex of the identity traits, with the letter of the national identity reference.
public enum Sex {
    FEMALE("F"),
    MALE("M"),
    INDETERMINATE("I");

    private final String letter;

    Sex(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    public static Optional<Sex> ofLetter(String letter) {
        return Arrays.stream(values()).filter(sex -> sex.letter.equals(letter)).findFirst();
    }
}
