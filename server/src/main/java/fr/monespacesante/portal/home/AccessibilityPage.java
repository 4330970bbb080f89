package fr.monespacesante.portal.home;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.util.List;

/// How far the pages follow the accessibility rules, and how to say that they do not.
public record AccessibilityPage() implements PageModel {
    @Override
    public Message title() {
        return HomeText.ACCESSIBILITY_TITLE.plain();
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of("/", FrameText.TRAIL_HOME), Crumb.of("", HomeText.ACCESSIBILITY_TITLE));
    }
}
