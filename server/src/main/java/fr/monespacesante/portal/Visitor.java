package fr.monespacesante.portal;

import java.util.List;

/// The person in front of the page, as far as the frame shows it.
///
/// @param name as it is shown in the header
/// @param sections of the navigation this person has
/// @param unread notifications
/// @param place where this person works, as they said at the sign-in; empty for those who have none
/// @param otherPlace where they say another one; empty for those who have no other
public record Visitor(String name, List<Section> sections, int unread, String logout, String place, String otherPlace) {
    public Visitor {
        sections = List.copyOf(sections);
    }

    public Visitor(String name, List<Section> sections, int unread, String logout) {
        this(name, sections, unread, logout, "", "");
    }
}
