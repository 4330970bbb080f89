package fr.monespacesante.portal.support;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// The questions to ask a caller.
public record QuestionsPage(Form form) implements PageModel {
    static final String ADDRESS = "/agent/assistance";
    static final String PERSON = "personne";
    static final String REPRESENTATIVE = "representant";

    @Override
    public Message title() {
        return SupportText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SUPPORT;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of("/agent", FrameText.TRAIL_HOME), Crumb.of("", SupportText.TITLE));
    }

    public List<Option> callers() {
        return List.of(
                Option.of(PERSON, SupportText.CALLER_PERSON),
                Option.of(REPRESENTATIVE, SupportText.CALLER_REPRESENTATIVE));
    }
}
