package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Rights;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who may see what, on one page.
///
/// @param rules one document for one professional, with the document's title and address
/// @param hidden the categories that come in hidden
public record RightsPage(
        Rights rights,
        Instant now,
        Optional<Reader> doctor,
        List<Reader> readers,
        List<Mandates.Delegate> delegates,
        List<Rule> rules,
        List<Message> hidden,
        List<Delay> delays)
        implements PageModel {
    static final String ADDRESS = "/espace/parametres/acces";

    /// A professional who may read now.
    ///
    /// @param sees which documents, in words
    public record Reader(Rights.Named professional, String from, Optional<Rights.Consent> consent, Message sees) {}

    public record Rule(Rights.DocumentRule rule, String from, String title, String address) {}

    public record Delay(String type, String label, int days) {}

    @Override
    public Message title() {
        return RightsText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS), Crumb.of("", RightsText.TITLE));
    }

    public boolean nobody() {
        return doctor.isEmpty() && readers.isEmpty() && delegates.isEmpty();
    }
}
