package fr.monespacesante.portal.record;

import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What the forms that add a document have in common, whoever fills them in.
public final class DepositForm {
    public static final Code FORMAT =
            new Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", "1.3.6.1.4.1.19376.1.2.3", "mimeType Sufficient");

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private DepositForm() {}

    /// What is wrong with the title or the date, if anything.
    public static Form checked(Form typed, LocalDate today) {
        Form form = typed.needs("title", AddText.NEED_NAME);
        Optional<LocalDate> date = typed.date("date");
        if (date.isEmpty()) {
            return form.wrong("date", AddText.NEED_DATE);
        }
        return date.get().isAfter(today) ? form.wrong("date", AddText.NEED_PAST) : form;
    }

    /// The number of this filling-in of the form: a second click on the button is the same document (DOC-12).
    public static UUID once(Form form, Supplier<UUID> next) {
        try {
            return UUID.fromString(form.value("once"));
        } catch (IllegalArgumentException notOurs) {
            return next.get();
        }
    }

    public static String oid(UUID id) {
        return "urn:oid:2.25." + new BigInteger(id.toString().replace("-", ""), 16);
    }

    /// Why a file was not taken.
    public static AddText sentence(Problem problem) {
        return switch (problem) {
            case REQUIRED_ELEMENT_MISSING -> AddText.NEED_FILE;
            case TOO_LARGE -> AddText.WRONG_SIZE;
            case MIME_TYPE_UNSUPPORTED -> AddText.WRONG_KIND;
            case MIME_TYPE_MISMATCH -> AddText.WRONG_CONTENT;
            case DOCUMENT_BROKEN -> AddText.WRONG_BROKEN;
            case DOCUMENT_DANGEROUS -> AddText.WRONG_DANGER;
            case CHANGE_NOT_ALLOWED -> AddText.WRONG_MIX;
            default -> AddText.WRONG_OTHER;
        };
    }
}
