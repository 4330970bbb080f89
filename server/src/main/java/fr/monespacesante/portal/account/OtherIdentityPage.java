package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// FranceConnect names somebody who is not the holder.
public record OtherIdentityPage() implements PageModel {
    @Override
    public Message title() {
        return FranceConnectText.OTHER_TITLE.plain();
    }
}
