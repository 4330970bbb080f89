package fr.monespacesante.identity;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a person is reached, and by which of the two a one-time code comes.
///
/// @param email null when the person has none
/// @param phone a mobile in international form (`+33612345678`); null when the person has none
/// @param codesBy a channel for which there is an address here
public record Contact(@Nullable String email, @Nullable String phone, CodesBy codesBy) implements Serializable {
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{7,14}");

    /// How a one-time code comes.
    public enum CodesBy {
        EMAIL,
        SMS
    }

    public Contact {
        if ((codesBy == CodesBy.EMAIL ? email : phone) == null) {
            throw new IllegalArgumentException("codes need an address to come to");
        }
    }

    /// What a person typed, checked and put in order; refused with `MALFORMED` at `email` or `phone`, or with
    /// `REQUIRED_ELEMENT_MISSING` at the one that the codes would come by.
    public static Outcome<Contact> of(String email, String phone, CodesBy codesBy) {
        Optional<String> cleanEmail = parseEmail(email);
        if (cleanEmail.isEmpty() && !email.isBlank()) {
            return Outcome.refused(Problem.MALFORMED, "email");
        }
        Optional<String> cleanPhone = parsePhone(phone);
        if (cleanPhone.isEmpty() && !phone.isBlank()) {
            return Outcome.refused(Problem.MALFORMED, "phone");
        }
        return switch (codesBy) {
            case EMAIL ->
                cleanEmail.isEmpty()
                        ? Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "email")
                        : Outcome.done(new Contact(cleanEmail.get(), cleanPhone.orElse(null), codesBy));
            case SMS ->
                cleanPhone.isEmpty()
                        ? Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "phone")
                        : Outcome.done(new Contact(cleanEmail.orElse(null), cleanPhone.get(), codesBy));
        };
    }

    /// An e-mail address, in small letters; empty when it is none.
    public static Optional<String> parseEmail(String text) {
        String clean = text.strip().toLowerCase(Locale.ROOT);
        return clean.length() <= 254 && EMAIL.matcher(clean).matches() ? Optional.of(clean) : Optional.empty();
    }

    /// A mobile number in international form: `06 12 34 56 78` is `+33612345678`; empty when it is none.
    public static Optional<String> parsePhone(String text) {
        String clean = text.replaceAll("[\\s.\\u00A0()-]", "");
        if (clean.startsWith("00")) {
            clean = "+" + clean.substring(2);
        } else if (clean.matches("0[67]\\d{8}")) {
            clean = "+33" + clean.substring(1);
        }
        return PHONE.matcher(clean).matches() ? Optional.of(clean) : Optional.empty();
    }

    /// Enough for the person to know where the code went, too little for a stranger: `c•••@exemple.fr`,
    /// `•••• 78`.
    public String hint() {
        if (codesBy == CodesBy.EMAIL && email != null) {
            return email.charAt(0) + "•••" + email.substring(email.indexOf('@'));
        }
        return phone == null ? "" : "•••• " + phone.substring(phone.length() - 2);
    }

    /// The letter that carries a text by the channel chosen for codes.
    Letter letter(String subject, String text) {
        return codesBy == CodesBy.SMS && phone != null
                ? new Letter.Sms(phone, text)
                : new Letter.Email(email == null ? "" : email, subject, text);
    }

    @Override
    public String toString() {
        return "Contact[redacted]";
    }
}
