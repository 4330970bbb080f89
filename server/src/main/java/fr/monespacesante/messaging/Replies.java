package fr.monespacesante.messaging;

import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Visit;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Address;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.MailWriter;
import fr.monespacesante.mail.Outgoing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The citizen's side answers, in an exchange that a professional opened and has not ended (MSG-02, MSG-03).
public final class Replies {
    /// Of all that is attached to one answer (facts, section 6).
    public static final long MOST_ATTACHED = 5_000_000;

    public static final int MOST_FILES = 20;
    public static final int LONGEST_TEXT = 100_000;

    private static final Pattern SOUND_ID = Pattern.compile("<[\\x21-\\x7E&&[^<>]]{3,900}>");
    private static final int LONGEST_SUBJECT = 500;

    private final ConversationRows conversations;
    private final MessageRows messages;
    private final DraftRows drafts;
    private final Ways ways;
    private final MailWriter writer;
    private final MessagingProperties properties;
    private final Ids ids;

    Replies(
            ConversationRows conversations,
            MessageRows messages,
            DraftRows drafts,
            Ways ways,
            MailWriter writer,
            MessagingProperties properties,
            Ids ids) {
        this.conversations = conversations;
        this.messages = messages;
        this.drafts = drafts;
        this.ways = ways;
        this.writer = writer;
        this.properties = properties;
        this.ids = ids;
    }

    /// Where messages go from here: to the professionals of the portal at once, to all others by mail.
    record Ways(Dispatches dispatches, Exchanges exchanges, MessageBlobs blobs) {}

    /// @param document of the record that it was taken from; the channel has opened it by right
    public record NewFile(
            String name,
            String mimeType,
            byte[] bytes,
            @Nullable UUID document) {
        @Override
        public String toString() {
            return "NewFile[" + mimeType + "]";
        }
    }

    /// The visitor's own unsent answer.
    public Optional<Draft> draft(Visit visit, UUID conversation) {
        return drafts.find(visit, conversation, Conversations.author(visit));
    }

    /// Whom an answer goes to: who wrote last, or everybody of that message.
    public List<Correspondent> addressees(Visit visit, UUID conversation, boolean toAll) {
        return answered(visit, conversation)
                .map(last -> addressees(last, toAll))
                .orElse(List.of());
    }

    private static List<Correspondent> addressees(Message last, boolean toAll) {
        if (!toAll) {
            return List.of(last.from());
        }
        Map<String, Correspondent> everybody = new LinkedHashMap<>();
        last.everybody().forEach(one -> everybody.putIfAbsent(one.address(), one));
        return List.copyOf(everybody.values());
    }

    /// Keeps what is written so far. `text` as it was typed.
    ///
    /// @return refused as CONVERSATION_CLOSED, or as TOO_LARGE for `text`
    public Outcome<Draft> keep(Visit visit, UUID conversation, boolean toAll, String text) {
        return keep(visit, conversation, ids.next(), toAll, text);
    }

    /// @param named what the draft is called when it begins with this: the form knows it before the draft is there
    public Outcome<Draft> keep(Visit visit, UUID conversation, UUID named, boolean toAll, String text) {
        if (text.length() > LONGEST_TEXT) {
            return Outcome.refused(Problem.TOO_LARGE, "text");
        }
        return changing(
                visit, conversation, named, draft -> Outcome.done(changed(visit, draft, toAll, text, draft.files())));
    }

    /// Adds a file to the draft, which begins with it if there is none.
    ///
    /// @return refused as TOO_LARGE for `files` when all of them are too many or too much
    public Outcome<Draft> attach(Visit visit, UUID conversation, NewFile file) {
        return attach(visit, conversation, ids.next(), file);
    }

    /// @param named as for `keep`
    public Outcome<Draft> attach(Visit visit, UUID conversation, UUID named, NewFile file) {
        return changing(visit, conversation, named, draft -> {
            boolean tooMuch = draft.size() + file.bytes().length > MOST_ATTACHED;
            if (tooMuch || draft.files().size() >= MOST_FILES) {
                return Outcome.refused(Problem.TOO_LARGE, "files");
            }
            Draft.File added =
                    new Draft.File(ids.next(), file.name(), file.mimeType(), file.bytes().length, file.document());
            ways.blobs().keep(visit, added.id(), file.bytes());
            drafts.addFile(visit, draft.id(), added);
            List<Draft.File> files = new ArrayList<>(draft.files());
            files.add(added);
            return Outcome.done(changed(visit, draft, draft.toAll(), draft.text(), files));
        });
    }

