package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.util.Optional;

/// Second step of a login.
///
/// @param hint where the code went, masked; empty while none was sent
/// @param passkey what a browser is asked for a passkey of hers; empty when she has none
public record CodePage(String hint, boolean bySms, Optional<String> passkey, Form form) implements PageModel {
    @Override
    public Message title() {
        return LoginText.CODE_TITLE.plain();
    }
}
