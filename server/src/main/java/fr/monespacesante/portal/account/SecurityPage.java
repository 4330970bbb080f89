package fr.monespacesante.portal.account;

import fr.monespacesante.identity.Contact;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// How she logs in: password, contact, devices.
public record SecurityPage(Contact contact, List<DeviceLine> devices) implements PageModel {
    @Override
    public Message title() {
        return SettingsText.SECURITY.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS), Crumb.of("", SettingsText.SECURITY));
    }
}
