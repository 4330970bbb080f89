package fr.monespacesante.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.sandbox.messages.Mail;
import fr.monespacesante.sandbox.push.Device;
import fr.monespacesante.sandbox.push.PushInbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a citizen hears outside her space, through real mail and a real push service, in quiet times and in outages.
@SuppressWarnings("NullAway.Init")
class NotificationsJourneyTests {
    private static World world;
    private static Node service;

    @BeforeAll
    static void theCampaignInvitesEveryone() throws IOException {
        world = World.begin();
        service = world.start(Map.of("mes.push.sandbox", world.outside() + "/push"));
        world.campaign("hiver", World.people());
    }

    @AfterAll
    static void end() {
        world.close();
    }

    private static Holder activated(String usedName) throws IOException {
        return new Holder(world, service, World.person(usedName)).activates();
    }

    private static void laboratorySends(Holder to, String name) throws IOException {
        world.send(service, "laboratory.p12", "iti65", to.who(), World.example(to.who(), name));
    }

    private static void emergency(Holder of) throws IOException, InterruptedException {
        Doctor.Answer answer =
                new Doctor(world, service, Doctor.LEFEVRE).inAnEmergency(of.who(), "Malaise sur la voie publique");
        assertThat(answer.status()).isEqualTo(200);
    }

    private static List<Mail> news(Holder of, long after) {
        return world.mails(of.who().email()).stream()
                .filter(mail -> mail.id() > after && mail.subject().equals(World.NEWS))
                .toList();
    }

    @Test
    @Requirement("NOT-02")
    @Requirement("NOT-03")
    void herBrowserIsToldInTheSameWordsWhateverHappensUntilItIsGone() throws Exception {
        Holder claire = activated("MARTIN-DURAND");
        PushInbox push = world.push();
        Device phone = push.subscribe();
        Device laptop = push.subscribe();
        claire.names("Mon téléphone", push.endpoint(phone), phone.key(), phone.secret());
        claire.names("Mon ordinateur", push.endpoint(laptop), laptop.key(), laptop.secret());
        assertThat(claire.page("/espace/parametres/notifications")).contains("Mon téléphone", "Mon ordinateur");

        laboratorySends(claire, "biologie-2026-11-03.xml");
        World.await(
                "a message on both",
                () -> !push.messages(phone).isEmpty() && !push.messages(laptop).isEmpty());
        emergency(claire);
        World.await("a message about the emergency", () -> push.messages(phone).size() > 1);
        Set<String> said = push.messages().stream()
                .map(message -> message.text() + "|" + message.size())
                .collect(Collectors.toSet());
        assertThat(said).hasSize(1).first().asString().startsWith("Il y a du nouveau dans votre espace santé.|");
        assertThat(said.toString()).doesNotContain("http", "biolog", "urgence");
        assertThat(claire.notices()).contains("Accès en urgence", "Nouveau document");

        phone.goAway();
        claire.turnsOn("DOCUMENTS");
        laboratorySends(claire, "biologie-2026-07-02.xml");
        World.await(
                "the browser that is gone to be forgotten",
                () -> !claire.page("/espace/parametres/notifications").contains("Mon téléphone"));
        assertThat(claire.page("/espace/parametres/notifications")).contains("Mon ordinateur");
    }

    @Test
    @Requirement("NOT-04")
    void aLetterAndAMessageSurviveTheOutageOfTheirProvidersAndTheSpaceTellsOnce() throws IOException {
        Holder marcel = activated("BESSON");
        PushInbox push = world.push();
        Device tablet = push.subscribe();
        marcel.names("Ma tablette", push.endpoint(tablet), tablet.key(), tablet.secret());
        long before = world.mailsSoFar();
        world.mailFailsFor(Duration.ofSeconds(4));
        push.outage().last(Duration.ofSeconds(4));
        laboratorySends(marcel, "biologie-2026-11-03.xml");
        World.await("the letter after the outage", () -> news(marcel, before).size() == 1);
        World.await("the message after the outage", () -> push.messages(tablet).size() == 1);
        assertThat(marcel.notices().split("mes-row--unread", -1)).hasSize(2);
    }

    @Test
    @Requirement("NOT-02")
    void whatSheTurnsOffIsToldInTheSpaceAloneAndAnEmergencyAllTheSame() throws Exception {
        Holder lina = activated("KADRI");
        lina.turnsOn();
        long before = world.mailsSoFar();
        laboratorySends(lina, "biologie-2026-11-03.xml");
        assertThat(lina.notices()).contains("Nouveau document");
        emergency(lina);
        World.await("the letter about the emergency", () -> news(lina, before).size() == 1);
        assertThat(news(lina, before)).hasSize(1);
        assertThat(lina.notices()).contains("Accès en urgence", "Raison déclarée");
    }

    @Test
    @Requirement("NOT-01")
    @Requirement("AUT-08")
    void aLoginFromANewDeviceIsToldInTheSpaceAndByLetter() throws IOException {
        Holder amelie = activated("BARTHÉLEMY");
        long before = world.mailsSoFar();
        Holder elsewhere = new Holder(world, service, amelie.who()).logsIn();
        World.await(
                "the letter about the new device", () -> news(amelie, before).size() == 1);
        assertThat(elsewhere.notices()).contains("Connexion depuis un nouvel appareil");
    }
}
