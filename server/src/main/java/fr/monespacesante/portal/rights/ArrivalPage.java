package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Rights;
import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.record.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Which categories come in hidden (ACC-13).
public record ArrivalPage(Form form) implements PageModel {
    static ArrivalPage of(Rights rights) {
        return new ArrivalPage(Form.of(Map.of("categorie", rights.hiddenOnArrival())));
    }

    @Override
    public Message title() {
        return RightsText.ARRIVAL.plain();
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
                Crumb.of("", RightsText.ARRIVAL));
    }

    public List<Option> categories() {
        return Arrays.stream(DocumentCategory.values())
                .map(category -> Option.of(
                        category.name(), Category.valueOf(category.name()).label()))
                .toList();
    }
}
