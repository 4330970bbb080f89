package fr.monespacesante.portal.pro;

import fr.monespacesante.kernel.Mark;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.record.DocumentPage;
import fr.monespacesante.portal.record.DocumentRow;
import fr.monespacesante.record.DocumentEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One document, for a professional.
///
/// @param content what is shown of it in the page
/// @param own true for who made it: then it can be replaced, announced, archived and deleted
public record ProDocumentPage(
        Patient patient, DocumentEntry entry, DocumentRow row, DocumentPage.Shown content, boolean own)
        implements PatientModel {
    @Override
    public Message title() {
        return Literal.of(entry.title());
    }

    @Override
    public List<Crumb> trail() {
        List<Crumb> trail = new ArrayList<>(PatientModel.super.trail());
        trail.add(new Crumb("", Literal.of(entry.title())));
        return trail;
    }

    public Optional<String> newer() {
        return Optional.ofNullable(entry.replacedBy()).map(id -> patient.documents() + id.value());
    }

    public Optional<String> older() {
        return Optional.ofNullable(entry.replaces()).map(id -> patient.documents() + id.value());
    }

    public boolean unannounced() {
        return entry.marks().contains(Mark.INVISIBLE_PATIENT);
    }

    /// What the reader must know of who is shown this document.
    public List<ProText> marks() {
        return entry.marks().stream().sorted().map(ProText::of).toList();
    }
}
