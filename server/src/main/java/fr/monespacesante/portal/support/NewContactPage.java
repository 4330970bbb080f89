package fr.monespacesante.portal.support;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.account.ActivationPages;
import java.util.List;

/// The new contact of a caller, then the code that went there.
///
/// @param back the call
/// @param hint where the code went, masked; empty before
public record NewContactPage(String back, String hint, Form form) implements PageModel {
    @Override
    public Message title() {
        return SupportText.CONTACT.plain();
    }

    @Override
    public Section section() {
        return Section.SUPPORT;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(QuestionsPage.ADDRESS, SupportText.TITLE),
                Crumb.of(back, SupportText.CALL),
                Crumb.of("", SupportText.CONTACT));
    }

    public boolean asked() {
        return !hint.isEmpty();
    }

    public List<Option> choices() {
        return ActivationPages.CODES_BY;
    }
}
