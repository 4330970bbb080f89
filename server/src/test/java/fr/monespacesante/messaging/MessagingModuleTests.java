package fr.monespacesante.messaging;

import static fr.monespacesante.messaging.TestMessages.CARDIOLOGY;
import static fr.monespacesante.messaging.TestMessages.DOCTOR;
import static fr.monespacesante.messaging.TestMessages.letter;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
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
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.mail.MailLimits;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.MailWriter;
import fr.monespacesante.mail.Report;
import fr.monespacesante.vault.FileBlobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exchanges in a space, through its door: what comes in, what goes out, and who may know of it.
class MessagingModuleTests {
    private static final MessagingProperties OURS = new MessagingProperties("patient.mssante.fr", "TEST");
    private static final SpaceId CLAIRE = People.CLAIRE_SPACE;
    private static final Person CHILD = new Person(
            Ins.of("116063155530101"),
            InsAuthority.TEST,
            "DURAND",
            List.of("Hugo"),
            "DURAND",
            "Hugo",
            Sex.MALE,
            LocalDate.of(2016, 6, 30),
            "31555");

    private final TestDoors house = new TestDoors();
    private final List<SpaceEvent> told = new ArrayList<>();
    private final MailReader reader = new MailReader(MailLimits.defaults());

    private FileBlobs store;
    private Dispatches dispatches;
    private Exchanges exchanges;
    private Mailroom mailroom;
    private Conversations conversations;
    private Replies replies;
    private Carriage carriage;

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

    private Outcome<Mailroom.Received> receive(SpaceId space, TestMessages.Letter letter) {
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

    private Mailroom.Received received(TestMessages.Letter letter) {
        return done(receive(CLAIRE, letter));
    }

    private <T> Outcome<T> claire(Act act, Function<Visit, Outcome<T>> body) {
        return house.doors.enter(People.citizen(CLAIRE), CLAIRE, act, body);
    }

    private List<Conversation> list(ConversationQuery query) {
        return done(claire(new MessageAct.ReadMessages(), visit -> Outcome.done(conversations.list(visit, query))))
                .page();
    }

    private Conversations.Read read(UUID conversation) {
        return done(
                claire(new MessageAct.ReadMessage(conversation), visit -> conversations.read(visit, conversation, 0)));
    }

    private Outcome<Message> send(UUID conversation, UUID draft, boolean toAll, String text) {
        return claire(
                new MessageAct.WriteMessage(conversation, Step.SEND),
                visit -> replies.send(visit, conversation, draft, toAll, text));
    }

    private Message sent(UUID conversation, boolean toAll, String text) {
        return done(send(conversation, UUID.randomUUID(), toAll, text));
    }

    private Outcome<Draft> draft(UUID conversation, Function<Visit, Outcome<Draft>> body) {
        return claire(new MessageAct.WriteMessage(conversation, Step.DRAFT), body);
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused -> throw new AssertionError(refused.toString());
        };
    }

