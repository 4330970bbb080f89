package fr.monespacesante.portal.messaging;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.record.DocumentRow;
import java.util.List;
import java.util.UUID;

/// Where documents of the record are chosen to be attached.
///
/// @param exchange its id
/// @param left bytes that may still be attached
/// @param more true when there are others than these
public record PickPage(UUID exchange, Form form, List<Choice> choices, long left, boolean more) implements PageModel {
    public PickPage {
        choices = List.copyOf(choices);
    }

    /// @param structured a CDA, which goes as XML
    public record Choice(DocumentRow row, Message format, long size, boolean structured) {}

    @Override
    public Message title() {
        return AnswerText.PICK_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.MESSAGES;
    }

    @Override
    public List<Crumb> trail() {
        return ExchangePage.trail(Crumb.of(back(), AnswerText.TITLE), Crumb.of("", AnswerText.PICK_TITLE));
    }

    public String back() {
        return ExchangeIds.address(exchange) + "/repondre";
    }

    public String address() {
        return back() + "/documents";
    }

    public boolean structured() {
        return choices.stream().anyMatch(Choice::structured);
    }
}
