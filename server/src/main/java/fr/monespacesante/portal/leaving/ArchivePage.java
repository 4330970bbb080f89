package fr.monespacesante.portal.leaving;

import fr.monespacesante.archive.ArchiveRequest;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;

/// One request.
///
/// @param challenge what this archivist has to answer; empty when it is not their turn
/// @param mine one of the two who opened it looks
public record ArchivePage(ArchiveRequest request, Optional<String> challenge, boolean mine, Form form)
        implements PageModel {
    @Override
    public Message title() {
        return ArchiveText.ONE.plain();
    }

    @Override
    public Section section() {
        return Section.ARCHIVES;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of(ArchivesPage.ADDRESS, ArchiveText.TITLE), Crumb.of("", ArchiveText.ONE));
    }

    public String address() {
        return ArchivesPage.ADDRESS + "/" + request.id();
    }

    public boolean open() {
        return request.state() == ArchiveRequest.State.OPEN;
    }

    /// It is the second archivist who is asked.
    public boolean second() {
        return request.state() == ArchiveRequest.State.HALF;
    }
}
