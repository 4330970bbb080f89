package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// The code shows that the new contact is hers.
public record ContactConfirmPage(String hint, Form form) implements PageModel {
    @Override
    public Message title() {
        return SettingsText.CONTACT_CONFIRM.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS),
                Crumb.of(SettingsController.SECURITY, SettingsText.SECURITY),
                Crumb.of("", SettingsText.CONTACT_CONFIRM));
    }
}
