package fr.monespacesante.portal.rights;

import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// How long results of a type wait before the holder sees them (ACC-13).
public record DelaysPage(Form form, List<RightsPage.Delay> delays) implements PageModel {
    private static final Set<DocumentCategory> RESULTS =
            Set.of(DocumentCategory.BIOLOGY, DocumentCategory.IMAGING, DocumentCategory.REPORT);

    @Override
    public Message title() {
        return RightsText.DELAYS.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS),
                Crumb.of(RightsPage.ADDRESS, RightsText.TITLE),
                Crumb.of("", RightsText.DELAYS));
    }

    /// The types that tell of a result.
    public List<Option> types() {
        return Nomenclatures.national().types().stream()
                .filter(type -> RESULTS.contains(DocumentCategory.of(type.code().code())))
                .sorted(Comparator.comparing(type -> type.code().label()))
                .map(type ->
                        new Option(type.code().code(), Literal.of(type.code().label())))
                .toList();
    }
}
