package fr.monespacesante.portal.opposition;

import fr.monespacesante.account.Oppositions;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.util.List;
import java.util.Optional;

/// Says whether a proof is one.
///
/// @param found empty before something was asked
public record VerifyPage(Form form, Optional<Oppositions.Checked> found) implements PageModel {
    static final String ADDRESS = OppositionPage.ADDRESS + "/verifier";

    @Override
    public Message title() {
        return OppositionText.VERIFY_TITLE.plain();
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/", FrameText.TRAIL_HOME),
                Crumb.of(OppositionPage.ADDRESS, OppositionText.TITLE),
                Crumb.of("", OppositionText.VERIFY_TITLE));
    }
}
