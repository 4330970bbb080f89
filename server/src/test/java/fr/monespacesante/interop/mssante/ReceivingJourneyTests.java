package fr.monespacesante.interop.mssante;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Correspondent;
import fr.monespacesante.messaging.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Mail of MSSanté comes in over real sockets and real TLS.
class ReceivingJourneyTests extends MssanteTest {
    @Autowired
    private Blocks blocks;

    @Test
    @Requirement("MSG-01")
    @Requirement("MSG-05")
    void aMessageThatIsAcceptedIsInTheSpace() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver(DOCTOR, claire.address(), letter(DOCTOR, "Vos résultats")))
                    .isEqualTo("250 2.0.0 Message stored");
            assertThat(talk.say("QUIT")).startsWith("221 2.0.0");
        }
        Conversation conversation = conversationsOf(claire).getFirst();
        assertThat(conversation.correspondents())
                .extracting(Correspondent::address)
                .containsExactly(DOCTOR);
        Message message = messages(claire, conversation).getFirst();
        assertThat(message.from().name()).isEqualTo("Dr Antoine LEFEVRE");
        assertThat(message.text()).contains("\n.les r");
        assertThat(traces(claire)).as("the message, and twice a look at it").isGreaterThanOrEqualTo(1);
    }

    @Test
    @Requirement("MSG-01")
    void theSameMessageDeliveredTwiceIsThereOnce() throws Exception {
        Holder claire = holder();
        String letter = letter(DOCTOR, "Deux fois");
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver(DOCTOR, claire.address(), letter)).startsWith("250 ");
            assertThat(talk.deliver(DOCTOR, claire.address(), "Received: by relay.example; now\r\n" + letter))
                    .startsWith("250 ");
        }
        assertThat(conversationsOf(claire)).hasSize(1).allMatch(one -> one.messages() == 1);
    }

    @Test
    @Requirement("MSG-01")
    void severalRecipientsAreAnsweredOneByOneAndDoNotLearnOfEachOther() throws Exception {
        Holder claire = holder();
        Holder marcel = holder();
        Holder shut = holder(SpaceState.OPPOSED);
        String letter = letter(DOCTOR, "À plusieurs")
                .replace(
                        "<patient@patient.mssante.fr>",
                        "<" + claire.address() + ">, <" + marcel.address() + ">, <" + CARDIOLOGY
                                + ">, <quelqu.un@ailleurs.example>");
        try (SmtpTalk talk = operator()) {
            talk.say("MAIL FROM:<" + DOCTOR + ">");
            assertThat(talk.say("RCPT TO:<" + claire.address() + ">")).startsWith("250 ");
            assertThat(talk.say("RCPT TO:<" + shut.address() + ">")).startsWith("550 5.1.1");
            assertThat(talk.say("RCPT TO:<" + marcel.address() + ">")).startsWith("250 ");
            assertThat(talk.data(letter)).startsWith("250 2.0.0");
        }
        for (Holder one : List.of(claire, marcel)) {
            Message message = messages(one, conversationsOf(one).getFirst()).getFirst();
            assertThat(message.to()).extracting(Correspondent::address).containsExactly(CARDIOLOGY);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SpaceState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACTIVATED"})
    @Requirement("MSG-06")
    void whoHasNoOpenMailboxIsUnknownWhateverTheReason(SpaceState state) throws Exception {
        Holder one = holder(state);
        try (SmtpTalk talk = operator()) {
            talk.say("MAIL FROM:<" + DOCTOR + ">");
            assertThat(talk.say("RCPT TO:<" + one.address() + ">")).isEqualTo("550 5.1.1 No such mailbox");
            assertThat(talk.say("RCPT TO:<284053107099911@patient.mssante.fr>"))
                    .as("an INS that nobody has, or whose key is wrong")
                    .matches("55[03] 5\\.1\\.[13] .*");
        }
    }

    @Test
    @Requirement("MSG-06")
    void aBlockedSenderIsRefusedAndTheHolderIsTold() throws Exception {
        Holder claire = holder();
        doors.enter(
                claire.citizen(),
                claire.space(),
                new Act.ChangeRights(Act.RightsChange.BLOCK_SENDER),
                visit -> blocks.blockSender(visit, DOCTOR, ""));
        long notices = count("notification.notice where space_id = '" + claire.space() + "'");
        try (SmtpTalk talk = operator()) {
            talk.say("MAIL FROM:<" + DOCTOR + ">");
            assertThat(talk.say("RCPT TO:<" + claire.address() + ">"))
                    .isEqualTo("550 5.7.1 Delivery not authorised, message refused");
            talk.say("RSET");
            // by another address in the envelope, neither
            assertThat(talk.deliver(CARDIOLOGY, claire.address(), letter(DOCTOR, "Quand même")))
                    .startsWith("550 5.7.1 Delivery not authorised");
            assertThat(talk.deliver(CARDIOLOGY, claire.address(), letter(CARDIOLOGY, "Une autre")))
                    .startsWith("250 ");
        }
        assertThat(conversationsOf(claire)).hasSize(1);
        assertThat(count("notification.notice where space_id = '" + claire.space() + "'"))
                .isGreaterThan(notices);
    }

    @Test
    @Requirement("MSG-01")
    void aMessageThatNobodyCanReadIsKeptAsItCame() throws Exception {
        Holder claire = holder();
        String poison = "\u0000\u0001this is no message: \u00ff\u00fe\r\n\r\n\r\nContent-Type: multipart/mixed\r\n";
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver(DOCTOR, claire.address(), poison)).startsWith("250 2.0.0");
            assertThat(talk.deliver(DOCTOR, claire.address(), letter(DOCTOR, "La suivante")))
                    .startsWith("250 2.0.0");
        }
        assertThat(conversationsOf(claire)).hasSize(2);
        Message kept = conversationsOf(claire).stream()
                .map(one -> messages(claire, one).getFirst())
                .filter(one -> !one.subject().equals("La suivante"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.from().address()).isEqualTo(DOCTOR);
    }

    @Test
    @Requirement("MSG-06")
    void aMessageBeyondTheLimitIsRefusedBeforeAndWhileItComes() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            assertThat(talk.say("MAIL FROM:<" + DOCTOR + "> SIZE=99999999999999"))
                    .isEqualTo("552 5.3.4 Message too large");
            assertThat(talk.deliver(
                            DOCTOR,
                            claire.address(),
                            letter(DOCTOR, "Trop long") + ("x".repeat(998) + "\r\n").repeat(2_500)))
                    .startsWith("552 5.3.4");
            assertThat(talk.deliver(DOCTOR, claire.address(), letter(DOCTOR, "Assez court")))
                    .startsWith("250 ");
        }
        assertThat(conversationsOf(claire)).hasSize(1);
    }

    @Test
    void aMailThatGoesRoundInCirclesIsStopped() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = operator()) {
            assertThat(talk.deliver(
                            DOCTOR,
                            claire.address(),
                            "Received: from a by b; Sat, 21 Nov 2026 10:00:00 +0100\r\n".repeat(31)
                                    + letter(DOCTOR, "En boucle")))
                    .startsWith("554 5.4.6");
        }
        assertThat(conversationsOf(claire)).isEmpty();
    }

    @Test
    @Requirement("MSG-05")
    void eachOperatorSpeaksForItsOwnDomains() throws Exception {
        Holder claire = holder();
        try (SmtpTalk talk = SmtpTalk.as(OTHER, CERTIFICATES, mail.port())) {
            assertThat(talk.deliver(NURSE, claire.address(), letter(NURSE, "De l'autre opérateur")))
                    .startsWith("250 ");
        }
        assertThat(conversationsOf(claire)).hasSize(1);
    }

    private List<Message> messages(Holder holder, Conversation conversation) {
        Outcome<List<Message>> read = doors.enter(
                holder.citizen(),
                holder.space(),
                new MessageAct.ReadMessage(conversation.id()),
                visit -> conversations.read(visit, conversation.id(), 0).map(found -> found.messages()));
        assertThat(read).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<List<Message>>) read).value();
    }
}
