package fr.monespacesante.portal.record;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Asks before a document is deleted for good.
///
/// @param version as it was when the question was asked
public record DeletePage(DocumentRow row, long version) implements PageModel {
    @Override
    public Message title() {
        return DocumentText.DELETE_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.DOCUMENTS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/documents", DocumentText.TITLE),
                new Crumb(row.address(), Literal.of(row.title())),
                Crumb.of("", DocumentText.DELETE));
    }
}
