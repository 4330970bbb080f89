package fr.monespacesante.portal.rights;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.record.DocumentRow;
import java.util.List;
import java.util.Optional;

/// The record as one professional sees it today (ACC-11).
///
/// @param why nothing is seen; empty when the professional may look
/// @param total over all pages
public record PreviewPage(
        Choice.One who,
        Optional<RightsText> why,
        List<DocumentRow> rows,
        int total,
        boolean first,
        Optional<String> next)
        implements PageModel {
    @Override
    public Message title() {
        return RightsText.PREVIEW_AS.with(Literal.of(who.name()));
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS),
                Crumb.of(RightsPage.ADDRESS, RightsText.TITLE),
                Crumb.of("", RightsText.PREVIEW));
    }

    public String address() {
        return Purpose.PREVIEW.address() + "?rpps=" + who.rpps();
    }
}
