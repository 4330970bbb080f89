package fr.monespacesante.portal.family;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Asking a relative to help.
public record CaregiverInvitePage(Form form) implements PageModel {
    public List<Option> lengths() {
        return CaregiverWords.LENGTHS;
    }

    @Override
    public Message title() {
        return CaregiverText.INVITE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS),
                Crumb.of(CaregiversPage.ADDRESS, CaregiverText.TITLE),
                new Crumb("", title()));
    }
}
