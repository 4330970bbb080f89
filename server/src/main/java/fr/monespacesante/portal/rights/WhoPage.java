package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Rights;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// "Who could see this document today?" (ACC-10)
///
/// @param address of the document
/// @param people those the space knows by name, those who could see it first
/// @param may professions that could, once the holder agreed
/// @param mayNot those that could not
/// @param emergencies what holds in an emergency, one sentence each
/// @param delegates who act for the holder
/// @param rules of this document for one professional
public record WhoPage(
        String document,
        String address,
        boolean hidden,
        List<Person> people,
        List<String> may,
        List<String> mayNot,
        List<Person> emergencies,
        List<Person> delegates,
        List<Rights.DocumentRule> rules)
        implements PageModel {
    /// @param rpps of a professional; empty for the others
    /// @param ruled whether a wish for this document holds for them
    public record Person(
            String name, Message who, String from, String rpps, boolean sees, Message why, boolean ruled) {}

    @Override
    public Message title() {
        return RightsText.WHO_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.DOCUMENTS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/documents", FrameText.NAVIGATION_DOCUMENTS),
                new Crumb(address, Literal.of(document)),
                Crumb.of("", RightsText.WHO_TITLE));
    }
}
