package fr.monespacesante.portal.account;

import fr.monespacesante.identity.FranceConnectKind;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.util.List;

/// The ways back for who has forgotten her login or password.
public record ForgottenPage(List<FranceConnectKind> franceConnect, Form form) implements PageModel {
    @Override
    public Message title() {
        return FranceConnectText.FORGOTTEN.plain();
    }
}
