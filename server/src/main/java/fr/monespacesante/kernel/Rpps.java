package fr.monespacesante.kernel;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/// A health professional's national number (RPPS, 11 digits). In identity tokens and documents it travels as PS_IdNat,
/// with the prefix 8 (facts, section 3.4).
public record Rpps(String value) implements Serializable {
    private static final Pattern DIGITS = Pattern.compile("\\d{11}");

    public Rpps {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("not an RPPS number");
        }
    }

    public static Optional<Rpps> parse(String text) {
        String compact = text.replaceAll("\\s", "");
        return DIGITS.matcher(compact).matches() ? Optional.of(new Rpps(compact)) : Optional.empty();
    }

    /// From a PS_IdNat such as 810001234567; empty when it names something else than an RPPS.
    public static Optional<Rpps> ofNationalId(String nationalId) {
        return nationalId.length() == 12 && nationalId.startsWith("8")
                ? parse(nationalId.substring(1))
                : Optional.empty();
    }

    public String nationalId() {
        return "8" + value;
    }

    @Override
    public String toString() {
        return "Rpps[redacted]";
    }
}