    /// Takes a file away from the draft; one that is not there stays so.
    public Outcome<Draft> detach(Visit visit, UUID conversation, UUID file) {
        return changing(visit, conversation, ids.next(), draft -> {
            List<Draft.File> files = draft.files().stream()
                    .filter(kept -> !kept.id().equals(file))
                    .toList();
            if (files.size() < draft.files().size()) {
                drafts.removeFile(visit, file);
                ways.blobs().removeAfterCommit(visit.id(), file);
            }
            return Outcome.done(changed(visit, draft, draft.toAll(), draft.text(), files));
        });
    }

    /// One file of the visitor's draft.
    public Outcome<KeptMessage> file(Visit visit, UUID conversation, UUID file) {
        return draft(visit, conversation).stream()
                .flatMap(draft -> draft.files().stream())
                .filter(kept -> kept.id().equals(file))
                .findFirst()
                .map(kept -> Outcome.done(ways.blobs().kept(visit, kept.id())))
                .orElseGet(visit::unseen);
    }

    public void discard(Visit visit, UUID conversation) {
        drafts.take(visit, conversation, Conversations.author(visit))
                .ifPresent(draft -> drafts.remove(visit, draft, ways.blobs()));
    }

    private interface Change {
        Outcome<Draft> of(Draft draft);
    }

    private Outcome<Draft> changing(Visit visit, UUID conversation, UUID named, Change change) {
        Outcome<Conversation> open = open(visit, conversation);
        if (open instanceof Outcome.Refused<Conversation>(Problem problem, String where)) {
            return Outcome.refused(problem, where);
        }
        UUID author = Conversations.author(visit);
        Optional<Draft> before = drafts.take(visit, conversation, author);
        if (before.isEmpty() && messages.find(visit, named).isPresent()) {
            return Outcome.refused(Problem.VERSION_MISMATCH); // it was sent meanwhile, and does not begin again
        }
        Outcome<Draft> changed =
                change.of(before.orElseGet(() -> new Draft(named, conversation, 0, false, "", List.of(), visit.now())));
        if (changed instanceof Outcome.Done<Draft>(Draft draft) && !drafts.save(visit, draft, author)) {
            return Outcome.refused(Problem.VERSION_MISMATCH);
        }
        return changed;
    }

    private static Draft changed(Visit visit, Draft draft, boolean toAll, String text, List<Draft.File> files) {
        return new Draft(draft.id(), draft.conversation(), draft.version() + 1, toAll, text, files, visit.now());
    }

    /// An exchange that can be answered in, taken.
    private Outcome<Conversation> open(Visit visit, UUID conversation) {
        Optional<Conversation> found = conversations.take(visit, conversation).filter(one -> visit.sees(one.facts()));
        if (found.isEmpty()) {
            return visit.unseen();
        }
        visit.concerns(conversation, found.get().facts());
        return found.get().closed() ? Outcome.refused(Problem.CONVERSATION_CLOSED) : Outcome.done(found.get());
    }

    /// Sends the draft, with this text.
    ///
    /// @param sending the draft, as the form names it: the same one again is the message that was sent
    /// @return refused as REQUIRED_ELEMENT_MISSING for `text` when there is nothing to send, and as
    ///     VERSION_MISMATCH when another draft took the place of this one
    public Outcome<Message> send(Visit visit, UUID conversation, UUID sending, boolean toAll, String text) {
        if (conversations
                .take(visit, conversation)
                .filter(one -> visit.sees(one.facts()))
                .isEmpty()) {
            return visit.unseen();
        }
        Optional<Message> sent = messages.find(visit, sending)
                .filter(message -> message.conversation().equals(conversation));
        if (sent.isPresent()) {
            return Outcome.done(sent.get());
        }
        Outcome<Draft> kept = keep(visit, conversation, sending, toAll, text);
        return kept.then(
                draft -> draft.id().equals(sending) ? send(visit, draft) : Outcome.refused(Problem.VERSION_MISMATCH));
    }

