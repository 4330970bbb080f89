package fr.monespacesante.portal.family;

import fr.monespacesante.account.Caregivers;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// Whom one is asked to help, with what, until when.
public record InvitationPage(Caregivers.Offer offer) implements PageModel {
    @Override
    public Message title() {
        return CaregiverText.OFFER_TITLE.with(offer.givenName());
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}
