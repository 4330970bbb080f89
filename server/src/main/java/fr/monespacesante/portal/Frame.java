package fr.monespacesante.portal;

import java.util.List;
import java.util.Optional;

/// What surrounds a page.
///
/// @param address of this page without the language, for the switch
/// @param mood style of the whole page, for a state that must not be overlooked; empty for none
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
        String mood) {
    /// The token that shows that a form came from one of our pages.
    public record Token(String name, String value) {}

    public Frame {
        trail = List.copyOf(trail);
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
