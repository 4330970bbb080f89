package fr.monespacesante.portal.opposition;

import fr.monespacesante.account.Oppositions;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// The opposition is recorded.
public record ProofPage(Oppositions.Proof proof) implements PageModel {
    static final String ADDRESS = OppositionPage.ADDRESS + "/preuve";

    @Override
    public Message title() {
        return OppositionText.DONE_TITLE.plain();
    }
}
