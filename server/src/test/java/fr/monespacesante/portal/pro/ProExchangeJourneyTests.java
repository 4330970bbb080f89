package fr.monespacesante.portal.pro;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.MessageAct.WriteMessage.Step;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.ConversationQuery;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.messaging.Replies;
import fr.monespacesante.notification.Notice;
import fr.monespacesante.notification.Notices;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A professional writes to a patient from the portal, reads the answer and ends the exchange (MSG-05).
class ProExchangeJourneyTests extends ProTest {
    @Autowired
    private Doors doors;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Replies replies;

    @Autowired
    private Notices notices;

    private static Caller.Citizen holder(Stage.Someone someone) {
        return new Caller.Citizen(someone.space(), "Odile MARTIN-LÉVÊQUE", false, "PORTAL");
    }

    private List<Conversation> exchangesOf(Stage.Someone someone) {
        return done(doors.enter(
                        holder(someone),
                        someone.space(),
                        new MessageAct.ReadMessages(),
                        visit -> Outcome.done(conversations.list(visit, ConversationQuery.everything()))))
                .page();
    }

    private List<Message> messagesOf(Stage.Someone someone, UUID exchange) {
        return done(doors.enter(
                holder(someone),
                someone.space(),
                new MessageAct.ReadMessage(exchange),
                visit -> Outcome.done(conversations.all(visit, exchange))));
    }

