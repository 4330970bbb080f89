package fr.monespacesante.portal.opposition;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.util.List;

/// Asks for the card and the code.
public record OppositionPage(Form form) implements PageModel {
    static final String ADDRESS = "/opposition";

    @Override
    public Message title() {
        return OppositionText.TITLE.plain();
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of("/", FrameText.TRAIL_HOME), Crumb.of("", OppositionText.TITLE));
    }
}
