package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import java.util.List;

/// Second step: where codes and news will come.
public record ActivationContactPage(String name, Form form) implements PageModel {
    @Override
    public Message title() {
        return ActivationPages.title();
    }

    public List<Option> choices() {
        return ActivationPages.CODES_BY;
    }
}
