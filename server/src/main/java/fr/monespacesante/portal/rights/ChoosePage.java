package fr.monespacesante.portal.rights;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Choosing a professional, then saying yes: in two steps of one page.
///
/// @param address of this page, to search and to send to
/// @param back where to go instead
/// @param document the title of the one it is about; empty when it is about none
/// @param namesake whether to ask if somebody of the holder's own name is somebody else
public record ChoosePage(
        Purpose purpose, String address, String back, Form form, Choice choice, String document, boolean namesake)
        implements PageModel {

    static ChoosePage of(Purpose purpose, Form form, Choice choice) {
        return new ChoosePage(
                purpose,
                purpose.address(),
                RightsPage.ADDRESS,
                form,
                choice,
                "",
                form.error("homonyme").isPresent());
    }

    @Override
    public Message title() {
        return purpose.title().plain();
    }

    @Override
    public Section section() {
        return document.isEmpty() ? Section.SETTINGS : Section.DOCUMENTS;
    }

    @Override
    public List<Crumb> trail() {
        return document.isEmpty()
                ? List.of(
                        Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS),
                        Crumb.of(RightsPage.ADDRESS, RightsText.TITLE),
                        Crumb.of("", purpose.title()))
                : List.of(
                        Crumb.of("/espace/documents", FrameText.NAVIGATION_DOCUMENTS),
                        new Crumb(back.replaceFirst("/qui$", ""), Literal.of(document)),
                        Crumb.of(back, RightsText.WHO_TITLE),
                        Crumb.of("", purpose.title()));
    }

    public boolean asksReason() {
        return purpose == Purpose.FEEDING;
    }

    public boolean asksHow() {
        return purpose == Purpose.DOCUMENT;
    }

    public List<Option> ways() {
        return List.of(Option.of("montrer", RightsText.RULE_SHOW), Option.of("masquer", RightsText.RULE_HIDE));
    }

    /// The page with this one chosen.
    public String with(Choice.One one) {
        return address + "?rpps=" + one.rpps()
                + (one.listed() || one.name().isEmpty()
                        ? ""
                        : "&nom=" + URLEncoder.encode(one.name(), StandardCharsets.UTF_8));
    }
}
