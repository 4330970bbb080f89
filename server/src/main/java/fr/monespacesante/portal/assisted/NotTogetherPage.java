package fr.monespacesante.portal.assisted;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;

/// What is for the person alone.
public record NotTogetherPage() implements PageModel {
    @Override
    public Message title() {
        return AssistedText.NOT_TOGETHER.plain();
    }
}
