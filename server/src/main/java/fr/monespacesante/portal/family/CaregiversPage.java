package fr.monespacesante.portal.family;

import fr.monespacesante.account.Caregiver;
import fr.monespacesante.account.Measure;
import fr.monespacesante.account.Powers;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;
import java.util.Optional;

/// Those who help, those asked, and those who did.
///
/// @param decides whether the reader may change any of it
/// @param teenager whether the reader may give the holder a login of their own
public record CaregiversPage(List<Caregiver> all, boolean decides, boolean teenager, Optional<Measure> measure)
        implements PageModel {
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

    public Optional<FamilyText> measureName() {
        return measure.map(one -> switch (one.kind()) {
            case TUTELLE -> FamilyText.MEASURE_TUTELLE;
            case CURATELLE -> FamilyText.MEASURE_CURATELLE;
            case HABILITATION -> FamilyText.MEASURE_HABILITATION;
            case FUTURE -> FamilyText.MEASURE_FUTURE;
        });
    }

    public List<FamilyText> measureSays() {
        return measure.map(one -> List.of(
                        one.guardian() == Powers.ALL ? FamilyText.GUARDIAN_ALL : FamilyText.GUARDIAN_READ,
                        one.left() == Powers.ALL ? FamilyText.LEFT_ALL : FamilyText.LEFT_READ))
                .orElse(List.of());
    }

    public boolean full() {
        return now().size() >= Caregiver.MOST;
    }
}
