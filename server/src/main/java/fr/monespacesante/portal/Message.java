package fr.monespacesante.portal;

import java.util.List;

/// A text and what fills its places: something to say, before it is known in which language.
public record Message(Text text, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }
}
