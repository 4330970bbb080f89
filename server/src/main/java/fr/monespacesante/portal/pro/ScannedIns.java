package fr.monespacesante.portal.pro;

import fr.monespacesante.kernel.Ins;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The INS in a scanned code: the number alone (linear code), or the field of it in the INS data matrix.
final class ScannedIns {
    /// The data matrix begins with its kind; S1 is the field of the number.
    private static final Pattern DATA_MATRIX = Pattern.compile("^IS.*?S1([0-9AB]{15})", Pattern.DOTALL);

    private ScannedIns() {}

    static Optional<Ins> in(String code) {
        Matcher matrix = DATA_MATRIX.matcher(code.strip());
        return matrix.find() ? Ins.parse(matrix.group(1)) : Ins.parse(code);
    }
}
