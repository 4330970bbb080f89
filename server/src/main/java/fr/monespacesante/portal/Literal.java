package fr.monespacesante.portal;

import java.util.List;

/// Words that come as they are, in no language of ours: a document's title, a person's name.
public record Literal(String words) implements Text {
    @Override
    public String french() {
        return words;
    }

    @Override
    public String english() {
        return words;
    }

    /// Nothing in it is a place to fill.
    public static Message of(String words) {
        return new Message(new Literal(words), List.of());
    }
}
