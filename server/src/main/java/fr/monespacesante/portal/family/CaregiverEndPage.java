package fr.monespacesante.portal.family;

import fr.monespacesante.account.Caregiver;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// The question before it ends.
public record CaregiverEndPage(Caregiver caregiver) implements PageModel {
    @Override
    public Message title() {
        return (active() ? CaregiverText.END_TITLE : CaregiverText.WITHDRAW_TITLE).with(caregiver.name());
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS),
                Crumb.of(CaregiversPage.ADDRESS, CaregiverText.TITLE),
                new Crumb("", title()));
    }

    public boolean active() {
        return caregiver.state() == Caregiver.State.ACTIVE;
    }
}
