package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Changes the password.
public record PasswordPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return SettingsText.PASSWORD_CHANGE.plain();
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
                Crumb.of("", SettingsText.PASSWORD_CHANGE));
    }
}
