package fr.monespacesante.account;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A person as the health insurance announces her.
record Insured(Person person, Details details) {
    /// Beyond the identity.
    ///
    /// @param scheme of the health insurance
    /// @param email null when none is known
    /// @param phone null when none is known
    /// @param vitaleSerial the last 11 digits of the card's serial number
    /// @param representatives the INS of a minor's legal representatives
    record Details(
            String scheme,
            @Nullable List<String> addressLines,
            String postalCode,
            String city,
            @Nullable String email,
            @Nullable String phone,
            String vitaleSerial,
            @Nullable List<String> representatives) {
        Details {
            addressLines = addressLines == null ? List.of() : List.copyOf(addressLines);
            representatives = representatives == null ? List.of() : List.copyOf(representatives);
        }

        List<String> address() {
            return Objects.requireNonNull(addressLines);
        }

        List<String> guardians() {
            return Objects.requireNonNull(representatives);
        }

        /// The department of the address, as the campaign is counted by; `--` where there is none.
        String department() {
            if (!postalCode.matches("\\d{5}")) {
                return "--";
            }
            return switch (postalCode.substring(0, 2)) {
                case "20" -> postalCode.compareTo("20200") < 0 ? "2A" : "2B";
                case "97", "98" -> postalCode.substring(0, 3);
                case String two -> two;
            };
        }

        @Override
        public String toString() {
            return "Details[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Insured[redacted]";
    }
}
