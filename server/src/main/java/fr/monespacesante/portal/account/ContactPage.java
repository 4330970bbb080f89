package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Changes where codes and news come.
public record ContactPage(Form form) implements PageModel {
    @Override
    public Message title() {
        return SettingsText.CONTACT_CHANGE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    public List<Option> choices() {
        return ActivationPages.CODES_BY;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS),
                Crumb.of(SettingsController.SECURITY, SettingsText.SECURITY),
                Crumb.of("", SettingsText.CONTACT_CHANGE));
    }
}
