package fr.monespacesante.portal.account;

import fr.monespacesante.identity.Contact;
import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// How she logs in: password, passkeys, FranceConnect, contact, devices.
///
/// @param linkable there is a door of FranceConnect that is not linked yet
public record SecurityPage(
        Contact contact,
        List<PasskeyLine> passkeys,
        List<FranceConnectKind> linked,
        boolean linkable,
        List<DeviceLine> devices)
        implements PageModel {
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
