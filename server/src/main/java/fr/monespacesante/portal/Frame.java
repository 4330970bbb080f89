package fr.monespacesante.portal;

import java.util.List;
import java.util.Optional;

/// What surrounds a page.
///
/// @param address of this page without the language, for the switch
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
        Assets assets) {
    /// The token that shows that a form came from one of our pages.
    public record Token(String name, String value) {}

    public Frame {
        trail = List.copyOf(trail);
    }

    /// This page in the other language.
    public String otherLanguage() {
        return address + (address.contains("?") ? "&" : "?") + "lang="
                + texts.language().other().tag();
    }
}
