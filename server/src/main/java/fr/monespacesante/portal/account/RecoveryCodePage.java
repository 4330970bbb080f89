package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// The code that was sent, if there is somebody to send it to.
public record RecoveryCodePage(Form form) implements PageModel {
    @Override
    public Message title() {
        return FranceConnectText.SENT_TITLE.plain();
    }
}
