package fr.monespacesante.portal.messaging;

import fr.monespacesante.kernel.Problem;
import fr.monespacesante.messaging.Draft;
import fr.monespacesante.portal.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the form of an answer says.
record AnswerForm(Form form) {
    static final String DRAFT = "brouillon";
    static final String FILES = "fichiers";
    static final String TEXT = "texte";
    private static final String TO = "a";
    private static final String ALL = "tous";

    /// As it is first shown: the draft where there is one, under its own id.
    ///
    /// @param next the id of a new draft
    /// @param all whether everybody was asked for
    AnswerForm(UUID next, Optional<Draft> draft, Optional<String> all) {
        this(begun(next, draft, all));
    }

    private static Form begun(UUID next, Optional<Draft> draft, Optional<String> all) {
        boolean toAll = all.isPresent()
                ? all.get().equals("oui")
                : draft.map(Draft::toAll).orElse(false);
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(DRAFT, List.of(draft.map(Draft::id).orElse(next).toString()));
        values.put(TEXT, List.of(draft.map(Draft::text).orElse("")));
        values.put(TO, List.of(toAll ? ALL : "un"));
        return Form.of(values);
    }

    UUID draft() {
        return ExchangeIds.of(form.value(DRAFT));
    }

    boolean toAll() {
        return form.has(TO, ALL);
    }

    /// With the line ends of this system, as a browser does not send them.
    String text() {
        return form.value(TEXT).replace("\r\n", "\n");
    }

    /// The button that was pressed.
    String action() {
        return form.value("action");
    }

    /// The file that is to be taken away.
    UUID removed() {
        return ExchangeIds.of(action().replaceFirst("^retirer-", ""));
    }

    static Form wrongFile(Form form, Problem problem, String name) {
        return form.wrong(
                FILES,
                switch (problem) {
                    case CONTENT_INFECTED -> AnswerText.WRONG_INFECTED.with(name);
                    case DOCUMENT_DANGEROUS, DOCUMENT_BROKEN -> AnswerText.WRONG_DANGER.with(name);
                    default -> AnswerText.WRONG_KIND.with(name);
                });
    }

    /// Why an answer was not kept or not sent.
    static Form wrong(Form form, Problem problem, String where) {
        return switch (problem) {
            case CONVERSATION_CLOSED -> form.wrong(TEXT, AnswerText.WRONG_CLOSED);
            case TOO_LARGE ->
                where.equals("text")
                        ? form.wrong(TEXT, AnswerText.WRONG_LONG)
                        : form.wrong(FILES, AnswerText.WRONG_SIZE);
            case REQUIRED_ELEMENT_MISSING -> form.wrong(TEXT, AnswerText.NEED_TEXT);
            case VERSION_MISMATCH -> form.wrong(TEXT, AnswerText.WRONG_STALE);
            default -> form.wrong(TEXT, AnswerText.WRONG_OTHER);
        };
    }
}
