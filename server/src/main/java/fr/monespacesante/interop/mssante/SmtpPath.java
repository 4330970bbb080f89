package fr.monespacesante.interop.mssante;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The argument of MAIL and RCPT: an address in `<>` and parameters after it (RFC 5321, 4.1.2). Source
/// routes, quoted local parts and address literals are not met in MSSanté and not read.
///
/// @param address in lower case; empty for `<>`
/// @param parameters in upper case
record SmtpPath(String address, List<String> parameters) {
    private static final Pattern FORM = Pattern.compile("(?i)(FROM|TO): ?<([^<>\\s]*)>((?: [^\\s<>]+)*) *");
    private static final Pattern MAILBOX = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST = 254;

    /// @param word `FROM` or `TO`
    static Optional<SmtpPath> parse(String word, String argument) {
        Matcher form = FORM.matcher(argument);
        if (!form.matches() || !word.equalsIgnoreCase(form.group(1))) {
            return Optional.empty();
        }
        String parameters = Objects.requireNonNull(form.group(3)).strip();
        return Optional.of(new SmtpPath(
                Objects.requireNonNull(form.group(2)).toLowerCase(Locale.ROOT),
                parameters.isEmpty()
                        ? List.of()
                        : List.of(parameters.toUpperCase(Locale.ROOT).split(" +"))));
    }

    boolean isMailbox() {
        return isMailbox(address);
    }

    static boolean isMailbox(String address) {
        return address.length() <= LONGEST && MAILBOX.matcher(address).matches();
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "SmtpPath[redacted]";
    }
}
