package fr.monespacesante.portal.record;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// A document whose stored bytes are not what was deposited: reported, never shown as good (DOC-13).
public record DamagedPage() implements PageModel {
    @Override
    public Message title() {
        return DocumentText.DAMAGED_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.DOCUMENTS;
    }
}
