package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;

/// A new passkey.
///
/// @param options what the browser is asked; empty where passkeys cannot be had
public record PasskeyPage(Optional<String> options, Form form) implements PageModel {
    @Override
    public Message title() {
        return PasskeyText.ADD.plain();
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
                Crumb.of("", PasskeyText.ADD));
    }
}
