package fr.monespacesante.portal;

import java.util.Locale;
import java.util.Optional;

/// The languages of the pages. French is the one a person gets who has not chosen.
public enum Language {
    FRENCH("fr", Locale.FRANCE),
    ENGLISH("en", Locale.UK);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /// As in the `lang` attribute of a page.
    public String tag() {
        return tag;
    }

    /// Of dates and numbers.
    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == FRENCH ? ENGLISH : FRENCH;
    }

    static Optional<Language> of(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
