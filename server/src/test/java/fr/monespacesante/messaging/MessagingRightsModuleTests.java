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
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who may know of an exchange, and who may do what in it.
class MessagingRightsModuleTests extends MessagingTest {
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
        List<Integer> figures = done(house.doors.enter(
                parent,
                child,
                new MessageAct.ReadMessages(),
                visit -> Outcome.done(List.of(
                        conversations.unread(visit),
                        conversations
                                .list(visit, query("entre", false, ""))
                                .page()
                                .size(),
                        conversations.correspondents(visit).size()))));
        assertThat(figures).containsExactly(1, 0, 1);
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
        assertThat(problem(house.doors.enter(helper, CLAIRE, read, visit -> conversations.read(visit, exchange, 0))))
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
        assertThat(done(claire(read, visit -> Outcome.done(replies.draft(visit, exchange))))
                        .orElseThrow()
                        .text())
                .isEqualTo("De Claire");
        assertThat(problem(house.doors.enter(
                        helper,
                        CLAIRE,
                        new MessageAct.DeleteMessages(exchange),
                        visit -> conversations.delete(visit, exchange))))
                .isEqualTo(Problem.ACCESS_REFUSED);
    }

    @Test
    @Requirement("DOC-13")
    void aMessageWhoseBytesWereChangedOrRemovedIsFound() throws IOException {
        UUID sound = received(letter(CARDIOLOGY, "Bilan", "Bonjour")).message();
        UUID cut = received(letter(CARDIOLOGY, "Bilan", "Bonsoir")).message();
        MessageCheck check = new MessageCheck(house.client, store);
        Caller integrity = new Caller.Service(Caller.Service.Task.INTEGRITY);
        MessageCheck.Report before = done(house.doors.enter(
                integrity, CLAIRE, new Act.VerifySpace(), visit -> Outcome.done(check.verify(visit))));
        assertThat(before).isEqualTo(new MessageCheck.Report(2, List.of()));
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
