package fr.monespacesante.portal.data;

import fr.monespacesante.messaging.KeptMessage;
import java.time.Instant;
import java.util.List;

/// An exchange, as the pages of a copy show it. The words of its messages are read one by one when they are written.
///
/// @param number from 1, newest first
/// @param names of everybody in it besides the holder
public record CopiedExchange(
        int number, String subject, String names, Instant lastAt, boolean closed, List<Letter> messages) {
    public CopiedExchange {
        messages = List.copyOf(messages);
    }

    /// One message.
    ///
    /// @param from name and address of a professional, or the name of the citizen who wrote
    /// @param to whom the citizen wrote to; empty for what came in
    public record Letter(int number, Instant at, String from, String to, String subject, KeptMessage raw) {
        /// Its folder in the copy.
        String folder() {
            return String.format("messages/%06d", number);
        }
    }

    /// A message that was read.
    ///
    /// @param whole address of the file that holds all of it
    public record Shown(Letter letter, String text, List<File> files, String whole, boolean damaged) {
        public Shown {
            files = List.copyOf(files);
        }
    }

    public record File(String name, String href) {}

    /// The name of its page, without its ending.
    public String page() {
        return String.format("echange-%05d", number);
    }
}