    private Outcome<Message> send(Visit visit, Draft draft) {
        Optional<Message> last = answered(visit, draft.conversation());
        if (last.isEmpty()) {
            return Outcome.refused(Problem.CONVERSATION_CLOSED);
        }
        if (draft.text().isBlank() && draft.files().isEmpty()) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "text");
        }
        List<Correspondent> to = addressees(last.get(), draft.toAll());
        return writer.reply(
                        outgoing(visit, draft, last.get(), to),
                        sound(last.get().messageId()),
                        last.get().references())
                .map(raw -> sent(visit, draft, last.get(), to, raw));
    }

    private Optional<Message> answered(Visit visit, UUID conversation) {
        int skipped = 0;
        List<Message> batch;
        do {
            batch = messages.of(visit, conversation, skipped, Conversations.MESSAGES);
            Optional<Message> incoming =
                    batch.stream().filter(message -> !message.outgoing()).findFirst();
            if (incoming.isPresent()) {
                return incoming;
            }
            skipped += batch.size();
        } while (batch.size() == Conversations.MESSAGES);
        return Optional.empty();
    }

    /// Real mail bears ids that a header cannot take again; the exchange does not end with them.
    static String sound(String messageId) {
        return SOUND_ID.matcher(messageId).matches() ? messageId : "";
    }

    private Message sent(Visit visit, Draft draft, Message last, List<Correspondent> to, byte[] raw) {
        Message message = new Message(
                draft.id(),
                draft.conversation(),
                1,
                visit.now(),
                true,
                new Correspondent(address(visit), "", null),
                to,
                List.of(),
                writer(visit),
                subject(last.subject()),
                draft.text().strip(),
                null,
                true,
                attachments(draft),
                messageId(draft.id()),
                references(last),
                false,
                null,
                ids.next(),
                raw.length,
                to.stream().map(one -> delivery(one, visit)).toList(),
                List.of(),
                null);
        messages.add(visit, message, message.messageId() + "|sent", Mailroom.words(message));
        ways.blobs().keep(visit, message.blob(), raw);
        Conversation now =
                conversations.find(visit, draft.conversation()).orElseThrow().with(message, false);
        conversations.change(visit, now);
        for (int i = 0; i < to.size(); i++) {
            hand(visit, now, message, i);
        }
        drafts.remove(visit, draft, ways.blobs());
        return message;
    }

    private void hand(Visit visit, Conversation conversation, Message message, int addressee) {
        Correspondent to = message.to().get(addressee);
        to.professional()
                .ifPresentOrElse(
                        rpps -> ways.exchanges().note(visit, conversation, rpps, true),
                        () -> ways.dispatches()
                                .add(visit.id(), message.id(), Dispatches.Kind.MESSAGE, addressee, visit.now()));
    }

    private static Delivery delivery(Correspondent to, Visit visit) {
        Delivery waiting = Delivery.waiting(to, visit.now());
        return to.ofPortal() ? waiting.now(Delivery.State.RECEIVED, visit.now()) : waiting;
    }

    private Outgoing outgoing(Visit visit, Draft draft, Message last, List<Correspondent> to) {
        List<Address> mailboxes = to.stream()
                .filter(one -> !one.ofPortal())
                .map(Correspondent::mailbox)
                .toList();
        Address from = new Address(address(visit), sender(visit));
        return new Outgoing(
                messageId(draft.id()),
                visit.now(),
                from,
                mailboxes.isEmpty() ? List.of(from) : mailboxes,
                List.of(),
                subject(last.subject()),
                draft.text().strip(),
                draft.files().stream().map(file -> file(visit, file)).toList(),
                false,
                false,
                properties.product());
    }

    private Outgoing.File file(Visit visit, Draft.File file) {
        try {
            return new Outgoing.File(
                    file.name(),
                    file.mimeType(),
                    ways.blobs().kept(visit, file.id()).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a draft does not open", e);
        }
    }

    private static List<Attachment> attachments(Draft draft) {
        List<Attachment> attachments = new ArrayList<>();
        for (Draft.File file : draft.files()) {
            attachments.add(new Attachment(
                    attachments.size(), file.name(), file.mimeType(), file.size(), Attachment.Kind.FILE));
        }
        return attachments;
    }

    private static List<String> references(Message last) {
        List<String> references = new ArrayList<>(last.references());
        if (!last.messageId().isEmpty()) {
            references.add(last.messageId());
        }
        return references;
    }

    private String messageId(UUID message) {
        return "<" + message + "@" + properties.domain() + ">";
    }

    private String address(Visit visit) {
        return visit.space().person().ins().value() + "@" + properties.domain();
    }

    /// As professionals read it: the holder, and who writes for them.
    private static String sender(Visit visit) {
        String holder = visit.space().person().displayName();
        String writer = writer(visit);
        return writer.equals(holder) ? holder : holder + ", par " + writer;
    }

    private static String writer(Visit visit) {
        return visit.caller() instanceof Caller.Citizen citizen
                ? citizen.name()
                : visit.space().person().displayName();
    }

    private static String subject(String subject) {
        String plain =
                subject.replaceFirst("(?i)^(\\s*(re|tr|fwd?)\\s*:\\s*)+", "").strip();
        return "Re: " + (plain.length() > LONGEST_SUBJECT ? plain.substring(0, LONGEST_SUBJECT) : plain);
    }
}
