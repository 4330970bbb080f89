package fr.monespacesante.portal.leaving;

import fr.monespacesante.account.Closing;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.time.LocalDate;
import java.time.ZoneId;

/// The trace of a closing, to whoever has its reference.
public record ClosedPage(Closing closing) implements PageModel {
    static final String ADDRESS = "/fermeture";

    @Override
    public Message title() {
        return (closing.erased() ? LeavingText.DONE_ERASED_TITLE : LeavingText.DONE_TITLE).plain();
    }

    public Message by() {
        return LeavingText.by(closing.reason()).with(closing.by());
    }

    /// The last day in the archive.
    public LocalDate until() {
        return LocalDate.ofInstant(closing.at(), ZoneId.of("Europe/Paris")).plusYears(10);
    }

    public String certificate() {
        return ADDRESS + "/" + closing.reference() + "/attestation.pdf";
    }
}
