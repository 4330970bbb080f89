package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Token parameters: `code`, `system|code`, `system|` or `|code`, one of several between commas.
final class Tokens {
    private static final String NATIONAL = "https://mos.esante.gouv.fr/NOS/";

    private Tokens() {}

    /// The alternatives of one value; a comma after a backslash is part of it.
    static List<String> alternatives(String value) {
        List<String> found = new ArrayList<>();
        for (String part : value.split("(?<!\\\\),")) {
            found.add(part.replace("\\,", ",").replace("\\|", "|").replace("\\\\", "\\"));
        }
        return found;
    }

    static Predicate<@Nullable Code> code(String value) {
        List<String> wanted = alternatives(value);
        return code -> code != null && wanted.stream().anyMatch(token -> matches(token, code));
    }

    private static boolean matches(String token, Code code) {
        int bar = token.lastIndexOf('|');
        String system = bar < 0 ? "" : token.substring(0, bar);
        String wanted = token.substring(bar + 1);
        boolean codeFits = wanted.isEmpty() ? bar >= 0 : wanted.equals(code.code());
        return codeFits && (system.isEmpty() || isSystem(system, code.system()));
    }

    /// Systems are written as a URL, as an OID in a URN, or with the URL of the national nomenclatures.
    static boolean isSystem(String written, String oid) {
        return written.equals(new Code("", oid, "").fhirSystem())
                || written.equals("urn:oid:" + oid)
                || written.equals(oid)
                || written.startsWith(NATIONAL);
    }
}
