package fr.monespacesante.portal.space;

import fr.monespacesante.access.Rights;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Who may access the space: agreements in force, and professionals kept out.
public record RightsPage(List<Rights.Consent> consents, List<Rights.Block> blocks) implements PageModel {
    @Override
    public Message title() {
        return SpaceText.RIGHTS_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS), Crumb.of("", SpaceText.RIGHTS_TITLE));
    }

    /// Profession and place of work.
    public String from(Rights.Named named) {
        String profession = Nomenclatures.national()
                .profession(named.profession())
                .map(code -> code.label())
                .orElse("");
        return NoticeLine.joined(profession, named.structureName());
    }
}
