package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Keeps a professional out.
public record BlockPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return SpaceText.BLOCK.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS),
                Crumb.of("/espace/parametres/acces", SpaceText.RIGHTS_TITLE),
                Crumb.of("", SpaceText.BLOCK));
    }
}
