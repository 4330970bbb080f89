package fr.monespacesante.portal;

import java.util.List;

/// The person in front of the page, as far as the frame shows it.
///
/// @param name as it is shown in the header
/// @param sections of the navigation this person has
/// @param unread notifications
public record Visitor(String name, List<Section> sections, int unread, String logout) {
    public Visitor {
        sections = List.copyOf(sections);
    }
}
