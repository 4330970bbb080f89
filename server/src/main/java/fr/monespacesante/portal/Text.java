package fr.monespacesante.portal;

/// One text of the pages, in both languages. Implemented by enums, one for each part of the pages, so that a text that
/// is missing in one language does not compile.
///
/// `{0}`, `{1}`… stand for arguments. A text that depends on a number has two forms, singular and plural, separated by
/// a vertical bar; the first argument is that number.
public interface Text {
    String french();

    String english();

    default String in(Language language) {
        return switch (language) {
            case FRENCH -> french();
            case ENGLISH -> english();
        };
    }

    /// This text with its arguments: ids of other texts, dates, numbers and strings, each shown as its language does.
    default Message with(Object... arguments) {
        return new Message(this, java.util.List.of(arguments));
    }

    default Message plain() {
        return new Message(this, java.util.List.of());
    }
}
