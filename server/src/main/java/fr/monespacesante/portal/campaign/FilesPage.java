package fr.monespacesante.portal.campaign;

import fr.monespacesante.account.Mailings;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// The files that came and the files that go to the mail house.
public record FilesPage(Form form, List<FileLine> lines, List<Mailings.Listed> mailings) implements PageModel {
    @Override
    public Message title() {
        return CampaignText.FILES_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.CAMPAIGNS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of(CampaignController.PAGE, CampaignText.TITLE), Crumb.of("", CampaignText.FILES_TITLE));
    }

    public boolean underWay() {
        return lines.stream().anyMatch(line -> line.file().underWay());
    }
}
