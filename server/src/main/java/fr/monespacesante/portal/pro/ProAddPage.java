package fr.monespacesante.portal.pro;

import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentType;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where a professional adds a document, or the next version of one.
///
/// @param once names this filling-in of the form: sent twice, it adds one document
/// @param replaced title of the document that this one replaces; empty for a new one
/// @param minor true when the marks for minors are there
public record ProAddPage(Patient patient, Form form, String once, String replaced, boolean minor)
        implements PatientModel {
    private static final List<String> FREQUENT = List.of("11488-4", "11502-2", "18748-4", "57833-6", "34133-9");

    @Override
    public Message title() {
        return (replaced.isEmpty() ? ProText.ADD_TITLE : ProText.REPLACE_TITLE).plain();
    }

    /// The frequent ones first, then all that a professional makes, by name.
    public List<Option> types() {
        Collator french = Collator.getInstance(Locale.FRENCH);
        Stream<Code> rest = Nomenclatures.national().types().stream()
                .map(DocumentType::code)
                .filter(code -> knows(code.code()) && !FREQUENT.contains(code.code()))
                .sorted(Comparator.comparing(Code::label, french));
        Stream<Code> frequent =
                FREQUENT.stream().flatMap(code -> Nomenclatures.national().type(code).map(DocumentType::code).stream());
        return Stream.concat(frequent, rest)
                .map(code -> new Option(code.code(), Literal.of(code.label())))
                .toList();
    }

    /// The types of the citizen's own documents are not for professionals.
    static boolean knows(String type) {
        return !type.startsWith("DOCPAT")
                && !type.startsWith("EXPPAT")
                && Nomenclatures.national().type(type).isPresent();
    }
}
