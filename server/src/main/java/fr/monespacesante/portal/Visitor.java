package fr.monespacesante.portal;

import java.util.List;
import java.util.Optional;

/// The person in front of the page, as far as the frame shows it.
///
/// @param name as it is shown in the header
/// @param sections of the navigation this person has
/// @param unread notifications
/// @param messages exchanges with something unread
/// @param place where this person works, as they said at the sign-in; empty for those who have none
/// @param otherPlace where they say another one; empty for those who have no other
/// @param beside the counsellor who is with this person
/// @param people whose space the pages may show; empty for those who have only their own
public record Visitor(
        String name,
        List<Section> sections,
        int unread,
        int messages,
        String logout,
        String place,
        String otherPlace,
        List<Whose> people,
        Optional<Beside> beside) {
    public Visitor {
        sections = List.copyOf(sections);
        people = List.copyOf(people);
    }

    public Visitor(String name, List<Section> sections, int unread, String logout) {
        this(name, sections, unread, 0, logout, "", "", List.of(), Optional.empty());
    }

    /// How much is new in a part of the navigation.
    public int news(Section section) {
        return switch (section) {
            case NOTIFICATIONS -> unread;
            case MESSAGES, EXCHANGES -> messages;
            default -> 0;
        };
    }

    /// The one whose space the pages show, where there is a choice.
    public Optional<Whose> current() {
        return people.stream().filter(Whose::current).findFirst();
    }
}
