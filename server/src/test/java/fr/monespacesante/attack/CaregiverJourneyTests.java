package fr.monespacesante.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caregiving;
import fr.monespacesante.access.Doors;
import fr.monespacesante.account.Caregiver;
import fr.monespacesante.account.Caregivers;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A relative is asked to help, answers in their own name, helps within what was agreed, and no longer (REP-05).
class CaregiverJourneyTests extends AttackTest {
    private static final String LIST = "/espace/parametres/aidants";
    private static final String INVITATION = "par ce lien";
    private static final String ANSWER = "/espace/personnes/invitation";
    private static final Pattern ONE = Pattern.compile("/aidants/([0-9a-f-]{36})/fin");
    private static final Set<Mandate.Scope> READ = Set.of(Mandate.Scope.READ);

    @Autowired
    private Doors doors;

    @Autowired
    private Caregiving caregiving;

    @Autowired
    private Caregivers caregivers;

    @Autowired
    private Mandates mandates;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    /// Over the pages; the code that the mail brings.
    private String invited(Intruder browser, Holder holder, String email, String name) {
        int before = mailsSaying(email, INVITATION);
        browser.get(LIST + "/inviter");
        Intruder.Answer answer = browser.post(
                LIST + "/inviter",
                Map.of(
                        "pour",
                        holder.space().toString(),
                        "nom",
                        name,
                        "email",
                        email,
                        "portee",
                        "oui",
                        "duree",
                        "HALF"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return TestMailbox.provisionalCode(mail(email, INVITATION, before + 1));
    }

    /// Straight through the door.
    private Outcome<Caregiver> asks(Holder holder, String email, LocalDate lastDay) {
        return inside(
                holder,
                Act.RightsChange.NAME_CAREGIVER,
                visit -> caregiving.invite(visit, new Caregivers.Asked("Un proche", email, READ, lastDay)));
    }

    private <T> Outcome<T> inside(
            Holder holder, Act.RightsChange what, Function<fr.monespacesante.access.Visit, Outcome<T>> body) {
        return doors.enter(holder.citizen(), holder.space(), new Act.ChangeRights(what), body);
    }

    private String code(Holder holder, Holder helper) {
        int before = mailsSaying(helper.email(), INVITATION);
        assertThat(asks(holder, helper.email(), today().plusMonths(1))).isInstanceOf(Outcome.Done.class);
        return TestMailbox.provisionalCode(mail(helper.email(), INVITATION, before + 1));
    }

    private Optional<Problem> accepts(Holder helper, String code) {
        return caregiving.accept(helper.citizen(), code)
                        instanceof Outcome.Refused<Caregivers.Offer>(var problem, var _)
                ? Optional.of(problem)
                : Optional.empty();
    }

    private static Intruder.Answer choose(Intruder browser, Holder person) {
        browser.get("/espace/personnes");
        return browser.post(
                "/espace/personnes", Map.of("personne", person.space().toString()));
    }

    private static String only(String page) {
        Matcher matcher = ONE.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    @Requirement("REP-05")
    void fromTheInvitationToTheEnd() {
        Holder lina = holder("AIDEE", "Lina");
        Holder marcel = holder("AIDANT", "Marcel");
        deposited(lina, "Note de Lina");
        Intruder linas = signedIn(lina);
        String code = invited(linas, lina, marcel.email(), "Papa");
        assertThat(linas.get(LIST).body()).contains("Papa", "Invitation envoyée");
        assertThat(MAILBOX.to(marcel.email()).getLast().text()).doesNotContain("Lina", "AIDEE", "Papa");

        Intruder marcels = half(marcel);
        Intruder.Answer link = marcels.get("/aidant?code=" + code);
        assertThat(link.status()).isEqualTo(303);
        Intruder.Answer door = marcels.get("/aidant");
        assertThat(door.status()).isEqualTo(200);
        assertThat(door.body()).contains("Un proche vous demande de l’aide").doesNotContain("Lina", "AIDEE", code);

        marcels.get("/connexion/code");
        String signIn = TestMailbox.oneTimeCode(mail(marcel.email(), "code est", 1));
        assertThat(marcels.post("/connexion/code", Map.of("code", signIn)).status())
                .isEqualTo(303);
        assertThat(marcels.get("/espace").header("Location")).endsWith(ANSWER);
        assertThat(marcels.get(ANSWER).body()).contains("Lina").doesNotContain("AIDEE", "Note de Lina");
        assertThat(marcels.get("/espace").status()).isEqualTo(200);
        marcels.get(ANSWER);
        assertThat(marcels.post(ANSWER + "/accepter", Map.of()).status()).isEqualTo(303);
        assertThat(marcels.get("/espace/personnes").body()).contains("Lina AIDEE", "Vous aidez cette personne");

        assertThat(choose(marcels, lina).status()).isEqualTo(303);
        assertThat(marcels.get("/espace/documents").body()).contains("Note de Lina", "l’espace de <strong>Lina AIDEE");
        assertThat(linas.get(LIST).body()).contains("Marcel AIDANT", "Vous aide");
        awaitLine(linas, "A accepté de vous aider");
        assertThat(linas.get("/espace/historique").body()).contains("Marcel AIDANT", "Invitation d’un aidant");

        String id = only(linas.get(LIST).body());
        Intruder.Answer form = linas.get(LIST + "/" + id);
        Map<String, String> change = Map.of(
                "pour", lina.space().toString(), "version", version(form.body()), "ajouter", "oui", "duree", "KEEP");
        assertThat(linas.post(LIST + "/" + id, change).status()).isEqualTo(303);
        assertThat(linas.get(LIST).body()).contains("Cela vaut dès maintenant");
        assertThat(marcels.get("/espace/documents").status()).isEqualTo(403);
        Intruder.Answer stale = linas.post(LIST + "/" + id, change);
        assertThat(stale.header("Location")).endsWith(LIST + "/" + id);
        assertThat(linas.get(LIST + "/" + id).body()).contains("vient de modifier");

        linas.get(LIST + "/" + id + "/fin");
        assertThat(linas.post(
                                LIST + "/" + id + "/fin",
                                Map.of("pour", lina.space().toString()))
                        .status())
                .isEqualTo(303);
        Intruder.Answer after = marcels.get("/espace/documents");
        assertThat(after.status()).isEqualTo(404);
        assertThat(after.body()).doesNotContain("Lina");
        assertThat(marcels.get("/espace").body()).contains("Marcel").doesNotContain("Lina");
        assertThat(linas.get(LIST).body()).contains("Terminé par vous");
        assertThat(linas.post(LIST + "/" + id + "/fin", Map.of()).status()).isEqualTo(303);
        assertThat(linas.get(LIST).body()).contains("déjà terminé");
        told(marcel, "mis fin à votre aide");
        told(lina, "a accepté de vous aider");
        told(lina, "n’a plus accès");
    }

    /// The carrying in of lines is a job's: awaited.
    private static void awaitLine(Intruder browser, String words) {
        for (int i = 0; i < 200 && !browser.get("/espace/historique").body().contains(words); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(browser.get("/espace/historique").body()).contains(words);
    }

    private static String version(String page) {
        Matcher matcher = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static void told(Holder who, String words) {
        mail(who.email(), words, 1);
    }

    @Test
    @Requirement("REP-05")
    void aCodeIsRefusedWithItsReasonAndWorksOnce() {
        Holder lina = holder("AIDEE", "Nora");
        Holder marcel = holder("AIDANT", "Luc");
        Holder other = holder("AUTRE", "Eva");
        String code = code(lina, marcel);
        assertThat(accepts(lina, code)).contains(Problem.ONESELF);
        assertThat(accepts(other, "2222-3333-4444")).contains(Problem.CODE_WRONG);
        Holder child = holder("ENFANT", "Tom", today().minusYears(15));
        assertThat(accepts(child, code)).contains(Problem.MINOR_NOT_ALONE);
        assertThat(accepts(marcel, code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEmpty();
        assertThat(accepts(other, code)).contains(Problem.CODE_USED);
        assertThat(accepts(marcel, code)).contains(Problem.CODE_USED);
        assertThat(accepts(marcel, code(lina, marcel))).contains(Problem.ALREADY_ACTS);

        String withdrawn = code(lina, other);
        Caregiver last = caregivers.of(lina.space(), java.time.Instant.now()).getFirst();
        assertThat(inside(lina, Act.RightsChange.END_CAREGIVER, visit -> caregiving.end(visit, last.id())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(accepts(other, withdrawn)).contains(Problem.INVITATION_WITHDRAWN);
        told(other, "a été retirée");

        Holder paul = holder("AIDEE", "Paul");
        String late = code(paul, other);
        DATABASE.superuser()
                .sql("update account.caregiver set answer_by = now() where space_id = :space")
                .param("space", paul.space().value())
                .update();
        assertThat(accepts(other, late)).contains(Problem.CODE_EXPIRED);
        assertThat(mandates.find(paul.space(), other.space())).isEmpty();

        String refused = code(paul, other);
        assertThat(caregiving.decline(other.citizen(), refused)).isInstanceOf(Outcome.Done.class);
        assertThat(accepts(other, refused)).contains(Problem.CODE_USED);
        told(paul, "décliné");

        Intruder browser = signedIn(other);
        browser.get(ANSWER);
        assertThat(browser.post(ANSWER, Map.of("code", withdrawn)).body()).contains("a été retirée");
        assertThat(browser.post(ANSWER, Map.of("code", late)).body()).contains("n’est plus valable");
        assertThat(browser.post(ANSWER, Map.of("code", refused)).body()).contains("ne sert qu’une fois");
        assertThat(browser.post(ANSWER, Map.of("code", "K7RM-4TXA-9QWP")).body())
                .contains("Vérifiez chaque signe");
    }

    @Test
    @Requirement("REP-05")
    void whoGuessesCodesIsSlowedDown() {
        Intruder browser = signedIn(holder("DEVINE", "Max"));
        browser.get(ANSWER);
        String last = "";
        for (int i = 0; i < 13; i++) {
            last = browser.post(ANSWER, Map.of("code", "K7RM-4TXA-9QW" + "23456789ABCDE".charAt(i)))
                    .body();
        }
        assertThat(last).contains("Trop d’essais");
    }

    @Test
    @Requirement("REP-05")
    void threeHelpAndNoMoreHoweverManyAreAskedAtOnce() throws Exception {
        Holder lina = holder("AIDEE", "Trois");
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String email = "aidant" + i + "@courriel.test";
            all.add(() -> asks(lina, email, today().plusMonths(1)) instanceof Outcome.Done<Caregiver>);
        }
        assertThat(together(all)).isEqualTo(Caregiver.MOST);
        assertThat(caregivers.of(lina.space(), java.time.Instant.now())).hasSize(Caregiver.MOST);
        assertThat(asks(lina, "trop@courriel.test", today())).isEqualTo(Outcome.refused(Problem.TOO_MANY_CAREGIVERS));
    }

    @Test
    @Requirement("REP-05")
    void nobodyHelpsMoreThanFiveHoweverManyTheyAcceptAtOnce() throws Exception {
        Holder helper = holder("AIDANT", "Cinq");
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String code = code(holder("AIDEE", "Numéro"), helper);
            all.add(() -> accepts(helper, code).isEmpty());
        }
        assertThat(together(all)).isEqualTo(Caregiver.MOST_HELPED);
        assertThat(mandates.of(helper.space())).hasSize(Caregiver.MOST_HELPED);
    }

    private static int together(List<Callable<Boolean>> all) throws Exception {
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                done += one.get() ? 1 : 0;
            }
        }
        return done;
    }

    @Test
    @Requirement("REP-05")
    void theEndIsAYearAwayAtMostAndForAChildTheEveOfTheEighteenthBirthday() {
        Holder lina = holder("AIDEE", "Date");
        assertThat(asks(lina, "a@courriel.test", today().minusDays(1)))
                .isEqualTo(Outcome.refused(Problem.END_IN_THE_PAST, "duree"));
        assertThat(asks(lina, "a@courriel.test", today().plusYears(1).plusDays(1)))
                .isEqualTo(Outcome.refused(Problem.END_TOO_FAR, "duree"));
        assertThat(asks(lina, "a@courriel.test", today().plusYears(1))).isInstanceOf(Outcome.Done.class);
        Holder mother = holder("MERE", "Anne");
        Holder child = holder("MERE", "Zoé", today().minusYears(18).plusDays(10));
        mandates.give(
                child.space(),
                mother.person().ins(),
                new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()));
        Intruder browser = signedIn(mother);
        choose(browser, child);
        invited(browser, child, "mamie.zoe@courriel.test", "Mamie");
        Caregiver grandmother =
                caregivers.of(child.space(), java.time.Instant.now()).getFirst();
        assertThat(grandmother.lastDay()).isEqualTo(today().plusDays(9));
        Outcome<Caregiver> tooFar = doors.enter(
                mother.citizen(),
                child.space(),
                new Act.ChangeRights(Act.RightsChange.NAME_CAREGIVER),
                visit -> caregiving.invite(
                        visit, new Caregivers.Asked("Papi", "papi@courriel.test", READ, today().plusDays(10))));
        assertThat(tooFar).isEqualTo(Outcome.refused(Problem.END_TOO_FAR, "duree"));
    }

    @Test
    @Requirement("REP-05")
    void theEndIsToldBeforeItComesAndTheDoorWaitsForNoJob() {
        Holder lina = holder("AIDEE", "Fin");
        Holder marcel = holder("AIDANT", "Fin");
        assertThat(accepts(marcel, code(lina, marcel))).isEmpty();
        DATABASE.superuser().sql("""
                        update account.caregiver set until = now() + interval '10 days' where space_id = :space
                        """).param("space", lina.space().value()).update();
        caregiversJob();
        caregiversJob();
        told(marcel, "prend fin le");
        told(lina, "Vous pouvez la prolonger");
        assertThat(MAILBOX.to(lina.email()).stream().filter(mail -> mail.text().contains("prend fin le")))
                .hasSize(1);
        Intruder browser = signedIn(marcel);
        assertThat(choose(browser, lina).status()).isEqualTo(303);
        DATABASE.superuser()
                .sql("update account.mandate set until = now() where space_id = :space")
                .param("space", lina.space().value())
                .update();
        assertThat(browser.get("/espace/documents").status()).isEqualTo(404);
        DATABASE.superuser()
                .sql("update account.caregiver set until = now() where space_id = :space")
                .param("space", lina.space().value())
                .update();
        caregiversJob();
        told(lina, "a pris fin le");
        assertThat(caregivers
                        .of(lina.space(), java.time.Instant.now())
                        .getFirst()
                        .state())
                .isEqualTo(Caregiver.State.OVER);
    }

    @Autowired
    private org.springframework.context.ApplicationContext context;

    private void caregiversJob() {
        fr.monespacesante.account.TestJobs.caregiverDates(context);
    }

    @Test
    @Requirement("REP-05")
    void aCaregiverStepsDown() {
        Holder lina = holder("AIDEE", "Adieu");
        Holder marcel = holder("AIDANT", "Adieu");
        assertThat(accepts(marcel, code(lina, marcel))).isEmpty();
        Intruder browser = signedIn(marcel);
        choose(browser, lina);
        String leave = "/espace/personnes/" + lina.space() + "/arreter";
        assertThat(browser.get(leave).body()).contains("Ne plus aider Adieu AIDEE");
        assertThat(browser.post(leave, Map.of("pour", lina.space().toString())).status())
                .isEqualTo(303);
        assertThat(browser.get("/espace/personnes").body()).doesNotContain("Adieu AIDEE");
        assertThat(choose(browser, lina).status()).isEqualTo(404);
        assertThat(browser.post(leave, Map.of("pour", marcel.space().toString()))
                        .status())
                .isEqualTo(404);
        told(lina, "a mis fin à son aide");
        awaitLine(signedIn(lina), "A cessé de vous aider");
    }

    @Test
    @Requirement("REP-05")
    @Requirement("ACC-09")
    void aCaregiverDecidesNothingForTheHolder() {
        Holder lina = holder("AIDEE", "Calme");
        Holder marcel = holder("AIDANT", "Curieux");
        UUID note = deposited(lina, "Note de Lina");
        mandates.give(
                lina.space(),
                marcel.person().ins(),
                new Mandate(Mandate.Kind.CAREGIVER, Set.of(Mandate.Scope.values()), Optional.empty()));
        Intruder browser = signedIn(marcel);
        choose(browser, lina);
        for (String page : List.of(LIST, LIST + "/inviter", "/espace/parametres/acces", "/espace/historique")) {
            assertThat(browser.get(page).status()).as(page).isEqualTo(403);
        }
        Map<String, Map<String, String>> forms = Map.of(
                LIST + "/inviter",
                Map.of("nom", "Moi", "email", "moi@courriel.test", "portee", "oui", "duree", "YEAR"),
                "/espace/parametres/acces/bloquer",
                Map.of("rpps", DOCTOR, "nom", "Dr Antoine LEFÈVRE"),
                "/espace/parametres/acces/urgence",
                Map.of(),
                "/espace/parametres/notifications",
                Map.of("hour", "18"),
                "/espace/documents/" + note + "/supprimer",
                Map.of("version", "1"),
                "/espace/documents/" + note + "/masquer",
                Map.of("version", "1"));
        forms.forEach((path, form) -> {
            browser.get("/espace/documents");
            Map<String, String> all = new java.util.HashMap<>(form);
            all.put("pour", lina.space().toString());
            assertThat(browser.post(path, all).status()).as(path).isEqualTo(403);
        });
        assertThat(caregivers.of(lina.space(), java.time.Instant.now())).isEmpty();
        // the login that the settings show is his own
        assertThat(browser.get("/espace/parametres/connexion").body()).doesNotContain(lina.email());
        assertThat(signedIn(lina).get("/espace/documents").body()).contains("Note de Lina");
    }
}
