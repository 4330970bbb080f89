package fr.monespacesante.portal;

import java.util.Optional;

/// A notice as it waits in the session for the next page: the names of its enum constants, never words, so that a
/// session holds nothing about health and nothing that must be deserialised as an object.
final class NoticeCode {
    private NoticeCode() {}

    static String write(Notice notice) {
        if (!(notice.message().text() instanceof Enum<?> text)
                || !notice.message().arguments().isEmpty()) {
            throw new IllegalArgumentException("A notice across a redirect is one text without arguments");
        }
        return notice.kind() + " " + text.getDeclaringClass().getName() + " " + text.name();
    }

    static Optional<Notice> read(String code) {
        String[] parts = code.split(" ");
        try {
            Class<?> type = Class.forName(parts[1]);
            if (parts.length != 3 || !type.isEnum() || !Text.class.isAssignableFrom(type)) {
                return Optional.empty();
            }
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(parts[2])) {
                    return Optional.of(new Notice(Notice.Kind.valueOf(parts[0]), ((Text) constant).plain()));
                }
            }
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
