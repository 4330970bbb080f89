package fr.monespacesante.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Caregiving;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Campaigns;
import fr.monespacesante.account.Caregivers;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A mother, her son and those who help, at both widths; each page is looked at by axe.
class FamilyPageTests extends ServerTest {
    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Doors doors;

    @Autowired
    private Caregiving caregiving;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Directory directory;

    @Autowired
    private Ids ids;

    private SpaceId somebody(String thirteen, String given, String family, LocalDate birth, SpaceState state) {
        SpaceId space = new SpaceId(ids.next());
        Person person = new Person(
                Ins.of(thirteen + Ins.keyOf(thirteen)),
                InsAuthority.TEST,
                family,
                List.of(given),
                family,
                given,
                Sex.MALE,
                birth,
                "31555");
        new TestSpaces(database, directory).add(space, person, state);
        return space;
    }

    private static void look(Page page, String name) {
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        Look.picture(page, "family-" + name);
        page.setViewportSize(Look.PHONE, 844);
        Look.axeFindsNothing(page);
        Look.fitsItsWidth(page);
        page.setViewportSize(Look.COMPUTER, 900);
    }

    @Test
    @Requirement("REP-01")
    @Requirement("REP-05")
    @Requirement("REP-06")
    @Requirement("UI-02")
    void theFamilysPagesAreAcceptedByAxeAtBothWidths() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        Claire claire = new Claire(221, MAILBOX);
        claire.announcedBy(campaigns);
        Page page = browsers.computer();
        claire.activates(page);
        SpaceId hugo = somebody("1120631555221", "Hugo", "DURAND", today.minusYears(14), SpaceState.OPEN);
        SpaceId grown =
                somebody("1080631555222", "Emma", "DURAND", today.minusYears(18).minusDays(3), SpaceState.ACTIVATED);
        for (SpaceId child : List.of(hugo, grown)) {
            mandates.give(
                    child,
                    Ins.of(claire.ins()),
                    new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()));
        }

        page.navigate("/espace/personnes");
        look(page, "people-waiting");
        page.getByText("Activer l’espace de Hugo DURAND").click();
        Claire.go(page, "Activer");
        look(page, "activate-wrong");
        page.getByText("J’accepte les conditions").click();
        Claire.go(page, "Activer");
        assertThat(page.locator("#notice")).containsText("activé");
        look(page, "people");
        page.navigate("/espace/personnes/enfant");
        look(page, "child-code");

        page.navigate("/espace/personnes");
        Claire.go(page, "Ouvrir l’espace de Hugo");
        assertThat(page.locator(".mes-people__now")).containsText("Hugo DURAND");
        look(page, "child-home");
        page.navigate("/espace/parametres/acces-personnel");
        look(page, "teenager");
        page.navigate("/espace/parametres/protection");
        look(page, "shield");
        page.navigate("/espace/parametres/aidants");
        look(page, "caregivers-empty");
        page.navigate("/espace/parametres/aidants/inviter");
        Claire.go(page, "Envoyer l’invitation");
        look(page, "invite-wrong");
        page.getByLabel("Comment appelez-vous").fill("Mamie");
        page.getByLabel("Son adresse").fill("mamie.221@courriel.test");
        Claire.go(page, "Envoyer l’invitation");
        assertThat(page.locator("#notice")).containsText("L’invitation est envoyée");
        look(page, "caregivers");
        page.getByText("Modifier").first().click();
        look(page, "change");
        page.navigate("/espace/parametres/aidants");
        page.getByText("Retirer l’invitation").first().click();
        look(page, "withdraw");

        SpaceId marcel = somebody("1460243157221", "Marcel", "BESSON", LocalDate.of(1946, 2, 3), SpaceState.ACTIVATED);
        Outcome<?> asked = doors.enter(
                new Caller.Citizen(marcel, "Marcel BESSON", false, "PORTAL"),
                marcel,
                new Act.ChangeRights(Act.RightsChange.NAME_CAREGIVER),
                visit -> caregiving.invite(
                        visit,
                        new Caregivers.Asked(
                                "Claire",
                                claire.email(),
                                Set.of(Mandate.Scope.READ, Mandate.Scope.ADD),
                                today.plusMonths(6))));
        assertEquals(Outcome.Done.class, asked.getClass());
        TestMailbox.Mail mail = MAILBOX.await(claire.email(), 4);
        String code = TestMailbox.provisionalCode(mail);
        Page stranger = browsers.phone();
        stranger.navigate("/aidant?code=" + code);
        look(stranger, "invitation-door");
        page.navigate("/espace/personnes/invitation");
        look(page, "invitation-code");
        page.navigate("/aidant?code=" + code);
        assertThat(page.locator("h1")).containsText("Aider Marcel");
        look(page, "invitation");
        Claire.go(page, "J’accepte");
        assertThat(page.locator("#notice")).containsText("Vous aidez maintenant");
        look(page, "people-helped");
        page.getByText("Ne plus aider").first().click();
        look(page, "leave");
    }
}
