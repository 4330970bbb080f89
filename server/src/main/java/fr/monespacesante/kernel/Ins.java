package fr.monespacesante.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A national health identity number (matricule INS): 13 characters and a two-digit key.
///
/// The key is `97 - (n mod 97)`, where the Corsican department codes 2A and 2B (characters 6 and 7 only) count as 19
/// and 18. Source: French e-health facts, section 5; requirement ENR-01. `toString` never shows the number.
public record Ins(String value) {
    private static final Pattern NIR =
            Pattern.compile("[1-478]\\d{2}(0[1-9]|1[0-2]|[2-9]\\d)(\\d{2}|2A|2B)\\d{3}\\d{3}(9[0-7]|[0-8]\\d)");

    public Ins {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a valid INS");
        }
    }

    /// The identity in this text, spaces ignored; empty when the shape or the key is wrong.
    public static Optional<Ins> parse(String text) {
        String compact = text.replaceAll("[\\s.\\u00A0-]", "").toUpperCase(Locale.ROOT);
        return isValid(compact) ? Optional.of(new Ins(compact)) : Optional.empty();
    }

    /// @throws IllegalArgumentException when the text is no INS; the message does not repeat it
    public static Ins of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a valid INS"));
    }

    /// The key that belongs to the first 13 characters.
    public static String keyOf(String thirteen) {
        String department = thirteen.substring(5, 7);
        String digits = switch (department) {
            case "2A" -> thirteen.substring(0, 5) + "19" + thirteen.substring(7);
            case "2B" -> thirteen.substring(0, 5) + "18" + thirteen.substring(7);
            default -> thirteen;
        };
        return "%02d".formatted(97 - Long.parseLong(digits) % 97);
    }

    private static boolean isValid(String text) {
        return text.length() == 15
                && NIR.matcher(text).matches()
                && keyOf(text.substring(0, 13)).equals(text.substring(13));
    }

    @Override
    public String toString() {
        return "Ins[redacted]";
    }
}
