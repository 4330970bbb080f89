package fr.monespacesante.messaging;

import static fr.monespacesante.messaging.TestMessages.CARDIOLOGY;
import static fr.monespacesante.messaging.TestMessages.DOCTOR;
import static fr.monespacesante.messaging.TestMessages.letter;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.People;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What comes into a space, what goes out of it, and how it is found again.
class MessagingModuleTests extends MessagingTest {
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
    @Requirement("MSG-04")
    void whatSoftwareWritesAtTheHeadOfASubjectIsForSoftware() {
        UUID exchange = received(letter(CARDIOLOGY, "XDM/1.0/DDM+Compte rendu DURAND Claire", "Ci-joint"))
                .conversation();
        assertThat(list(ConversationQuery.everything()).getFirst().subject()).isEqualTo("Compte rendu DURAND Claire");
        Message message = read(exchange).messages().getFirst();
        assertThat(message.title()).isEqualTo("Compte rendu DURAND Claire");
        assertThat(message.subject()).startsWith("XDM/1.0/DDM+");
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
}