    private Outcome<Message> answer(Stage.Someone someone, UUID exchange, String text) {
        return doors.enter(
                holder(someone),
                someone.space(),
                new MessageAct.WriteMessage(exchange, Step.SEND),
                visit -> replies.send(visit, exchange, UUID.randomUUID(), false, text));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused -> throw new AssertionError(refused.toString());
        };
    }

    private static String write(TestBrowser doctor, String folder, Map<String, String> typed) {
        doctor.get(folder + "/ecrire");
        return location(doctor.post(folder + "/ecrire", typed));
    }

    @Test
    @Requirement("MSG-02")
    @Requirement("MSG-05")
    void aDoctorWritesReadsTheAnswerAndEndsTheExchange() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        String folder = found(doctor, odile);
        String exchange =
                write(doctor, folder, Map.of("subject", "Votre tension", "text", "Avez-vous pu la mesurer ?\nMerci."));
        assertThat(exchange).startsWith("/pro/messages/");
        assertThat(doctor.get(exchange).body()).contains("Message remis", "Avez-vous pu la mesurer ?", "Votre tension");

        Conversation received = exchangesOf(odile).getFirst();
        assertThat(received.subject()).isEqualTo("Votre tension");
        assertThat(received.unread()).isEqualTo(1);
        assertThat(received.lastFrom()).contains("LEFÈVRE", "Cabinet");
        assertThat(done(answer(odile, received.id(), "Oui : 13/8, <b>tout</b> va bien"))
                        .deliveries())
                .extracting(delivery -> delivery.state().name())
                .containsExactly("RECEIVED");

        assertThat(doctor.get("/pro/messages").body()).contains("Odile MARTIN-LÉVÊQUE", "Réponse non lue");
        assertThat(doctor.get("/pro").body()).contains("class=\"mes-count\">1<");
        assertThat(doctor.get(exchange).body()).contains("Oui : 13/8, &lt;b&gt;tout&lt;/b&gt; va bien");
        assertThat(doctor.get("/pro/messages").body()).doesNotContain("Réponse non lue");
        assertThat(messagesOf(odile, received.id()).getLast().deliveries())
                .extracting(delivery -> delivery.state().name())
                .containsExactly("READ");

        doctor.get(exchange);
        HttpResponse<String> empty = doctor.post(exchange, Map.of("text", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Écrivez un message.");
        doctor.get(exchange);
        doctor.post(exchange, Map.of("text", "Parfait. À bientôt.", "closing", "oui"));
        assertThat(answer(odile, received.id(), "Encore une chose…"))
                .isEqualTo(Outcome.refused(Problem.CONVERSATION_CLOSED));
        doctor.get(exchange);
        doctor.post(exchange, Map.of("text", "Au fait, une question."));
        assertThat(answer(odile, received.id(), "Oui ?")).isInstanceOf(Outcome.Done.class);
        doctor.get(exchange);
        doctor.post(exchange + "/terminer", Map.of());
        assertThat(doctor.get(exchange).body()).contains("L’échange est terminé");
        assertThat(answer(odile, received.id(), "Allô ?")).isEqualTo(Outcome.refused(Problem.CONVERSATION_CLOSED));
        assertThat(exchangesOf(odile)).hasSize(1);
        assertThat(messagesOf(odile, received.id()))
                .extracting(message -> message.subject().replace("Re: ", ""))
                .containsOnly("Votre tension");
        assertThat(doctor.get("/pro/activite").body()).contains("Message au patient", "Fin d’un échange");
    }

    @Test
    @Requirement("MSG-05")
    void aDoubleClickIsOneMessageAndNothingTypedIsLost() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        String folder = found(doctor, odile);
        String form = doctor.get(folder + "/ecrire").body();
        String once = form.replaceFirst("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> typed = Map.of("subject", "Résultats", "text", "Ils sont bons.", "once", once);
        assertThat(location(doctor.post(folder + "/ecrire", typed))).startsWith("/pro/messages/");
        assertThat(location(doctor.post(folder + "/ecrire", typed))).startsWith("/pro/messages/");
        assertThat(exchangesOf(odile)).hasSize(1);
        assertThat(exchangesOf(odile).getFirst().messages()).isEqualTo(1);

        HttpResponse<String> empty = doctor.post(folder + "/ecrire", Map.of("subject", "Sans texte"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Écrivez un message.", "value=\"Sans texte\"");
        HttpResponse<String> noSubject = doctor.post(folder + "/ecrire", Map.of("text", "Sans objet, mais bien tapé"));
        assertThat(noSubject.body()).contains("Écrivez un objet.", "Sans objet, mais bien tapé");
        assertThat(exchangesOf(odile)).hasSize(1);
    }

    @Test
    @Requirement("MSG-05")
    @Requirement("MSG-06")
    void whoIsBlockedAndWhoHasNoMailboxAreToldInWords() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        String folder = found(doctor, odile);
        stage.blocks(odile, LEFEVRE);
        doctor.get(folder + "/ecrire");
        HttpResponse<String> blocked =
                doctor.post(folder + "/ecrire", Map.of("subject", "Bonjour", "text", "Un mot bien pesé"));
        assertThat(blocked.statusCode()).isEqualTo(422);
        assertThat(blocked.body()).contains("ne reçoit pas de message de votre part", "Un mot bien pesé");
        assertThat(exchangesOf(odile)).isEmpty();

        Stage.Someone marie = stage.adult(DATABASE);
        DATABASE.superuser()
                .sql("update account.space set state = 'OPEN', activated_at = null where space_id = :id")
                .param("id", marie.space().value())
                .update();
        String hers = found(doctor, marie);
        doctor.get(hers + "/ecrire");
        assertThat(doctor.post(hers + "/ecrire", Map.of("subject", "Bonjour", "text", "Madame"))
                        .body())
                .contains("n’a pas encore de messagerie");
    }

    @Test
    @Requirement("MSG-05")
    @Requirement("SEC-03")
    void anExchangeOfSomebodyElseIsOneThatNeverWas() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        String exchange = write(doctor, found(doctor, odile), Map.of("subject", "Entre nous", "text", "Texte planté"));
        UUID message =
                messagesOf(odile, exchangesOf(odile).getFirst().id()).getFirst().id();
        TestBrowser other = professional(MARCHAND);
        found(other, odile);
        String never = "/pro/messages/" + UUID.randomUUID();
        for (String path : List.of("", "/" + message + "/pieces/0")) {
            HttpResponse<String> his = other.get(exchange + path);
            assertThat(his.statusCode()).isEqualTo(404);
            assertThat(his.body()).doesNotContain("planté");
            assertThat(other.get(never + path).statusCode()).isEqualTo(404);
        }
        other.get("/pro");
        assertThat(location(other.post(exchange + "/terminer", Map.of()))).isEqualTo("/pro/messages");
        other.get("/pro");
        assertThat(other.post(exchange, Map.of("text", "Je m’en mêle")).statusCode())
                .isEqualTo(404);
        assertThat(messagesOf(odile, exchangesOf(odile).getFirst().id())).hasSize(1);
        assertThat(other.get("/pro/messages").body()).doesNotContain("Odile");
    }

    @Test
    @Requirement("MSG-03")
    void anAttachmentTravelsAndAScriptIsNoAttachment() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        String folder = found(doctor, odile);
        doctor.get(folder + "/ecrire");
        String exchange = location(doctor.upload(
                folder + "/ecrire",
                Map.of("subject", "Conseils", "text", "En pièce jointe"),
                "files",
                Map.of("conseils.txt", "Marcher une demi-heure par jour".getBytes(StandardCharsets.UTF_8))));
        assertThat(exchange).startsWith("/pro/messages/");
        Message message = messagesOf(odile, exchangesOf(odile).getFirst().id()).getFirst();
        assertThat(message.attachments()).extracting(file -> file.name()).containsExactly("conseils.txt");
        HttpResponse<String> file = doctor.get(exchange + "/" + message.id() + "/pieces/0");
        assertThat(file.body()).isEqualTo("Marcher une demi-heure par jour");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");

        doctor.get(folder + "/ecrire");
        HttpResponse<String> script = doctor.upload(
                folder + "/ecrire",
                Map.of("subject", "Conseils", "text", "Voir la page"),
                "files",
                Map.of("page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        assertThat(script.statusCode()).isEqualTo(422);
        assertThat(script.body()).contains("Voir la page");
        assertThat(exchangesOf(odile)).hasSize(1);
    }

    @Test
    @Requirement("NOT-01")
    void thePatientIsToldOnceOfEachMessageAndNoMoreOnceItIsRead() {
        Stage.Someone odile = stage.adult(DATABASE);
        TestBrowser doctor = professional(LEFEVRE);
        write(doctor, found(doctor, odile), Map.of("subject", "Bonjour", "text", "Madame"));
        assertThat(told(odile)).extracting(Notice::kind).containsExactly(Notice.Kind.MESSAGE_NEW);
        assertThat(told(odile)).extracting(Notice::read).containsExactly(false);
        UUID exchange = exchangesOf(odile).getFirst().id();
        done(doors.enter(
                holder(odile),
                odile.space(),
                new MessageAct.ReadMessage(exchange),
                visit -> conversations.read(visit, exchange, 0)));
        assertThat(told(odile)).extracting(Notice::read).containsExactly(true);
    }

    private List<Notice> told(Stage.Someone someone) {
        return done(doors.enter(
                        holder(someone),
                        someone.space(),
                        new Act.ReadNotices(),
                        visit -> Outcome.done(notices.newest(visit, notice -> true, Optional.empty(), 10))))
                .items();
    }
}
