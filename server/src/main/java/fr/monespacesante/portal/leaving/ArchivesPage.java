package fr.monespacesante.portal.leaving;

import fr.monespacesante.archive.ArchiveRequest;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// The archivists' requests, and a new one.
public record ArchivesPage(List<ArchiveRequest> requests, Form form) implements PageModel {
    static final String ADDRESS = "/agent/archives";

    @Override
    public Message title() {
        return ArchiveText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.ARCHIVES;
    }
}
