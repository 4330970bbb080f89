package fr.monespacesante.portal.pro;

import fr.monespacesante.identity.ProfessionalIdentity;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import java.util.List;

/// Asks a professional with several places of work for which one they are here.
public record PlacePage(Form form, List<ProfessionalIdentity.Place> places) implements PageModel {
    public PlacePage {
        places = List.copyOf(places);
    }

    @Override
    public Message title() {
        return SignInText.PLACE_TITLE.plain();
    }

    public String profession(ProfessionalIdentity.Place place) {
        return Nomenclatures.national()
                .profession(place.profession())
                .map(Code::label)
                .orElse(place.profession());
    }
}
