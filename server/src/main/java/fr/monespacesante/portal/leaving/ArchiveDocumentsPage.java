package fr.monespacesante.portal.leaving;

import fr.monespacesante.archive.ArchiveRequest;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.record.DocumentEntry;
import java.util.List;

/// What is in an opened space, to read and to take away as evidence.
public record ArchiveDocumentsPage(ArchiveRequest request, List<DocumentEntry> documents) implements PageModel {
    @Override
    public Message title() {
        return ArchiveText.DOCUMENTS.plain();
    }

    @Override
    public Section section() {
        return Section.ARCHIVES;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(ArchivesPage.ADDRESS, ArchiveText.TITLE),
                Crumb.of(ArchivesPage.ADDRESS + "/" + request.id(), ArchiveText.ONE),
                Crumb.of("", ArchiveText.DOCUMENTS));
    }

    public String address(DocumentEntry document) {
        return ArchivesPage.ADDRESS + "/" + request.id() + "/documents/" + document.id();
    }
}
