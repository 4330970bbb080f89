package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.kernel.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Those who act for somebody else: what a doctor keeps from a minor's representatives is shown to them nowhere
/// (REP-02), and a mandate opens what it says, while it lasts, and nothing beside.
class RepresentativeAttackTests extends AttackTest {
    private static final LocalDate A_CHILDS_BIRTHDAY = LocalDate.of(2018, 3, 9);
    private static final Pattern CHANGING = Pattern.compile("name=\"_csrf\" value=\"[^\"]*\""
            + "|name=\"once\" value=\"[^\"]*\"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|2\\d{3}-\\d\\d-\\d\\d[T ][0-9:.]+(Z|[+-]\\d\\d:\\d\\d)?|\\d\\d ?[h:] ?\\d\\d");
    private static final List<String> PAGES = List.of(
            "/espace",
            "/espace/documents",
            "/espace/documents?q=zzsecretezz",
            "/espace/documents?q=note",
            "/espace/documents?tri=titre",
            "/espace/documents?vue=chronologie",
            "/espace/notifications",
            "/espace/historique",
            "/espace/historique?qui=autres",
            "/espace/historique?qui=refus",
            "/espace/historique.csv",
            "/espace/parametres/acces");

    @Autowired
    private Mandates mandates;

    private Holder claire;
    private Holder hugo;
    private Holder twin;
    private UUID secret;

    @BeforeAll
    void aMotherOfTwinsOfWhomOneHasASecret() {
        claire = holder("DURAND", "Claire");
        hugo = holder("DURAND", "Hugo", A_CHILDS_BIRTHDAY);
        twin = holder("DURAND", "Hugo", A_CHILDS_BIRTHDAY);
        for (Holder child : List.of(hugo, twin)) {
            mandates.give(child.space(), claire.person().ins(), representative());
            deposited(child, "Note ordinaire");
        }
        ownAccess(hugo);
        secret = deposited(hugo, "Note zzsecretezz", Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        for (Holder child : List.of(hugo, twin)) {
            deposited(child, "Note suivante");
        }
    }

    private static Mandate representative() {
        return new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty());
    }

    private static Intruder.Answer choose(Intruder browser, Holder child) {
        browser.get("/espace");
        return browser.post(
                "/espace/personnes", Map.of("personne", child.space().toString()));
    }

    private static Map<String, String> pages(Intruder browser, Holder child) {
        return pages(browser, child, PAGES);
    }

