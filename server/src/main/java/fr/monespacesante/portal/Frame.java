package fr.monespacesante.portal;

import java.util.List;
import java.util.Optional;

/// What surrounds a page.
///
/// @param address of this page without the language, for the switch
/// @param mood style of the whole page, for a state that must not be overlooked; empty for none
/// @param inactivity seconds after which the session ends unused; 0 where nobody is signed in
/// @param csrf the form token's field name and value
public record Frame(
        Texts texts,
        String title,
        String address,
        Section section,
        List<Crumb> trail,
        Optional<Visitor> visitor,
        Optional<Notice> notice,
        Token csrf,
        Assets assets,
        String mood,
        int inactivity) {
    /// The token that shows that a form came from one of our pages.
    public record Token(String name, String value) {}

    public Frame {
        trail = List.copyOf(trail);
    }

    /// What a browser asks for to keep the session.
    public String stay() {
        return switch (area()) {
            case CITIZEN -> "/espace/session";
            case PROFESSIONAL -> "/pro/session";
            case AGENT -> "/agent/session";
        };
    }

    /// Whose pages these are.
    public Area area() {
        return Area.of(address);
    }

    /// This page in the other language.
    public String otherLanguage() {
        return address + (address.contains("?") ? "&" : "?") + "lang="
                + texts.language().other().tag();
    }
}
