package fr.monespacesante.portal.family;

import fr.monespacesante.account.Caregiver;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// Those who help, those asked, and those who did.
public record CaregiversPage(List<Caregiver> all) implements PageModel {
    static final String ADDRESS = "/espace/parametres/aidants";

    public CaregiversPage {
        all = List.copyOf(all);
    }

    @Override
    public Message title() {
        return CaregiverText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS), Crumb.of("", CaregiverText.TITLE));
    }

    public List<Caregiver> now() {
        return all.stream().filter(Caregiver::counts).toList();
    }

    public List<Caregiver> before() {
        return all.stream().filter(one -> !one.counts()).toList();
    }

    public boolean full() {
        return now().size() >= Caregiver.MOST;
    }
}
