package fr.monespacesante.messaging;

import static fr.monespacesante.messaging.TestMessages.letter;

import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.MessageAct.WriteMessage.Step;
import fr.monespacesante.access.People;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.TestDoors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.mail.MailLimits;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.MailWriter;
import fr.monespacesante.mail.Report;
import fr.monespacesante.vault.FileBlobs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Exchanges in a space, through its door, and short ways to say what is done in them.
abstract class MessagingTest {
    static final MessagingProperties OURS = new MessagingProperties("patient.mssante.fr", "TEST");
    static final SpaceId CLAIRE = People.CLAIRE_SPACE;
    static final Person CHILD = new Person(
            Ins.of("116063155530101"),
            InsAuthority.TEST,
            "DURAND",
            List.of("Hugo"),
            "DURAND",
            "Hugo",
            Sex.MALE,
            LocalDate.of(2016, 6, 30),
            "31555");

    final TestDoors house = new TestDoors();
    final List<SpaceEvent> told = new ArrayList<>();
    final MailReader reader = new MailReader(MailLimits.defaults());

    FileBlobs store;
    Dispatches dispatches;
    Exchanges exchanges;
    Mailroom mailroom;
    Conversations conversations;
    Replies replies;
    Carriage carriage;

    @BeforeEach
    void open(@TempDir Path blobs) throws IOException {
        store = new FileBlobs(blobs);
        ConversationRows rows = new ConversationRows(house.client);
        MessageRows messages = new MessageRows(house.client);
        DraftRows drafts = new DraftRows(house.client);
        MessageBlobs bytes = new MessageBlobs(store);
        dispatches = new Dispatches(house.client, house.ids);
        exchanges = new Exchanges(house.client, house.vault.ofDirectory());
        mailroom = new Mailroom(rows, messages, dispatches, exchanges, bytes, house.ids);
        conversations = new Conversations(rows, messages, drafts, dispatches, exchanges, bytes);
        replies = new Replies(
                rows,
                messages,
                drafts,
                new Replies.Ways(dispatches, exchanges, bytes),
                new MailWriter(),
                OURS,
                house.ids);
        carriage = new Carriage(rows, messages, dispatches, bytes, new MailWriter(), OURS);
        house.directory.add(CLAIRE, TestSpaces.CLAIRE, SpaceState.ACTIVATED);
        house.directory.add(People.MARCEL_SPACE, TestSpaces.MARCEL, SpaceState.OPEN);
        house.listeners.add((visit, event) -> told.add(event));
    }

    Outcome<Mailroom.Received> receive(SpaceId space, TestMessages.Letter letter) {
        Incoming incoming = letter.incoming();
        Caller caller = incoming.from().ofPortal()
                ? People.doctor()
                : new Caller.Correspondent(
                        incoming.from().address(), incoming.from().name(), "operateur-sante.mssante.example");
        return house.doors.enter(
                caller,
                space,
                new MessageAct.ReceiveMessage(letter.marks()),
                visit -> mailroom.receive(visit, incoming));
    }

    Mailroom.Received received(TestMessages.Letter letter) {
        return done(receive(CLAIRE, letter));
    }

    <T> Outcome<T> claire(Act act, Function<Visit, Outcome<T>> body) {
        return house.doors.enter(People.citizen(CLAIRE), CLAIRE, act, body);
    }

    List<Conversation> list(ConversationQuery query) {
        return done(claire(new MessageAct.ReadMessages(), visit -> Outcome.done(conversations.list(visit, query))))
                .page();
    }

    Conversations.Read read(UUID conversation) {
        return done(
                claire(new MessageAct.ReadMessage(conversation), visit -> conversations.read(visit, conversation, 0)));
    }

    Outcome<Message> send(UUID conversation, UUID draft, boolean toAll, String text) {
        return claire(
                new MessageAct.WriteMessage(conversation, Step.SEND),
                visit -> replies.send(visit, conversation, draft, toAll, text));
    }

    Message sent(UUID conversation, boolean toAll, String text) {
        return done(send(conversation, UUID.randomUUID(), toAll, text));
    }

    Outcome<Draft> draft(UUID conversation, Function<Visit, Outcome<Draft>> body) {
        return claire(new MessageAct.WriteMessage(conversation, Step.DRAFT), body);
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused -> throw new AssertionError(refused.toString());
        };
    }

    static <T> Problem problem(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Refused<T>(Problem problem, String where) -> problem;
            case Outcome.Done<T> done -> throw new AssertionError("it was done");
        };
    }

    <T> T carry(Dispatches.Due due, Function<Visit, Outcome<T>> body) {
        return done(house.doors.enter(
                new Caller.Service(Caller.Service.Task.MESSAGING),
                due.space(),
                new MessageAct.CarryMessage(due.message()),
                body));
    }

    boolean reported(Caller operator, Report report) {
        return done(house.doors.enter(
                operator, CLAIRE, new MessageAct.ReceiveReport(), visit -> mailroom.report(visit, report)));
    }

    static ConversationQuery query(String words, boolean unread, String address) {
        return new ConversationQuery(SearchWords.query(words), unread, address, Optional.empty(), 20);
    }

    void allow(Mandate.Scope scope) {
        house.mandates.give(
                CLAIRE,
                TestSpaces.MARCEL.ins(),
                new Mandate(Mandate.Kind.CAREGIVER, Set.of(scope), Optional.of(house.now.plusSeconds(3600))));
    }
}
