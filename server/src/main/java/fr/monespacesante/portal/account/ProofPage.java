package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Shows again that it is the citizen, before a way in is changed.
///
/// @param hint where a code went; empty before one is sent
/// @param next the page that asked
public record ProofPage(String next, String hint, boolean bySms, Form form) implements PageModel {
    @Override
    public Message title() {
        return PasskeyText.PROOF_TITLE.plain();
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
                Crumb.of("", PasskeyText.PROOF_TITLE));
    }
}
