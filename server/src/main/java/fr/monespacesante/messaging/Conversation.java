package fr.monespacesante.messaging;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.monespacesante.access.DocumentFacts;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// An exchange, as a list shows it.
///
/// @param subject of the message that opened it
/// @param correspondents everybody who wrote or was written to, in the order of their coming
/// @param lastFrom who wrote last, by name
/// @param lastOutgoing true when that was the citizen's side
/// @param snippet the beginning of the last message
/// @param messages how many there are
/// @param unread of them
/// @param closed a professional ended it: no answer until one writes again (MSG-02)
/// @param alone kept from who represents the holder (INVISIBLE_REPRESENTANTS_LEGAUX)
/// @param failed some message of the citizen's side did not reach everybody
public record Conversation(
        UUID id,
        long version,
        String subject,
        List<Correspondent> correspondents,
        Instant startedAt,
        Instant lastAt,
        String lastFrom,
        boolean lastOutgoing,
        String snippet,
        int messages,
        int unread,
        boolean attachments,
        boolean closed,
        boolean alone,
        boolean failed) {
    private static final int SNIPPET = 140;
    /// An exchange names this many people; more are in the messages.
    private static final int MOST_NAMED = 50;

    public Conversation {
        correspondents = List.copyOf(correspondents);
    }

    static Conversation begun(UUID id, String subject, boolean alone, Instant now) {
        return new Conversation(id, 0, subject, List.of(), now, now, "", false, "", 0, 0, false, false, alone, false);
    }

    /// After one more message.
    Conversation with(Message message, boolean closing) {
        List<Correspondent> everybody = new ArrayList<>(correspondents);
        for (Correspondent one : message.everybody()) {
            if (everybody.size() < MOST_NAMED && everybody.stream().noneMatch(one::is)) {
                everybody.add(one);
            }
        }
        return new Conversation(
                id,
                version + 1,
                subject,
                everybody,
                startedAt,
                message.at(),
                message.outgoing() ? message.writtenBy() : message.from().display(),
                message.outgoing(),
                snippet(message.text()),
                messages + 1,
                unread + (message.outgoing() ? 0 : 1),
                attachments || !message.attachments().isEmpty(),
                message.outgoing() ? closed : closing,
                alone,
                failed);
    }

    /// After one of its messages is gone.
    ///
    /// @param left the others, oldest first; at least one
    static Conversation of(Conversation before, List<Message> left) {
        Conversation again = new Conversation(
                before.id,
                before.version,
                before.subject,
                before.correspondents,
                before.startedAt,
                before.lastAt,
                "",
                false,
                "",
                0,
                0,
                false,
                false,
                before.alone,
                false);
        for (Message message : left) {
            again = again.with(message, message.closes());
        }
        return new Conversation(
                again.id,
                before.version + 1,
                again.subject,
                before.correspondents,
                again.startedAt,
                again.lastAt,
                again.lastFrom,
                again.lastOutgoing,
                again.snippet,
                left.size(),
                Math.min(before.unread, left.size()),
                again.attachments,
                before.closed,
                again.alone,
                left.stream().anyMatch(Message::failed));
    }

    Conversation asRead() {
        return changed(0, closed, failed);
    }

    Conversation asUnread() {
        return changed(Math.max(1, unread), closed, failed);
    }

    Conversation closing() {
        return changed(unread, true, failed);
    }

    Conversation failing(boolean some) {
        return changed(unread, closed, some);
    }

    private Conversation changed(int nowUnread, boolean nowClosed, boolean nowFailed) {
        return new Conversation(
                id,
                version + 1,
                subject,
                correspondents,
                startedAt,
                lastAt,
                lastFrom,
                lastOutgoing,
                snippet,
                messages,
                nowUnread,
                attachments,
                nowClosed,
                alone,
                nowFailed);
    }

    /// What the decision looks at: whom it is kept from, and which professionals of the portal are in it.
    public DocumentFacts facts() {
        return new DocumentFacts(
                id,
                lastAt,
                "",
                alone ? Set.of(Mark.INVISIBLE_REPRESENTANTS_LEGAUX) : Set.of(),
                correspondents.stream()
                        .map(Correspondent::professional)
                        .flatMap(Optional::stream)
                        .map(Rpps::nationalId)
                        .collect(Collectors.toSet()),
                Optional.empty(),
                false);
    }

    /// An answer is possible (MSG-02).
    @JsonIgnore
    public boolean open() {
        return !closed;
    }

    private static String snippet(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SNIPPET
                ? line
                : line.substring(
                                0, line.offsetByCodePoints(0, Math.min(SNIPPET, line.codePointCount(0, line.length()))))
                        + "…";
    }

    @Override
    public String toString() {
        return "Conversation[" + id + "]";
    }
}