    private static <T> Problem problem(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Refused<T>(Problem problem, String where) -> problem;
            case Outcome.Done<T> done -> throw new AssertionError("it was done");
        };
    }

    @Test
    @Requirement("MSG-01")
    @Requirement("MSG-02")
    void aMessageOpensAnExchangeAndItsAnswersJoinIt() {
        Mailroom.Received first = received(letter(CARDIOLOGY, "Votre rendez-vous", "Pouvez-vous venir le 3 ?")
                .id("<1@garonne.mssante.example>"));
        Mailroom.Received second = received(
                letter(CARDIOLOGY, "Re: Votre rendez-vous", "Ou bien le 4 ?").answering("<1@garonne.mssante.example>"));
        received(letter(DOCTOR, "Ordonnance", "La voici"));

        assertThat(second.conversation()).isEqualTo(first.conversation());
        List<Conversation> all = list(ConversationQuery.everything());
        assertThat(all).extracting(Conversation::subject).containsExactlyInAnyOrder("Votre rendez-vous", "Ordonnance");
        assertThat(all).extracting(Conversation::unread).containsExactlyInAnyOrder(2, 1);
        Conversations.Read read = read(first.conversation());
        assertThat(read.messages()).extracting(Message::text).hasSize(2).allMatch(text -> text.contains("?"));
        assertThat(list(ConversationQuery.everything()))
                .extracting(Conversation::unread)
                .containsExactlyInAnyOrder(0, 1);
        assertThat(told).filteredOn(SpaceEvent.MessageArrived.class::isInstance).hasSize(3);
    }

    @Test
    @Requirement("MSG-01")
    void theSameMessageTwiceIsThereOnceAndAnotherWithItsIdIsKept() {
        TestMessages.Letter letter =
                letter(CARDIOLOGY, "Résultats", "Tout va bien").id("<2@garonne.mssante.example>");
        Mailroom.Received first = received(letter);
        Mailroom.Received again = received(letter);
        Mailroom.Received other =
                received(letter(CARDIOLOGY, "Résultats", "Autre texte").id("<2@garonne.mssante.example>"));

        assertThat(again).isEqualTo(new Mailroom.Received(first.conversation(), first.message(), false));
        assertThat(other.fresh()).isTrue();
        assertThat(house.count("messaging.message")).isEqualTo(2);
        assertThat(told).filteredOn(SpaceEvent.MessageArrived.class::isInstance).hasSize(2);
    }

    @Test
    @Requirement("MSG-01")
    void aSpaceThatIsNotActivatedHasNoAddress() {
        assertThat(problem(receive(People.MARCEL_SPACE, letter(CARDIOLOGY, "Bonjour", "Monsieur"))))
                .isEqualTo(Problem.SPACE_NOT_OPEN);
        assertThat(house.count("messaging.message")).isZero();
    }

    @Test
    @Requirement("MSG-06")
    void aSenderKeptOutIsRefusedAndCanBeLetInAgain() {
        done(claire(
                new Act.ChangeRights(Act.RightsChange.BLOCK_SENDER),
                visit -> house.blocks.blockSender(visit, "Secretariat.Cardiologie@garonne.mssante.example", "Cardio")));
        assertThat(problem(receive(CLAIRE, letter(CARDIOLOGY, "Bonjour", "Madame"))))
                .isEqualTo(Problem.ACCESS_REFUSED);
        assertThat(receive(CLAIRE, letter(DOCTOR, "Bonjour", "Madame"))).isInstanceOf(Outcome.Done.class);
        done(claire(
                new Act.ChangeRights(Act.RightsChange.UNBLOCK_SENDER),
                visit -> house.blocks.unblockSender(visit, CARDIOLOGY.address())));
        assertThat(receive(CLAIRE, letter(CARDIOLOGY, "Bonjour", "Madame"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @Requirement("MSG-03")
    void anAnswerGoesToWhoWroteLastOrToEverybodyAndIsOneMessage() throws IOException {
        Mailroom.Received first = received(letter(CARDIOLOGY, "Bilan", "Avec le Dr Lefèvre en copie")
                .id("<3@garonne.mssante.example>")
                .to(DOCTOR));
        Message one = sent(first.conversation(), false, "Merci");
        Message all = sent(first.conversation(), true, "Merci à tous les deux");

        assertThat(one.to()).extracting(Correspondent::address).containsExactly(CARDIOLOGY.address());
        assertThat(all.to())
                .extracting(Correspondent::address)
                .containsExactlyInAnyOrder(CARDIOLOGY.address(), DOCTOR.address());
        assertThat(all.deliveries()).extracting(Delivery::state).containsOnly(Delivery.State.WAITING);
        assertThat(problem(send(first.conversation(), UUID.randomUUID(), false, "  ")))
                .isEqualTo(Problem.REQUIRED_ELEMENT_MISSING);
        List<Dispatches.Due> due = dispatches.lease(house.now, Duration.ofMinutes(5), 10);
        assertThat(due).hasSize(3);
        assertThat(dispatches.lease(house.now, Duration.ofMinutes(5), 10)).isEmpty();
        for (Dispatches.Due each : due) {
            Carriage.Load load =
                    carry(each, visit -> carriage.load(visit, each)).orElseThrow();
            assertThat(load.from()).isEqualTo("284053155512379@patient.mssante.fr");
            var mail = reader.read(load.content().bytes());
            assertThat(mail.references()).contains("<3@garonne.mssante.example>");
            assertThat(mail.subject()).isEqualTo("Re: Bilan");
            assertThat(mail.text()).startsWith("Merci");
        }
    }

    private <T> T carry(Dispatches.Due due, Function<Visit, Outcome<T>> body) {
        return done(house.doors.enter(
                new Caller.Service(Caller.Service.Task.MESSAGING),
                due.space(),
                new MessageAct.CarryMessage(due.message()),
                body));
    }

    @Test
    @Requirement("MSG-02")
    void aClosedExchangeTakesNoAnswerUntilAProfessionalWritesAgain() {
        Mailroom.Received first =
                received(letter(CARDIOLOGY, "Bilan", "Bonjour").id("<4@garonne.mssante.example>"));
        received(letter(CARDIOLOGY, "Re: Bilan", "Au revoir")
                .answering("<4@garonne.mssante.example>")
                .closing());
        assertThat(problem(send(first.conversation(), UUID.randomUUID(), false, "Attendez !")))
                .isEqualTo(Problem.CONVERSATION_CLOSED);
        assertThat(problem(draft(
                        first.conversation(), visit -> replies.keep(visit, first.conversation(), false, "Attendez !"))))
                .isEqualTo(Problem.CONVERSATION_CLOSED);
        received(letter(CARDIOLOGY, "Re: Bilan", "Une question encore").answering("<4@garonne.mssante.example>"));
        assertThat(sent(first.conversation(), false, "Oui ?").outgoing()).isTrue();
    }

    @Test
    @Requirement("MSG-02")
    void nobodyAnswersWhereNobodyWrote() {
        assertThat(problem(send(UUID.randomUUID(), UUID.randomUUID(), false, "Bonjour Docteur")))
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(house.count("messaging.dispatch")).isZero();
    }

    @Test
    @Requirement("MSG-03")
    void aDraftIsKeptWithItsFilesAndSendingItTwiceSendsOnce() throws IOException {
        UUID exchange = received(letter(CARDIOLOGY, "Bilan", "Envoyez-nous vos résultats"))
                .conversation();
        done(draft(exchange, visit -> replies.keep(visit, exchange, false, "Les voici")));
        Draft draft = done(draft(
                exchange,
                visit -> replies.attach(
                        visit,
                        exchange,
                        new Replies.NewFile(
                                "résultats.txt",
                                "text/plain",
                                "Cholestérol 1,8".getBytes(StandardCharsets.UTF_8),
                                null))));
        assertThat(draft.text()).isEqualTo("Les voici");
        assertThat(problem(draft(
                        exchange,
                        visit -> replies.attach(
                                visit,
                                exchange,
                                new Replies.NewFile("grand.bin", "text/plain", new byte[4_999_990], null)))))
                .isEqualTo(Problem.TOO_LARGE);

        Message first = done(send(exchange, draft.id(), false, draft.text()));
        Message again = done(send(exchange, draft.id(), false, draft.text()));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(house.count("messaging.dispatch")).isEqualTo(1);
        assertThat(house.count("messaging.draft") + house.count("messaging.draft_file"))
                .isZero();
        Conversations.Opened opened = done(
                claire(new MessageAct.ReadMessage(exchange), visit -> conversations.open(visit, exchange, first.id())));
        assertThat(new String(reader.part(opened.raw().bytes(), 0).orElseThrow().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("Cholestérol 1,8");
        assertThat(store.of(CLAIRE)).hasSize(2);
    }

    @Test
    @Requirement("MSG-03")
    void whatComesBackIsSaidOfTheOneItIsAbout() {
        UUID exchange =
                received(letter(CARDIOLOGY, "Bilan", "Bonjour").to(DOCTOR)).conversation();
        Message message = sent(exchange, true, "Bonjour à vous");
        Report bounce = new Report.DeliveryReport(
                message.messageId(),
                List.of(new Report.Recipient(DOCTOR.address(), Report.Action.FAILED, "5.1.1", "no such mailbox")));
        Caller operator = new Caller.Correspondent("", "", "operateur-sante.mssante.example");
        assertThat(reported(operator, bounce)).isTrue();
        Message now = read(exchange).messages().getFirst();
        assertThat(now.deliveries())
                .extracting(delivery -> delivery.to().address() + " " + delivery.state())
                .containsExactlyInAnyOrder(CARDIOLOGY.address() + " WAITING", DOCTOR.address() + " FAILED");
        assertThat(list(ConversationQuery.everything()).getFirst().failed()).isTrue();
        assertThat(told)
                .filteredOn(SpaceEvent.MessageReturned.class::isInstance)
                .hasSize(1);
        Report unknown = new Report.DeliveryReport("<nothing@patient.mssante.fr>", List.of());
        assertThat(reported(operator, unknown)).isFalse();
    }

    private boolean reported(Caller operator, Report report) {
        return done(house.doors.enter(
                operator, CLAIRE, new MessageAct.ReceiveReport(), visit -> mailroom.report(visit, report)));
    }

    @Test
    @Requirement("MSG-03")
    void whatIsCarriedIsStruckOffWithItsState() {
        UUID exchange = received(letter(CARDIOLOGY, "Bilan", "Bonjour")).conversation();
        sent(exchange, false, "Bonjour à vous");
        Dispatches.Due due =
                dispatches.lease(house.now, Duration.ofMinutes(5), 10).getFirst();
        carry(due, visit -> carriage.delayed(visit, due, "4.4.1", "no answer"));
        assertThat(read(exchange).messages().getFirst().deliveries())
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.DELAYED);
        carry(due, visit -> carriage.sent(visit, due));
        assertThat(read(exchange).messages().getFirst().deliveries())
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.SENT);
        assertThat(house.count("messaging.dispatch")).isZero();
        carry(due, visit -> carriage.failed(visit, due, "5.1.1", "late"));
        assertThat(read(exchange).messages().getFirst().deliveries())
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.SENT);
    }

    @Test
    @Requirement("MSG-04")
    void aReceiptIsOwedOnceToWhoAskedForOne() throws IOException {
        TestMessages.Letter letter = letter(CARDIOLOGY, "Bilan", "Bonjour")
                .id("<5@garonne.mssante.example>")
                .wantingReceipt();
        received(letter);
        received(letter);
        List<Dispatches.Due> due = dispatches.lease(house.now, Duration.ofMinutes(5), 10);
        assertThat(due).extracting(Dispatches.Due::kind).containsExactly(Dispatches.Kind.RECEIPT);
        Carriage.Load load = carry(due.getFirst(), visit -> carriage.load(visit, due.getFirst()))
                .orElseThrow();
        assertThat(load.from()).isEmpty();
        assertThat(load.to()).isEqualTo(CARDIOLOGY.address());
        assertThat(reader.read(load.content().bytes()).report().orElseThrow().originalMessageId())
                .isEqualTo("<5@garonne.mssante.example>");
    }

    @Test
    @Requirement("MSG-03")
    void exchangesAreFoundByWordsByPersonAndByWhatIsUnread() {
        UUID heart = received(letter(CARDIOLOGY, "Rendez-vous", "Électrocardiogramme à prévoir"))
                .conversation();
        received(letter(DOCTOR, "Vaccin", "Rappel de tétanos"));
        read(heart);
        assertThat(list(query("electro", false, "")))
                .extracting(Conversation::id)
                .containsExactly(heart);
        assertThat(list(query("tetanos rappel", false, "")))
                .extracting(Conversation::subject)
                .containsExactly("Vaccin");
        assertThat(list(query("tetanos electro", false, ""))).isEmpty();
        assertThat(list(query("", true, ""))).extracting(Conversation::subject).containsExactly("Vaccin");
        assertThat(list(query("", false, CARDIOLOGY.address())))
                .extracting(Conversation::id)
                .containsExactly(heart);
        List<Correspondent> known =
                done(claire(new MessageAct.ReadMessages(), visit -> Outcome.done(conversations.correspondents(visit))));
        assertThat(known)
                .extracting(Correspondent::address)
                .containsExactlyInAnyOrder(CARDIOLOGY.address(), DOCTOR.address());
    }

    private static ConversationQuery query(String words, boolean unread, String address) {
        return new ConversationQuery(SearchWords.query(words), unread, address, Optional.empty(), 20);
    }

    @Test
    void aLongListIsReadPageByPageWithoutMissingAny() {
        for (int i = 0; i < 7; i++) {
            house.now = house.now.plusSeconds(1);
            received(letter(CARDIOLOGY, "Sujet " + i, "Texte"));
        }
        List<String> subjects = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        do {
            ConversationQuery query = new ConversationQuery(List.of(), false, "", after, 3);
            ConversationQuery.Found found = done(
                    claire(new MessageAct.ReadMessages(), visit -> Outcome.done(conversations.list(visit, query))));
            found.page().forEach(conversation -> subjects.add(conversation.subject()));
            after = found.next();
        } while (after.isPresent());
        assertThat(subjects)
                .containsExactly("Sujet 6", "Sujet 5", "Sujet 4", "Sujet 3", "Sujet 2", "Sujet 1", "Sujet 0");
    }

    @Test
    @Requirement("MSG-03")
    void whatIsDeletedIsGoneWithItsBytesAndWhatWaited() throws IOException {
        UUID exchange = received(letter(CARDIOLOGY, "Bilan", "Bonjour").id("<6@garonne.mssante.example>"))
                .conversation();
        UUID second = received(letter(CARDIOLOGY, "Re: Bilan", "Encore").answering("<6@garonne.mssante.example>"))
                .message();
        sent(exchange, false, "Bonjour à vous");
        MessageAct delete = new MessageAct.DeleteMessages(exchange);
        Conversation left = done(claire(delete, visit -> conversations.deleteMessage(visit, exchange, second)))
                .orElseThrow();
        assertThat(left.messages()).isEqualTo(2);
        assertThat(store.of(CLAIRE)).hasSize(2);
        done(claire(delete, visit -> conversations.delete(visit, exchange)));
        assertThat(list(ConversationQuery.everything())).isEmpty();
        assertThat(store.of(CLAIRE)).isEmpty();
        for (String table : List.of("message", "words", "conversation", "dispatch")) {
            assertThat(house.count("messaging." + table)).as(table).isZero();
        }
    }

    @Test
    @Requirement("MSG-05")
    void aProfessionalOfThePortalWritesSeesTheAnswerAndEndsTheExchange() {
        Correspondent lefevre = Correspondent.ofPortal(People.LEFEVRE, "Dr Antoine LEFÈVRE");
        UUID exchange =
                received(letter(lefevre, "Votre tension", "Avez-vous mesuré ?")).conversation();
        assertThat(exchanges.of(People.LEFEVRE, 0, 10))
                .extracting(Exchanges.Exchange::answered)
                .containsExactly(false);
        Message answer = sent(exchange, false, "Oui, 13/8");
        assertThat(answer.deliveries()).extracting(Delivery::state).containsExactly(Delivery.State.RECEIVED);
        assertThat(house.count("messaging.dispatch")).isZero();
        assertThat(exchanges.answered(People.LEFEVRE)).isEqualTo(1);
        assertThat(exchanges.answered(People.MARCHAND)).isZero();

        MessageAct act = new MessageAct.ReadMessage(exchange);
        Conversations.Read read =
                done(house.doors.enter(People.doctor(), CLAIRE, act, visit -> conversations.read(visit, exchange, 0)));
        assertThat(read.messages().getFirst().text()).isEqualTo("Oui, 13/8");
        assertThat(exchanges.answered(People.LEFEVRE)).isZero();
        assertThat(read(exchange).messages().getFirst().deliveries())
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.READ);
        Caller other = People.professional(People.MARCHAND, "10", new Caller.Purpose.Care());
        assertThat(problem(house.doors.enter(other, CLAIRE, act, visit -> conversations.read(visit, exchange, 0))))
                .isEqualTo(Problem.NOT_FOUND);
        done(house.doors.enter(
                People.doctor(),
                CLAIRE,
                new MessageAct.CloseConversation(exchange),
                visit -> conversations.close(visit, exchange)));
        assertThat(problem(send(exchange, UUID.randomUUID(), false, "Docteur ?")))
                .isEqualTo(Problem.CONVERSATION_CLOSED);
        assertThat(problem(receive(CLAIRE, letter(DOCTOR, "Re", "Je m'en mêle").in(exchange))))
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    @Requirement("REP-02")
    void marksForMinorsAreForMinorsAndWhatAwaitsItsAnnouncementIsForNoMailbox() {
        assertThat(problem(receive(
                        CLAIRE,
                        letter(CARDIOLOGY, "Secret", "Entre nous").marked(Mark.INVISIBLE_REPRESENTANTS_LEGAUX))))
                .isEqualTo(Problem.MARK_NOT_ALLOWED);
        assertThat(problem(receive(CLAIRE, letter(CARDIOLOGY, "Annonce", "Non").marked(Mark.INVISIBLE_PATIENT))))
                .isEqualTo(Problem.MARK_NOT_ALLOWED);
    }

    @Test
    @Requirement("REP-02")
    @Requirement("MSG-03")
    void whatIsKeptFromRepresentativesIsAnExchangeOfItsOwnThatTheyNeverMeet() {
        SpaceId child = new SpaceId(UUID.fromString("0199c1a1-0000-7000-8000-00000000c41d"));
        house.directory.add(child, CHILD, SpaceState.ACTIVATED);
        house.mandates.give(
                child,
                TestSpaces.CLAIRE.ins(),
                new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()));
        done(receive(child, letter(CARDIOLOGY, "Vaccin", "À votre enfant").id("<7@garonne.mssante.example>")));
        TestMessages.Letter secret = letter(CARDIOLOGY, "Re: Vaccin", "Entre nous")
                .answering("<7@garonne.mssante.example>")
                .id("<8@garonne.mssante.example>")
                .marked(Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        Mailroom.Received alone = done(receive(child, secret));
        Mailroom.Received more = done(receive(
                child, letter(CARDIOLOGY, "Re: Vaccin", "Encore entre nous").answering("<8@garonne.mssante.example>")));
        assertThat(more.conversation()).isEqualTo(alone.conversation());

        Caller parent = People.citizen(CLAIRE);
        ConversationQuery.Found seen = done(house.doors.enter(
                parent,
                child,
                new MessageAct.ReadMessages(),
                visit -> Outcome.done(conversations.list(visit, ConversationQuery.everything()))));
        assertThat(seen.page()).extracting(Conversation::subject).containsExactly("Vaccin");
        assertThat(seen.page().getFirst().snippet()).isEqualTo("À votre enfant");
        assertThat(done(house.doors.enter(
                        parent,
                        child,
                        new MessageAct.ReadMessages(),
                        visit -> Outcome.done(conversations.unread(visit) + "|"
                                + conversations.list(visit, query("entre", false, "")).page().size()
                                + "|" + conversations.correspondents(visit).size()))))
                .isEqualTo("1|0|1");
        Outcome<Conversations.Read> hidden = house.doors.enter(
                parent,
                child,
                new MessageAct.ReadMessage(alone.conversation()),
                visit -> conversations.read(visit, alone.conversation(), 0));
        Outcome<Conversations.Read> never = house.doors.enter(
                parent,
                child,
                new MessageAct.ReadMessage(UUID.randomUUID()),
                visit -> conversations.read(visit, UUID.randomUUID(), 0));
        assertThat(hidden).isEqualTo(never).isEqualTo(Outcome.refused(Problem.NOT_FOUND));
        assertThat(told)
                .filteredOn(event -> event instanceof SpaceEvent.MessageArrived arrived && !arrived.toRepresentatives())
                .hasSize(2);
    }

    @Test
    @Requirement("REP-05")
    void aCaregiverReadsAndAnswersWithinTheirScopeAndHasADraftOfTheirOwn() {
        UUID exchange = received(letter(CARDIOLOGY, "Bilan", "Bonjour")).conversation();
        Caller helper = new Caller.Citizen(People.MARCEL_SPACE, "Marcel BESSON", false, "PORTAL");
        MessageAct read = new MessageAct.ReadMessage(exchange);
        allow(Mandate.Scope.READ);
        assertThat(problem(house.doors.enter(
                        helper, CLAIRE, read, visit -> conversations.read(visit, exchange, 0))))
                .isEqualTo(Problem.ACCESS_REFUSED);
        allow(Mandate.Scope.MESSAGE);
        assertThat(done(house.doors.enter(helper, CLAIRE, read, visit -> conversations.read(visit, exchange, 0)))
                        .conversation()
                        .unread())
                .isEqualTo(1);
        done(draft(exchange, visit -> replies.keep(visit, exchange, false, "De Claire")));
        Message sent = done(house.doors.enter(
                helper,
                CLAIRE,
                new MessageAct.WriteMessage(exchange, Step.SEND),
                visit -> replies.send(visit, exchange, UUID.randomUUID(), false, "De Marcel, pour Claire")));
        assertThat(sent.writtenBy()).isEqualTo("Marcel BESSON");
        assertThat(done(claire(read, visit -> Outcome.done(replies.draft(visit, exchange)))).orElseThrow().text())
                .isEqualTo("De Claire");
        assertThat(problem(house.doors.enter(
                        helper,
                        CLAIRE,
                        new MessageAct.DeleteMessages(exchange),
                        visit -> conversations.delete(visit, exchange))))
                .isEqualTo(Problem.ACCESS_REFUSED);
    }

    private void allow(Mandate.Scope scope) {
        house.mandates.give(
                CLAIRE,
                TestSpaces.MARCEL.ins(),
                new Mandate(Mandate.Kind.CAREGIVER, Set.of(scope), Optional.of(house.now.plusSeconds(3600))));
    }

    @Test
    @Requirement("DOC-13")
    void aMessageWhoseBytesWereChangedOrRemovedIsFound() throws IOException {
        UUID sound = received(letter(CARDIOLOGY, "Bilan", "Bonjour")).message();
        UUID cut = received(letter(CARDIOLOGY, "Bilan", "Bonsoir")).message();
        MessageCheck check = new MessageCheck(house.client, store);
        Caller integrity = new Caller.Service(Caller.Service.Task.INTEGRITY);
        assertThat(done(house.doors.enter(
                        integrity, CLAIRE, new Act.VerifySpace(), visit -> Outcome.done(check.verify(visit)))))
                .isEqualTo(new MessageCheck.Report(2, List.of()));
        UUID blob = house.database
                .superuser()
                .sql("select blob from messaging.message where id = :id")
                .param("id", cut)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
        store.remove(CLAIRE, blob);
        MessageCheck.Report report = done(house.doors.enter(
                integrity, CLAIRE, new Act.VerifySpace(), visit -> Outcome.done(check.verify(visit))));
        assertThat(report.damaged()).containsExactly(cut).doesNotContain(sound);
        assertThat(new MessagingBlobs(house.database.superuser()).of(CLAIRE)).hasSize(2);
    }

    @Test
    @Requirement("SEC-03")
    void nothingReadableLiesInTheRowsOrTheBytes() throws IOException {
        UUID exchange = received(letter(CARDIOLOGY, "Fibrillation", "Traitement anticoagulant")
                        .with("secret.txt", "dabigatran"))
                .conversation();
        done(draft(exchange, visit -> replies.keep(visit, exchange, false, "J'ai peur")));
        for (String table : List.of("conversation", "message", "words", "draft")) {
            assertThat(house.database
                            .superuser()
                            .sql("select count(*) from messaging." + table
                                    + " t where encode(convert_to(t::text, 'UTF8'), 'escape') ~*"
                                    + " 'fibrillation|anticoagulant|garonne|peur'")
                            .query((row, number) -> row.getLong(1))
                            .single())
                    .as(table)
                    .isZero();
        }
        for (var found : store.of(CLAIRE)) {
            byte[] stored = store.read(CLAIRE, found.blob()).readAllBytes();
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("dabigatran", "anticoagulant");
        }
    }
}