    private static Map<String, String> pages(Intruder browser, Holder child, List<String> all) {
        assertThat(choose(browser, child).status()).isEqualTo(303);
        Map<String, String> pages = new LinkedHashMap<>();
        for (String page : all) {
            Intruder.Answer answer = browser.get(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            pages.put(
                    page,
                    CHANGING.matcher(answer.body().replace(child.ins(), "INS")).replaceAll("…"));
        }
        return pages;
    }

    @Test
    @Requirement("REP-02")
    @Requirement("DOC-10")
    @Requirement("ACC-12")
    void everyPageOfTheChildWithASecretIsTheOneOfTheChildWithout() {
        Intruder browser = signedIn(claire);
        Map<String, String> without = pages(browser, twin);
        Map<String, String> with = pages(browser, hugo);
        for (String page : PAGES) {
            assertThat(with.get(page)).as(page).isEqualTo(without.get(page));
        }
        assertThat(with.get("/espace/documents")).contains("Note ordinaire", "Note suivante");
        with.remove("/espace/documents?q=zzsecretezz");
        assertThat(String.join("", with.values())).doesNotContain("zzsecretezz", secret.toString());
    }

    @Test
    @Requirement("REP-02")
    @Requirement("REP-05")
    void toACaregiverTheChildWithASecretIsTheOneWithoutToo() {
        Holder grandmother = holder("DURAND", "Odette");
        Holder one = space("DURAND", "Rémi", A_CHILDS_BIRTHDAY, "ACTIVATED");
        Holder other = space("DURAND", "Rémi", A_CHILDS_BIRTHDAY, "ACTIVATED");
        for (Holder child : List.of(one, other)) {
            Mandate caregiver = new Mandate(
                    Mandate.Kind.CAREGIVER,
                    Set.of(Mandate.Scope.READ, Mandate.Scope.ADD),
                    Optional.of(Instant.now().plusSeconds(3600)));
            mandates.give(child.space(), grandmother.person().ins(), caregiver);
            deposited(child, "Note ordinaire");
        }
        UUID kept = deposited(one, "Note zzsecretezz", Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        Intruder browser = signedIn(grandmother);
        List<String> hers = PAGES.stream()
                .filter(page -> page.startsWith("/espace/documents"))
                .toList();
        Map<String, String> without = pages(browser, other, hers);
        Map<String, String> with = pages(browser, one, hers);
        for (String page : hers) {
            assertThat(with.get(page)).as(page).isEqualTo(without.get(page));
        }
        assertThat(browser.get("/espace/documents/" + kept).status()).isEqualTo(404);
    }

    @Test
    @Requirement("REP-02")
    void theSecretByItsAddressIsLikeOneThatNeverWas() {
        Holder tom = holder("DURAND", "Tom", A_CHILDS_BIRTHDAY);
        mandates.give(tom.space(), claire.person().ins(), representative());
        UUID kept = deposited(tom, "Note zzsecretezz", Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        Intruder browser = signedIn(claire);
        choose(browser, tom);
        UUID random = UUID.randomUUID();
        for (String part : List.of("", "/contenu", "/telecharger", "/corps", "/media/0", "/supprimer")) {
            Intruder.Answer one = browser.get("/espace/documents/" + kept + part);
            Intruder.Answer other = browser.get("/espace/documents/" + random + part);
            assertThat(one.status()).as(part).isEqualTo(404);
            assertThat(CHANGING.matcher(one.body()).replaceAll("…"))
                    .as(part)
                    .isEqualTo(CHANGING.matcher(other.body()).replaceAll("…"));
        }
    }

    @Test
    @Requirement("REP-02")
    void theChildInPersonSeesItAndItsLineInTheHistory() {
        Intruder browser = signedIn(hugo);
        assertThat(browser.get("/espace/documents").body()).contains("zzsecretezz");
        assertThat(browser.get("/espace/historique").body()).contains("zzsecretezz");
        assertThat(browser.get("/espace/notifications").body()).contains("zzsecretezz");
    }

    @Test
    @Requirement("DOC-10")
    void aMinorsObjectionKeepsNothingAndTellsTheParentsNothing() {
        Holder ana = holder("DURAND", "Ana", A_CHILDS_BIRTHDAY);
        mandates.give(ana.space(), claire.person().ins(), representative());
        Intruder laboratory = structure(LABORATORY).with("X-Opposition-Mineur", "true");
        String note = json(reference(ana, "Note refusée", "note.txt", "Rien".getBytes(UTF_8)));
        Intruder.Answer answer = deposit(laboratory, note);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("MINOR_OBJECTS");
        Long kept = DATABASE.superuser()
                .sql("select count(*) from record.document where space_id = :space")
                .param("space", ana.space().value())
                .query((row, number) -> row.getLong(1))
                .single();
        assertThat(kept).isZero();
        Intruder mother = signedIn(claire);
        choose(mother, ana);
        assertThat(mother.get("/espace/historique").body()).doesNotContain("LaboSoft", "Laboratoire");
        ownAccess(ana);
        assertThat(signedIn(ana).get("/espace/historique").body()).contains("Laboratoire");
        Holder adult = holder("DURAND", "Eva");
        String hers = json(reference(adult, "Note refusée", "note.txt", "Rien".getBytes(UTF_8)));
        assertThat(deposit(laboratory, hers).body()).contains("MARK_NOT_ALLOWED");
        Intruder confused = structure(LABORATORY).with("X-Opposition-Mineur", "peut-être");
        assertThat(deposit(confused, note).status()).isEqualTo(400);
    }

    @Test
    @Requirement("REP-03")
    void onTheEighteenthBirthdayTheMandateOpensNothingAnyMore() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        Holder grown = holder("DURAND", "Zoé", today.minusYears(18));
        Holder almost = holder("DURAND", "Noé", today.minusYears(18).plusDays(1));
        for (Holder child : List.of(grown, almost)) {
            mandates.give(child.space(), claire.person().ins(), representative());
        }
        Intruder browser = signedIn(claire);
        choose(browser, almost);
        assertThat(browser.get("/espace/documents").status()).isEqualTo(200);
        assertThat(choose(browser, grown).status()).isEqualTo(404);
        assertThat(browser.get("/espace/documents").body()).doesNotContain("Zoé DURAND");
        assertThat(browser.get("/espace/personnes").body()).contains("Devenus majeurs", "Zoé a 18 ans depuis");
    }

    @Test
    @Requirement("REP-01")
    @Requirement("ACC-09")
    void aStrangersChildCannotBeChosenAndAnEndedMandateEndsAtOnce() {
        Holder marcel = holder("BESSON", "Marcel");
        Holder noe = holder("BESSON", "Noé", A_CHILDS_BIRTHDAY);
        deposited(noe, "Note de Noé");
        Intruder browser = signedIn(marcel);
        assertThat(choose(browser, noe).status()).isEqualTo(404);
        assertThat(browser.get("/espace/documents").body()).doesNotContain("Note de Noé");
        mandates.give(noe.space(), marcel.person().ins(), representative());
        assertThat(choose(browser, noe).status()).isEqualTo(303);
        assertThat(browser.get("/espace/documents").body()).contains("Note de Noé");
        mandates.end(noe.space(), marcel.person().ins());
        Intruder.Answer after = browser.get("/espace/documents");
        assertThat(after.status()).isEqualTo(404);
        assertThat(after.body()).doesNotContain("Note de Noé");
    }

    @Test
    @Requirement("REP-05")
    void aCaregiverComesToWhatTheScopeSaysAndToNothingElse() {
        Holder marcel = holder("BESSON", "Marcel");
        Holder lina = holder("KADRI", "Lina");
        deposited(lina, "Note de Lina");
        UUID doc = deposited(lina, "Autre note de Lina");
        for (Set<Mandate.Scope> scope :
                List.of(Set.of(Mandate.Scope.READ), Set.of(Mandate.Scope.ADD), Set.of(Mandate.Scope.AGENDA))) {
            mandates.give(
                    lina.space(),
                    marcel.person().ins(),
                    new Mandate(
                            Mandate.Kind.CAREGIVER,
                            scope,
                            Optional.of(Instant.now().plusSeconds(600))));
            Intruder browser = signedIn(marcel);
            choose(browser, lina);
            boolean reads = scope.contains(Mandate.Scope.READ);
            assertThat(browser.get("/espace/documents").status()).isEqualTo(reads ? 200 : 403);
            assertThat(browser.get("/espace/documents/" + doc).status()).isEqualTo(reads ? 200 : 403);
            for (String page : List.of("/espace/historique", "/espace/parametres/acces", "/espace/notifications")) {
                assertThat(browser.get(page).status()).as(page + scope).isEqualTo(403);
            }
            browser.get("/espace/parametres/acces/bloquer");
            Map<String, String> block =
                    Map.of("pour", lina.space().toString(), "rpps", DOCTOR, "nom", "Dr Antoine LEFÈVRE");
            assertThat(browser.post("/espace/parametres/acces/bloquer", block).status())
                    .isEqualTo(403);
            Map<String, String> hide = Map.of("pour", lina.space().toString(), "version", "1");
            assertThat(browser.post("/espace/documents/" + doc + "/masquer", hide)
                            .status())
                    .isEqualTo(403);
        }
        Intruder linas = signedIn(lina);
        assertThat(linas.get("/espace/historique").body()).contains("Marcel BESSON", "votre aidant");
    }

    @Test
    @Requirement("REP-01")
    void aPageMadeForOnePersonNeverLandsInTheSpaceOfAnother() {
        Holder lea = holder("DURAND", "Léa", A_CHILDS_BIRTHDAY);
        mandates.give(lea.space(), claire.person().ins(), representative());
        Intruder browser = signedIn(claire);
        choose(browser, lea);
        UUID hers = deposited(lea, "Note que personne ne cache");
        for (String made : List.of("", claire.space().toString(), hugo.space().toString())) {
            browser.get("/espace/parametres/acces/bloquer");
            Intruder.Answer answer =
                    browser.post("/espace/documents/" + hers + "/masquer", Map.of("version", "1", "pour", made));
            assertThat(answer.status()).as("made for " + made).isEqualTo(409);
            assertThat(answer.body()).contains("Rien n’a été enregistré");
        }
        browser.get("/espace/parametres/acces/bloquer");
        Map<String, String> right = Map.of("version", "1", "pour", lea.space().toString());
        assertThat(browser.post("/espace/documents/" + hers + "/masquer", right).status())
                .isEqualTo(303);
    }
}
