package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// Second step of a login.
///
/// @param hint where the code went, masked
public record CodePage(String hint, boolean bySms, Form form) implements PageModel {
    @Override
    public Message title() {
        return LoginText.CODE_TITLE.plain();
    }
}
