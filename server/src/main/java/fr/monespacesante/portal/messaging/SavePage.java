package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Message;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.record.AddPage;
import java.util.List;

/// Asks what a file is before it becomes a document.
///
/// @param name of the file, or of the document in a package
/// @param address of the file among the attachments
public record SavePage(Message message, String name, String address, Form form) implements PageModel {
    @Override
    public fr.monespacesante.portal.Message title() {
        return ExchangeText.SAVE_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.MESSAGES;
    }

    @Override
    public List<Crumb> trail() {
        return ExchangePage.trail(Crumb.of(back(), ExchangeText.EXCHANGE), Crumb.of("", ExchangeText.SAVE_TITLE));
    }

    public List<Option> types() {
        return AddPage.choices();
    }

    public String sender() {
        return Who.name(message.from());
    }

    public String back() {
        return ExchangeIds.address(message.conversation());
    }
}
