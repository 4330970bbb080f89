package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Caller.Purpose;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.StructureId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// The notifications, and how to be told, as people meet them: on a computer and a phone, by keyboard, without script.
class NotificationsPageTests extends ServerTest {
    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Doors doors;

    @Autowired
    private Consents consents;

    private static Caller.Professional doctor(Purpose purpose) {
        return new Caller.Professional(
                new Rpps("10001234567"),
                "Dr Antoine LEFÈVRE",
                "10",
                Optional.of("SM26"),
                Optional.of(new StructureId("1310012345")),
                "Cabinet médical des Tilleuls",
                purpose,
                "FHIR");
    }

    /// A doctor declares an agreement, looks, and looks again in an emergency.
    private void accesses(Claire claire) {
        Act.DeclareConsent act = new Act.DeclareConsent(Optional.empty());
        Ins ins = Ins.of(claire.ins());
        doors.enter(doctor(new Purpose.Care()), ins, act, visit -> consents.declare(visit, act));
        doors.enter(doctor(new Purpose.Care()), ins, new Act.ListDocuments(), visit -> Outcome.done(true));
        doors.enter(
                doctor(new Purpose.Emergency(true, true, "Malaise sur la voie publique")),
                ins,
                new Act.ListDocuments(),
                visit -> Outcome.done(true));
    }

    private static void look(Page page, String name) {
        for (int width : new int[] {Look.PHONE, Look.COMPUTER}) {
            page.setViewportSize(width, 900);
            Look.axeFindsNothing(page);
            Look.fitsItsWidth(page);
            Look.focusIsAlwaysSeen(page);
        }
        Look.picture(page, name);
    }

    @Test
    @Requirement("NOT-01")
    @Requirement("UI-02")
    void readsWhatHappenedByTopicAndMarksItAsRead() throws IOException {
        Claire claire = new Claire(271, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        page.navigate("/espace/notifications");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Aucune notification");
        look(page, "notifications-empty");

        accesses(claire);
        page.navigate("/espace/notifications");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Raison déclarée : Malaise sur la voie publique");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("À quel titre : votre accord pour une consultation");
        assertThat(page.locator(".mes-row--unread")).hasCount(3);
        look(page, "notifications");

        page.getByLabel("Afficher").selectOption("EMERGENCIES");
        Claire.go(page, "Filtrer");
        assertThat(page.locator(".mes-rows > li")).hasCount(1);
        Claire.go(page, "Marquer comme lue");
        assertThat(page.locator(".mes-row--unread")).hasCount(0);
        page.getByLabel("Afficher").selectOption("REFUSALS");
        Claire.go(page, "Filtrer");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Aucune notification de ce genre");
        look(page, "notifications-filtered-empty");
        page.navigate("/espace/notifications");
        assertThat(page.locator(".mes-row--unread")).hasCount(2);
        Claire.go(page, "Tout marquer comme lu");
        assertThat(page.locator("#notice")).containsText("marquées comme lues");
        assertThat(page.locator(".mes-row--unread")).hasCount(0);
    }

    @Test
    @Requirement("NOT-02")
    @Requirement("UI-02")
    void choosesHowToBeToldAndCannotSilenceAnEmergency() throws IOException {
        Claire claire = new Claire(272, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        page.navigate("/espace/parametres");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Comment être prévenu"))
                .click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("cela ne se désactive pas");
        assertThat(page.locator("[name='EMERGENCIES.email']")).hasCount(0);
        look(page, "settings-notifications");

        page.locator("label[for='DOCUMENTS.email']").click();
        page.locator("label[for='ACCESSES.pace-DAILY']").click();
        page.getByLabel("Heure du résumé quotidien").selectOption("7");
        Claire.go(page, "Enregistrer");
        assertThat(page.locator("#notice")).containsText("enregistrés");
        assertThat(page.locator("[id='DOCUMENTS.email']")).not().isChecked();
        assertThat(page.locator("[id='ACCESSES.pace-DAILY']")).isChecked();
        assertThat(page.getByLabel("Heure du résumé quotidien")).hasValue("7");

        page.getByLabel("Heure du résumé quotidien").selectOption("");
        Claire.go(page, "Enregistrer");
        assertThat(page.locator("#erreurs")).containsText("Choisissez une heure");
        assertThat(page.locator("[id='ACCESSES.pace-DAILY']")).isChecked();
        look(page, "settings-notifications-error");
    }

    @Test
    @Requirement("NOT-02")
    void aBrowserThatMayNotShowMessagesSaysWhy() throws IOException {
        Claire claire = new Claire(273, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        page.navigate("/espace/parametres/notifications");
        Claire.go(page, "Activer sur cet appareil");
        assertThat(page.locator("#erreurs")).containsText("Donnez un nom à cet appareil");
        page.getByLabel("Nom de cet appareil").fill("Mon ordinateur");
        Claire.go(page, "Activer sur cet appareil");
        assertThat(page.locator("[data-push-says]:visible")).hasCount(1);
        Look.axeFindsNothing(page);
        Assertions.assertTrue(page.url().contains("/espace/parametres/notifications"));
    }

    @Test
    @Requirement("NOT-02")
    @Requirement("UI-01")
    void worksWithoutScript() throws IOException {
        Claire claire = new Claire(274, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.withoutScript();
        claire.activates(page);
        page.navigate("/espace/parametres/notifications");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("autorisez JavaScript");
        assertThat(page.locator("#push-form")).isHidden();
        page.locator("label[for='REFUSALS.push']").click();
        Claire.go(page, "Enregistrer");
        assertThat(page.locator("#notice")).containsText("enregistrés");
        assertThat(page.locator("[id='REFUSALS.push']")).not().isChecked();
    }

    /// The browser's own push service is out of reach here: its part is played through the browser's debugger.
    @Test
    @Requirement("NOT-03")
    void aMessageShowsOneSentenceWhichLeadsToThePageWhereOneSignsIn() throws IOException {
        Claire claire = new Claire(275, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        page.context().grantPermissions(List.of("notifications"));
        page.navigate("/espace/parametres/notifications");
        CDPSession debugger = page.context().newCDPSession(page);
        CompletableFuture<String> registration = new CompletableFuture<>();
        debugger.on("ServiceWorker.workerRegistrationUpdated", event -> {
            JsonArray all = event.getAsJsonArray("registrations");
            if (!all.isEmpty()) {
                registration.complete(
                        all.get(0).getAsJsonObject().get("registrationId").getAsString());
            }
        });
        debugger.send("ServiceWorker.enable");
        page.evaluate("""
                () => navigator.serviceWorker.register(document.querySelector('[data-push]').dataset.worker)
                  .then(found => new Promise(done => {
                    const worker = found.installing ?? found.waiting ?? found.active;
                    if (worker.state === 'activated') done();
                    worker.addEventListener('statechange', () => { if (worker.state === 'activated') done(); });
                  }))""");
        page.waitForCondition(registration::isDone);
        JsonObject message = new JsonObject();
        message.addProperty("origin", origin());
        message.addProperty("registrationId", registration.join());
        message.addProperty("data", "Il y a du nouveau dans votre espace santé.");
        debugger.send("ServiceWorker.deliverPushMessage", message);
        page.waitForCondition(
                () -> page.evaluate("""
                () => navigator.serviceWorker.getRegistration('/assets/').then(found => found.getNotifications())
                  .then(shown => shown.map(each => each.title + '|' + each.body).join())""").equals("Mon espace santé|Il y a du nouveau dans votre espace santé."));
    }
}
