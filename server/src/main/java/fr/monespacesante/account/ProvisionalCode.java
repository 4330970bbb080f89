package fr.monespacesante.account;

import java.security.SecureRandom;
import java.util.Locale;

/// The code of an invitation: twelve signs that nobody mistakes for another, in three groups. Some 58 bits,
/// kept as a
/// keyed hash only.
///
/// @param text as it is printed: `K7RM-4TXA-9QWP`
record ProvisionalCode(String text) {
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    static ProvisionalCode next(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            if (i == 4 || i == 8) {
                text.append('-');
            }
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new ProvisionalCode(text.toString());
    }

    /// What counts of a code, however it was typed.
    static String normalise(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    @Override
    public String toString() {
        return "ProvisionalCode[redacted]";
    }
}
