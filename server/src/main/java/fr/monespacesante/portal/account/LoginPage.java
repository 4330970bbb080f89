package fr.monespacesante.portal.account;

import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.util.List;
import java.util.Optional;

/// First step of a login.
///
/// @param passkey what a browser is asked for a passkey; empty where there can be none
public record LoginPage(Optional<String> passkey, List<FranceConnectKind> franceConnect, Form form)
        implements PageModel {
    @Override
    public Message title() {
        return LoginText.LOGIN_TITLE.plain();
    }
}
