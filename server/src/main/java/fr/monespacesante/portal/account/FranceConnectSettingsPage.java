package fr.monespacesante.portal.account;

import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// The doors of FranceConnect that can still be linked.
public record FranceConnectSettingsPage(List<FranceConnectKind> offered) implements PageModel {
    @Override
    public Message title() {
        return FranceConnectText.SETTINGS_ADD.plain();
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
                Crumb.of("", FranceConnectText.SETTINGS_ADD));
    }
}
