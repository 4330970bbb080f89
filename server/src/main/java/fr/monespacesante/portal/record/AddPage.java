package fr.monespacesante.portal.record;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Where a citizen adds a document of hers.
///
/// @param once names this filling-in of the form: sent twice, it adds one document
public record AddPage(Form form, String once) implements PageModel {
    private static final List<Option> TYPES = List.of(
            Option.of("DOCPAT02", AddText.TYPE_PRESCRIPTION),
            Option.of("DOCPAT05", AddText.TYPE_BIOLOGY),
            Option.of("DOCPAT04", AddText.TYPE_IMAGING),
            Option.of("DOCPAT03", AddText.TYPE_REPORT),
            Option.of("DOCPAT06", AddText.TYPE_PREVENTION),
            Option.of("DOCPAT01", AddText.TYPE_SUMMARY),
            Option.of("DOCPAT07", AddText.TYPE_CERTIFICATE),
            Option.of("EXPPAT_3", AddText.TYPE_DIRECTIVES),
            Option.of("EXPPAT_1", AddText.TYPE_WISHES),
            Option.of("DOCPAT09", AddText.TYPE_ADMINISTRATIVE),
            Option.of("EXPPAT_2", AddText.TYPE_OTHER));

    /// The types that a citizen may choose from.
    public List<Option> types() {
        return TYPES;
    }

    /// The same for a form of another page.
    public static List<Option> choices() {
        return TYPES;
    }

    public static boolean knows(String type) {
        return TYPES.stream().anyMatch(option -> option.value().equals(type));
    }

    @Override
    public Message title() {
        return AddText.ADD_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.ADD;
    }
}
