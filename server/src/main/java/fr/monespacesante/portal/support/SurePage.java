package fr.monespacesante.portal.support;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// What to read to the caller before something that counts: an opposition, a closing.
///
/// @param back the call
public record SurePage(Kind kind, String back, Form form) implements PageModel {
    /// What is about to be done.
    public enum Kind {
        OPPOSITION("opposition", SupportText.OPPOSE),
        CLOSING("fermeture", SupportText.CLOSE);

        private final String path;
        private final SupportText name;

        Kind(String path, SupportText name) {
            this.path = path;
            this.name = name;
        }

        public SupportText text() {
            return name;
        }

        public List<SupportText> read() {
            return switch (this) {
                case OPPOSITION ->
                    List.of(SupportText.OPPOSE_READ_1, SupportText.OPPOSE_READ_2, SupportText.OPPOSE_READ_3);
                case CLOSING ->
                    List.of(
                            SupportText.CLOSE_READ_1,
                            SupportText.CLOSE_READ_2,
                            SupportText.CLOSE_READ_3,
                            SupportText.CLOSE_READ_4);
            };
        }
    }

    public String address() {
        return back + "/" + kind.path;
    }

    @Override
    public Message title() {
        return kind.text().plain();
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
                Crumb.of("", kind.text()));
    }
}
