package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Families;
import fr.monespacesante.access.Rights;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.account.Measure;
import fr.monespacesante.account.Powers;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.TestJobs;
import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Parents, teenagers, protected adults and people under protection, through the pages (REP-01, 04, 06).
class FamilyJourneyTests extends AttackTest {
    private static final Trace.Actor AGENT =
            new Trace.Actor("AGENT", "karim.diallo", "Karim DIALLO", null, null, null, "PORTAL");
    private static final String TEENAGER = "/espace/parametres/acces-personnel";
    private static final String SHIELD = "/espace/parametres/protection";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Families families;

    @Autowired
    private Doors doors;

    @Autowired
    private Blocks blocks;

    private static LocalDate aged(int years) {
        return LocalDate.now(ZoneId.of("Europe/Paris")).minusYears(years).minusDays(40);
    }

    private void represents(Holder parent, Holder child) {
        mandates.give(
                child.space(),
                parent.person().ins(),
                new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()));
    }

    private static Intruder.Answer choose(Intruder browser, Holder person) {
        browser.get("/espace/personnes");
        return browser.post(
                "/espace/personnes", Map.of("personne", person.space().toString()));
    }

    private static Intruder.Answer send(
            Intruder browser, Holder made, String page, String path, Map<String, String> form) {
        browser.get(page);
        Map<String, String> all = new java.util.HashMap<>(form);
        all.put("pour", made.space().toString());
        return browser.post(path, all);
    }

    private static String serial(int last) {
        return "%011d".formatted(70000000000L + last);
    }

    private static <T> List<Outcome<T>> together(List<Callable<Outcome<T>>> all) throws Exception {
        List<Outcome<T>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            for (Future<Outcome<T>> one : threads.invokeAll(all)) {
                outcomes.add(one.get());
            }
        }
        return outcomes;
    }

    @Test
    @Requirement("REP-01")
    void bothParentsManageTheChildWhomOneOfThemActivated() throws Exception {
        Holder mother = holder("PARENT", "Anne");
        Holder father = holder("PARENT", "Marc");
        Holder child = space("PARENT", "Léo", aged(6), "OPEN");
        represents(mother, child);
        represents(father, child);
        Intruder hers = signedIn(mother);
        assertThat(choose(hers, child).status()).isEqualTo(404);
        assertThat(hers.get("/espace/personnes").body()).contains("Activer l’espace de Léo PARENT");
        String activate = "/espace/personnes/" + child.space() + "/activer";
        assertThat(send(hers, mother, activate, activate, Map.of()).status()).isEqualTo(422);
        assertThat(send(hers, mother, activate, activate, Map.of("accept", "oui"))
                        .status())
                .isEqualTo(303);
        Intruder his = signedIn(father);
        assertThat(send(his, father, "/espace/personnes", activate, Map.of("accept", "oui"))
                        .status())
                .isEqualTo(303);
        assertThat(his.get("/espace/personnes").body()).contains("déjà activé", "Ouvrir l’espace de Léo PARENT");
        for (Intruder browser : List.of(hers, his)) {
            assertThat(choose(browser, child).status()).isEqualTo(303);
            assertThat(browser.get("/espace").body())
                    .contains("Vous consultez l’espace de <strong>Léo PARENT</strong>", "Revenir à mon espace");
        }
        Holder other = space("PARENT", "Lou", aged(4), "NOTIFIED");
        represents(mother, other);
        represents(father, other);
        List<Outcome<Space>> at = together(List.of(
                () -> families.activate(mother.citizen(), other.space(), "t"),
                () -> families.activate(father.citizen(), other.space(), "t")));
        assertThat(at).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(at).contains(Outcome.refused(Problem.TRANSITION_NOT_ALLOWED));
        Holder stranger = holder("AUTRE", "Yves");
        assertThat(families.activate(stranger.citizen(), other.space(), "t"))
                .isEqualTo(Outcome.refused(Problem.NOT_FOUND));
    }

    @Test
    @Requirement("REP-01")
    @Requirement("ENR-08")
    void aChildsCodeMakesNoLoginAndOpensTheSpaceToTheParentWhoHasIt() {
        Holder mother = holder("PARENTE", "Zoé");
        Holder child = space("PARENTE", "Tim", aged(8), "NOTIFIED");
        Holder another = space("PARENTE", "Tom", aged(9), "NOTIFIED");
        TestJobs.insured(context, child.space(), serial(1), null, List.of());
        TestJobs.insured(context, another.space(), serial(1), null, List.of());
        String code = TestJobs.code(context, child.space());
        TestJobs.code(context, another.space());

        Intruder anybody = stranger();
        anybody.get("/activation");
        Intruder.Answer alone =
                anybody.post("/activation", Map.of("ins", child.ins(), "serial", serial(1), "code", code));
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.body()).contains("Ce code est celui d’un enfant");

        Intruder browser = signedIn(mother);
        String page = "/espace/personnes/enfant";
        Map<String, String> wrong = Map.of("ins", another.ins(), "serial", serial(1), "code", code, "accept", "oui");
        assertThat(send(browser, mother, page, page, wrong).body()).contains("ne vont pas ensemble");
        Map<String, String> right = Map.of("ins", child.ins(), "serial", serial(1), "code", code, "accept", "oui");
        assertThat(send(browser, mother, page, page, right).status()).isEqualTo(303);
        assertThat(choose(browser, child).status()).isEqualTo(303);
        assertThat(send(browser, child, page, page, right).body()).contains("déjà activé");

        Holder adult = space("PARENTE", "Jean", aged(40), "NOTIFIED");
        TestJobs.insured(context, adult.space(), serial(2), null, List.of());
        Map<String, String> adults = Map.of(
                "ins", adult.ins(),
                "serial", serial(2),
                "code", TestJobs.code(context, adult.space()),
                "accept", "oui");
        assertThat(send(browser, child, page, page, adults).body()).contains("personne majeure");
        assertThat(mandates.find(adult.space(), mother.space())).isEmpty();
    }

    @Test
    @Requirement("REP-06")
    @Requirement("REP-02")
    void aTeenagerGetsAnAccessOfTheirOwnBesideTheParentsAndLosesIt() {
        Holder mother = holder("ADO", "Mère");
        Holder father = holder("ADO", "Père");
        Holder teen = space("ADO", "Inès", aged(14), "ACTIVATED");
        Holder small = space("ADO", "Petit", aged(12), "ACTIVATED");
        TestJobs.insured(context, teen.space(), serial(3), mother.email(), List.of());
        for (Holder parent : List.of(mother, father)) {
            represents(parent, teen);
            represents(parent, small);
        }
        deposited(teen, "Note ordinaire");
        UUID secret = deposited(teen, "Note zzsecretezz", Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        Intruder hers = signedIn(mother);
        choose(hers, small);
        assertThat(hers.get(TEENAGER).body()).contains("possible de 13 à 18 ans");
        send(hers, small, TEENAGER, TEENAGER, Map.of("email", "petit@courriel.test"));
        assertThat(hers.get(TEENAGER).body()).contains("possible de 13 à 18 ans");
        assertThat(MAILBOX.to("petit@courriel.test")).isEmpty();

        choose(hers, teen);
        String email = "ines.ado@courriel.test";
        assertThat(send(hers, teen, TEENAGER, TEENAGER, Map.of("email", "pas une adresse"))
                        .status())
                .isEqualTo(422);
        assertThat(send(hers, teen, TEENAGER, TEENAGER, Map.of("email", email)).status())
                .isEqualTo(303);
        String code = TestMailbox.provisionalCode(mail(email, "accès personnel", 1));
        mail(father.email(), "créer son propre accès", 1);

        Intruder teens = stranger();
        activates(teens, teen, code, email);
        assertThat(teens.get("/espace/documents").body()).contains("Note ordinaire", "zzsecretezz");
        assertThat(teens.get("/espace/historique").status()).isEqualTo(200);
        assertThat(teens.get("/espace/parametres/aidants").body()).doesNotContain("Inviter un proche");
        teens.get("/espace/documents/" + secret);
        assertThat(teens.post("/espace/documents/" + secret + "/supprimer", Map.of("version", "1"))
                        .status())
                .isEqualTo(403);
        assertThat(teens.post("/espace/parametres/acces/urgence", Map.of()).status())
                .isEqualTo(403);
        assertThat(hers.get("/espace/documents").body())
                .contains("Note ordinaire")
                .doesNotContain("zzsecretezz");
        assertThat(hers.get(TEENAGER).body()).contains("a son propre accès");

        Intruder his = signedIn(father);
        choose(his, teen);
        assertThat(send(his, teen, TEENAGER, TEENAGER + "/fin", Map.of()).status())
                .isEqualTo(303);
        assertThat(teens.get("/espace/documents").sendsToLogin()).isTrue();
        send(hers, teen, TEENAGER, TEENAGER + "/fin", Map.of());
        assertThat(hers.get(TEENAGER).body()).contains("peut-être par l’autre parent");
        mail(email, "accès personnel est arrêté", 1);
        Intruder again = stranger();
        again.get("/connexion");
        assertThat(again.post("/connexion", Map.of("login", email, "password", PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(hers.get("/espace/documents").body()).contains("Note ordinaire");
    }

    /// Through every page of the activation.
    private static void activates(Intruder browser, Holder holder, String code, String email) {
        forgetAttempts();
        browser.get("/activation");
        Intruder.Answer card =
                browser.post("/activation", Map.of("ins", holder.ins(), "serial", serial(3), "code", code));
        assertThat(card.status()).as(card.body()).isEqualTo(303);
        int before = mailsSaying(email, "code est");
        browser.get("/activation/suite");
        browser.post("/activation/contact", Map.of("email", email, "phone", "", "codesBy", "EMAIL"));
        String once = TestMailbox.oneTimeCode(mail(email, "code est", before + 1));
        browser.get("/activation/suite");
        browser.post("/activation/confirmation", Map.of("code", once));
        browser.get("/activation/suite");
        browser.post("/activation/conditions", Map.of("accept", "oui"));
        browser.get("/activation/suite");
        Intruder.Answer last = browser.post(
                "/activation/identifiants", Map.of("login", email, "password", PASSWORD, "repeated", PASSWORD));
        assertThat(last.status()).as(last.body()).isEqualTo(303);
        assertThat(browser.get("/espace").status()).isEqualTo(200);
    }

    @Test
    @Requirement("REP-06")
    void underProtectionTheSpaceIsGoneForEverybodyElseAndNobodyIsTold() {
        Holder mother = holder("CACHE", "Sofia");
        Holder father = holder("CACHE", "Régis");
        Holder child = space("CACHE", "Milo", aged(10), "ACTIVATED");
        represents(mother, child);
        represents(father, child);
        deposited(child, "Note de Milo");
        Intruder his = signedIn(father);
        assertThat(choose(his, child).status()).isEqualTo(303);
        Intruder hers = signedIn(mother);
        choose(hers, child);
        assertThat(send(hers, child, SHIELD, SHIELD, Map.of()).status()).isEqualTo(422);
        int mails = MAILBOX.to(father.email()).size();
        assertThat(send(hers, child, SHIELD, SHIELD, Map.of("sur", "oui")).status())
                .isEqualTo(303);

        Intruder.Answer gone = his.get("/espace/documents");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body()).doesNotContain("Milo", "protégé");
        assertThat(his.get("/espace/personnes").body()).doesNotContain("Milo", "protégé");
        assertThat(choose(his, child).status()).isEqualTo(404);
        String activate = "/espace/personnes/" + child.space() + "/activer";
        assertThat(his.get(activate).status()).isEqualTo(404);
        assertThat(hers.get("/espace/personnes").body()).doesNotContain("Milo");
        assertThat(mandates.representatives(child.space(), Instant.now())).isEmpty();
        deposited(child, "Note suivante");
        assertThat(MAILBOX.to(father.email())).hasSize(mails);

        assertThat(families.conceal(child.space(), AGENT)).isEqualTo(Outcome.refused(Problem.TRANSITION_NOT_ALLOWED));
        mandates.end(child.space(), father.person().ins());
        assertThat(families.reveal(child.space(), AGENT)).isInstanceOf(Outcome.Done.class);
        assertThat(choose(hers, child).status()).isEqualTo(303);
        assertThat(choose(his, child).status()).isEqualTo(404);
    }

    @Test
    @Requirement("REP-06")
    void anAdultUnderProtectionHasNobodyBesideThem() {
        Holder lina = holder("CACHEE", "Lina");
        Holder helper = holder("CACHEE", "Paul");
        mandates.give(
                lina.space(),
                helper.person().ins(),
                new Mandate(Mandate.Kind.CAREGIVER, Set.of(Mandate.Scope.READ), Optional.empty()));
        Intruder his = signedIn(helper);
        assertThat(choose(his, lina).status()).isEqualTo(303);
        Intruder hers = signedIn(lina);
        assertThat(send(hers, lina, SHIELD, SHIELD, Map.of("sur", "oui")).status())
                .isEqualTo(303);
        assertThat(his.get("/espace/documents").status()).isEqualTo(404);
        assertThat(hers.get("/espace/documents").status()).isEqualTo(200);
        assertThat(hers.get(SHIELD).body()).contains("Cet espace est protégé");
        assertThat(hers.get("/espace/parametres/acces").body()).doesNotContain("Paul CACHEE");
    }

    @Test
    @Requirement("REP-04")
    void aMeasureOfProtectionGivesEachWhatTheJudgeSaid() {
        Holder person = holder("PROTEGEE", "Rose");
        Holder guardian = holder("TUTEUR", "Guy");
        UUID note = deposited(person, "Note de Rose");
        Optional<Instant> until = Optional.of(Instant.now().plusSeconds(86_400 * 100));
        assertThat(families.protect(person.space(), guardian.person().ins(), Measure.Kind.TUTELLE.usual(until), AGENT))
                .isInstanceOf(Outcome.Done.class);
        mail(guardian.email(), "mesure de protection", 1);
        mail(person.email(), "mesure de protection", 1);
        Intruder his = signedIn(guardian);
        assertThat(choose(his, person).status()).isEqualTo(303);
        assertThat(his.get("/espace/documents").body()).contains("Note de Rose");
        assertThat(his.get("/espace/parametres/aidants").body()).contains("Tutelle", "peut tout gérer");
        Intruder hers = signedIn(person);
        assertThat(hers.get("/espace/documents").body()).contains("Note de Rose");
        assertThat(hers.get("/espace/parametres/aidants").body())
                .contains("Tutelle", "continue à tout voir")
                .doesNotContain("Inviter un proche");
        String delete = "/espace/documents/" + note + "/supprimer";
        assertThat(send(hers, person, "/espace", delete, Map.of("version", "1")).status())
                .isEqualTo(403);

        assertThat(families.protect(
                        person.space(), guardian.person().ins(), Measure.Kind.CURATELLE.usual(until), AGENT))
                .isInstanceOf(Outcome.Done.class);
        assertThat(send(his, person, "/espace", "/espace/parametres/acces/urgence", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(send(hers, person, "/espace", "/espace/parametres/acces/urgence", Map.of())
                        .status())
                .isEqualTo(303);
        Measure own = new Measure(Measure.Kind.TUTELLE, Powers.READ, Powers.READ, until);
        assertThat(families.protect(person.space(), guardian.person().ins(), own, AGENT))
                .isInstanceOf(Outcome.Done.class);
        assertThat(his.get("/espace/parametres/aidants").body()).contains("sans rien changer");

        DATABASE.superuser()
                .sql("update account.mandate set until = now() where space_id = :space")
                .param("space", person.space().value())
                .update();
        DATABASE.superuser()
                .sql("update account.space set left_until = now() where space_id = :space")
                .param("space", person.space().value())
                .update();
        assertThat(his.get("/espace/documents").status()).isEqualTo(404);
        assertThat(send(hers, person, "/espace", "/espace/parametres/acces/urgence", Map.of())
                        .status())
                .isEqualTo(303);
        Holder child = space("PROTEGEE", "Enfant", aged(5), "ACTIVATED");
        assertThat(families.protect(child.space(), guardian.person().ins(), own, AGENT))
                .isEqualTo(Outcome.refused(Problem.MINOR_NOT_ALONE));
        assertThat(families.protect(person.space(), person.person().ins(), own, AGENT))
                .isEqualTo(Outcome.refused(Problem.ONESELF, "guardian"));
    }

    /// What each parent was told is done is there; what was not is said so.
    @Test
    @Requirement("REP-01")
    void twoParentsActingAtOnceLoseNothing() throws Exception {
        Holder mother = holder("ENSEMBLE", "Une");
        Holder father = holder("ENSEMBLE", "Deux");
        Holder child = space("ENSEMBLE", "Enfant", aged(7), "ACTIVATED");
        represents(mother, child);
        represents(father, child);
        List<Callable<Outcome<Rights>>> all = new ArrayList<>();
        List<String> numbers = List.of("10001111111", "10002222222", "10003333333", "10004444444");
        for (String number : numbers) {
            Holder parent = numbers.indexOf(number) % 2 == 0 ? mother : father;
            all.add(() -> doors.enter(
                    parent.citizen(),
                    child.space(),
                    new Act.ChangeRights(Act.RightsChange.BLOCK),
                    visit -> blocks.block(visit, new Rpps(number), "Dr " + number, false)));
        }
        List<Outcome<Rights>> outcomes = together(all);
        Intruder hers = signedIn(mother);
        choose(hers, child);
        String page = hers.get("/espace/parametres/acces").body();
        for (int i = 0; i < numbers.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Done<Rights>) {
                assertThat(page).contains("RPPS " + numbers.get(i));
            } else {
                assertThat(outcomes.get(i)).isEqualTo(Outcome.refused(Problem.VERSION_MISMATCH));
                assertThat(page).doesNotContain("RPPS " + numbers.get(i));
            }
        }
        assertThat(outcomes).anyMatch(Outcome.Done.class::isInstance);
    }
}
