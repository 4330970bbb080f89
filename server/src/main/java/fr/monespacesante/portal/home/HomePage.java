package fr.monespacesante.portal.home;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// The first page.
///
/// @param opposition whether one can oppose on line here
public record HomePage(boolean opposition) implements PageModel {
    @Override
    public Message title() {
        return HomeText.TITLE.plain();
    }
}
