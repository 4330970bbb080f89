package fr.monespacesante.portal.leaving;

import fr.monespacesante.account.Reopenings;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// What somebody sees whose space, or that of the person they represent, is closed.
///
/// @param others there are other persons whose space they may see
public record ShutPage(String person, Reopenings.Offer offer, boolean others) implements PageModel {
    public static final String ADDRESS = "/espace/ferme";

    @Override
    public Message title() {
        return LeavingText.SHUT_TITLE.plain();
    }

    public boolean reopens() {
        return offer == Reopenings.Offer.REOPEN;
    }
}
