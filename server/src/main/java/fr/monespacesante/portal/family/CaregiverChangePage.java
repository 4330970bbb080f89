package fr.monespacesante.portal.family;

import fr.monespacesante.account.Caregiver;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.stream.Stream;

/// What one caregiver may do, and until when.
public record CaregiverChangePage(Caregiver caregiver, Form form) implements PageModel {
    public List<Option> lengths() {
        return Stream.concat(Stream.of(Option.of("KEEP", CaregiverText.LENGTH_KEEP)), CaregiverWords.LENGTHS.stream())
                .toList();
    }

    @Override
    public Message title() {
        return CaregiverText.CHANGE_TITLE.with(caregiver.name());
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
}
