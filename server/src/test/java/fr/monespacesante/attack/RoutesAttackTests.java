package fr.monespacesante.attack;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every page there is × everybody who may not: strangers, people between the password and the code, sessions that are
/// over, other citizens, professionals, software, agents, and other sites in a citizen's own browser (CSRF).
@Requirement("SEC-04")
class RoutesAttackTests extends AttackTest {
    private static final String DOCUMENT = "/espace/documents/{id:[0-9a-f-]{36}}";
    private static final String PATIENT = "/pro/patient/{patient:[0-9a-f-]{36}}";
    private static final String PATIENTS_DOCUMENT = PATIENT + "/documents/{id:[0-9a-f-]{36}}";
    private static final Pattern CHANGING = Pattern.compile(
            "name=\"_csrf\" value=\"[^\"]*\"|name=\"once\" value=\"[^\"]*\"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// Who may come to a page.
    private enum For {
        /// Everybody; it shows nothing of anybody.
        ALL,
        /// A citizen with both factors.
        CITIZEN,
        /// A professional signed in with Pro Santé Connect.
        PROFESSIONAL,
        /// An agent of the operator.
        AGENT
    }

    /// How a page is attacked.
    ///
    /// @param form what its form sends; `$document`, `$consent`, `$rpps` stand for things of a space
    private record Attack(For who, Map<String, String> form) {}

    private static final Attack OPEN = new Attack(For.ALL, Map.of());
    private static final Attack OWN = new Attack(For.CITIZEN, Map.of());
    private static final Attack PROS = new Attack(For.PROFESSIONAL, Map.of());
    private static final Attack AGENTS = new Attack(For.AGENT, Map.of());
    private static final Map<String, String> ONE =
            Map.of("rpps", OTHER_DOCTOR, "nom", "Dr Inconnue", "choix", "montrer");
    private static final Attack VERSIONED = new Attack(For.CITIZEN, Map.of("version", "1"));

    /// Every route has its line here; a new one fails `noRouteIsWithoutItsAttack` until it has.
    private static final Map<String, Attack> MATRIX = Map.ofEntries(
            entry("GET /", OPEN),
            entry("GET /accessibilite", OPEN),
            entry("GET /donnees-personnelles", OPEN),
            entry("ANY /error", OPEN),
            entry("GET /connexion", OPEN),
            entry("POST /connexion", new Attack(For.ALL, Map.of("login", "nobody", "password", "nothing"))),
            entry("GET /connexion/code", OPEN),
            entry("POST /connexion/code", new Attack(For.ALL, Map.of("code", "000000"))),
            entry("POST /connexion/code/encore", OPEN),
            entry("GET /activation", OPEN),
            entry("POST /activation", OPEN),
            entry("GET /activation/suite", OPEN),
            entry("GET /activation/contact", OPEN),
            entry("POST /activation/contact", OPEN),
            entry("POST /activation/confirmation", new Attack(For.ALL, Map.of("code", "000000"))),
            entry("POST /activation/conditions", OPEN),
            entry(
                    "POST /activation/identifiants",
                    new Attack(For.ALL, Map.of("login", "x.y", "password", "z", "repeated", "z"))),
            entry("GET /activation/nouveau-code", OPEN),
            entry("POST /activation/nouveau-code", OPEN),
            entry("GET /espace", OWN),
            entry("GET /espace/documents", OWN),
            entry("GET /espace/documents/ajouter", OWN),
            entry("POST /espace/documents/ajouter", new Attack(For.CITIZEN, Map.of("title", "Intrus"))),
            entry("GET " + DOCUMENT, OWN),
            entry("GET " + DOCUMENT + "/contenu", OWN),
            entry("GET " + DOCUMENT + "/telecharger", OWN),
            entry("GET " + DOCUMENT + "/corps", OWN),
            entry("GET " + DOCUMENT + "/media/{place:[0-9]{1,4}}", OWN),
            entry("POST " + DOCUMENT + "/masquer", VERSIONED),
            entry("POST " + DOCUMENT + "/montrer", VERSIONED),
            entry("GET " + DOCUMENT + "/supprimer", OWN),
            entry("POST " + DOCUMENT + "/supprimer", VERSIONED),
            entry("GET /espace/notifications", OWN),
            entry("POST /espace/notifications/lues", OWN),
            entry(
                    "POST /espace/notifications/lue",
                    new Attack(For.CITIZEN, Map.of("notification", "0199c1a1-0000-7000-8000-000000000001"))),
            entry("GET /espace/parametres/notifications", OWN),
            entry("POST /espace/parametres/notifications", new Attack(For.CITIZEN, Map.of("hour", "24"))),
            entry(
                    "POST /espace/parametres/notifications/appareil",
                    new Attack(
                            For.CITIZEN,
                            Map.of("nom", "Intrus", "endpoint", "https://127.0.0.1/", "p256dh", "", "auth", ""))),
            entry(
                    "POST /espace/parametres/notifications/appareil/retirer",
                    new Attack(For.CITIZEN, Map.of("appareil", "0199c1a1-0000-7000-8000-000000000002"))),
            entry("GET /espace/personnes", OWN),
            entry("POST /espace/personnes", new Attack(For.CITIZEN, Map.of("personne", "$document"))),
            entry("GET /espace/historique", OWN),
            entry("GET /espace/historique.csv", OWN),
            entry("GET /espace/historique.json", OWN),
            entry("GET /espace/historique.pdf", OWN),
            entry("GET /espace/historique/{id:[0-9a-f-]{36}}/signaler", OWN),
            entry("POST /espace/historique/{id:[0-9a-f-]{36}}/signaler", new Attack(For.CITIZEN, Map.of("mots", "x"))),
            entry("GET " + DOCUMENT + "/qui", OWN),
            entry("GET " + DOCUMENT + "/pour", OWN),
            entry("POST " + DOCUMENT + "/pour", new Attack(For.CITIZEN, ONE)),
            entry("POST " + DOCUMENT + "/pour/oublier", new Attack(For.CITIZEN, ONE)),
            entry("GET /espace/parametres/acces/voir-comme", OWN),
            entry("GET /espace/parametres/acces/medecin-traitant", OWN),
            entry("POST /espace/parametres/acces/medecin-traitant", new Attack(For.CITIZEN, ONE)),
            entry("POST /espace/parametres/acces/medecin-traitant/retirer", OWN),
            entry("GET /espace/parametres/acces/alimentation", OWN),
            entry("POST /espace/parametres/acces/alimentation", new Attack(For.CITIZEN, ONE)),
            entry("POST /espace/parametres/acces/alimentation/accepter", new Attack(For.CITIZEN, ONE)),
            entry("POST /espace/parametres/acces/urgence", OWN),
            entry("GET /espace/parametres/acces/arrivee", OWN),
            entry("POST /espace/parametres/acces/arrivee", OWN),
            entry("GET /espace/parametres/acces/delais", OWN),
            entry("POST /espace/parametres/acces/delais", OWN),
            entry("POST /espace/parametres/acces/delais/retirer", new Attack(For.CITIZEN, Map.of("type", "11502-2"))),
            entry("GET /espace/parametres/acces", OWN),
            entry("POST /espace/parametres/acces/accord", new Attack(For.CITIZEN, Map.of("consent", "$consent"))),
            entry("GET /espace/parametres/acces/bloquer", OWN),
            entry("POST /espace/parametres/acces/bloquer", new Attack(For.CITIZEN, Map.of("rpps", "", "nom", ""))),
            entry("POST /espace/parametres/acces/debloquer", new Attack(For.CITIZEN, Map.of("rpps", OTHER_DOCTOR))),
            entry("GET /espace/parametres", OWN),
            entry("GET /espace/parametres/connexion", OWN),
            entry("GET /espace/parametres/connexion/mot-de-passe", OWN),
            entry(
                    "POST /espace/parametres/connexion/mot-de-passe",
                    new Attack(For.CITIZEN, Map.of("current", "", "password", "", "repeated", ""))),
            entry("GET /espace/parametres/connexion/contact", OWN),
            entry("POST /espace/parametres/connexion/contact", OWN),
            entry("GET /espace/parametres/connexion/contact/code", OWN),
            entry("POST /espace/parametres/connexion/contact/code", new Attack(For.CITIZEN, Map.of("code", "000000"))),
            entry(
                    "POST /espace/parametres/connexion/appareil",
                    new Attack(For.CITIZEN, Map.of("session", "00", "handle", "00", "appareil", "00"))),
            entry("POST /espace/parametres/connexion/autres-appareils", OWN),
            entry("GET /pro/connexion", OPEN),
            entry("GET /pro/au-revoir", OPEN),
            entry("POST /pro/au-revoir", OPEN),
            entry("GET /pro/lieu", PROS),
            entry("POST /pro/lieu", new Attack(For.PROFESSIONAL, Map.of("lieu", "0"))),
            entry("GET /pro", PROS),
            entry("GET /pro/activite", PROS),
            entry("POST /pro/lecture", new Attack(For.PROFESSIONAL, Map.of("code", "x"))),
            entry("POST /pro/patient", new Attack(For.PROFESSIONAL, Map.of("ins", "", "name", ""))),
            entry("GET " + PATIENT, PROS),
            entry("GET " + PATIENT + "/accord", PROS),
            entry(
                    "POST " + PATIENT + "/accord",
                    new Attack(For.PROFESSIONAL, Map.of("duree", "equipe", "fin.year", "2020"))),
            entry("GET " + PATIENT + "/urgence", PROS),
            entry("POST " + PATIENT + "/urgence", new Attack(For.PROFESSIONAL, Map.of("motif", "x"))),
            entry("POST " + PATIENT + "/urgence/fin", PROS),
            entry("GET " + PATIENT + "/regulation", PROS),
            entry("POST " + PATIENT + "/regulation", new Attack(For.PROFESSIONAL, Map.of("motif", "x"))),
            entry("GET " + PATIENT + "/ajouter", PROS),
            entry("POST " + PATIENT + "/ajouter", new Attack(For.PROFESSIONAL, Map.of("title", "Intrus"))),
            entry("GET " + PATIENTS_DOCUMENT, PROS),
            entry("GET " + PATIENTS_DOCUMENT + "/contenu", PROS),
            entry("GET " + PATIENTS_DOCUMENT + "/telecharger", PROS),
            entry("GET " + PATIENTS_DOCUMENT + "/corps", PROS),
            entry("GET " + PATIENTS_DOCUMENT + "/media/{place:[0-9]{1,4}}", PROS),
            entry("POST " + PATIENTS_DOCUMENT + "/annoncer", new Attack(For.PROFESSIONAL, Map.of("version", "1"))),
            entry("POST " + PATIENTS_DOCUMENT + "/archiver", new Attack(For.PROFESSIONAL, Map.of("version", "1"))),
            entry("GET " + PATIENTS_DOCUMENT + "/supprimer", PROS),
            entry("POST " + PATIENTS_DOCUMENT + "/supprimer", new Attack(For.PROFESSIONAL, Map.of("version", "1"))),
            entry("GET /agent/connexion", OPEN),
            entry("GET /agent/au-revoir", OPEN),
            entry("POST /agent/au-revoir", OPEN),
            entry("GET /agent", AGENTS),
            entry("GET /agent/supervision", AGENTS),
            entry("GET /agent/supervision/alertes/{id:[0-9a-f-]{36}}", AGENTS),
            entry("POST /agent/supervision/alertes/{id:[0-9a-f-]{36}}/prendre", AGENTS),
            entry(
                    "POST /agent/supervision/alertes/{id:[0-9a-f-]{36}}/cloturer",
                    new Attack(For.AGENT, Map.of("commentaire", "Vu"))),
            entry("GET /agent/supervision/signalements", AGENTS),
            entry("GET /agent/supervision/signalements/{id:[0-9a-f-]{36}}", AGENTS),
            entry("POST /agent/supervision/signalements/{id:[0-9a-f-]{36}}/examiner", AGENTS),
            entry(
                    "POST /agent/supervision/signalements/{id:[0-9a-f-]{36}}/repondre",
                    new Attack(For.AGENT, Map.of("fonde", "oui", "texte", "Fait"))),
            entry("GET /agent/supervision/regles", AGENTS),
            entry("GET /agent/supervision/regles/{code:[A-Z_]{3,30}}", AGENTS),
            entry(
                    "POST /agent/supervision/regles/{code:[A-Z_]{3,30}}",
                    new Attack(For.AGENT, Map.of("seuil", "99999", "minutes", "1", "version", "1"))),
            entry("GET /agent/supervision/journal", AGENTS));

    @Autowired
    private ApplicationContext context;

    private Holder claire;
    private Holder marcel;
    private UUID document;
    private UUID consent;
    private Intruder marcelsBrowser;
    private Intruder clairesBrowser;

    @BeforeAll
    void twoPeopleWithSpaces() {
        claire = holder("MARTIN-PLANTEE", "Philomène");
        marcel = holder("BESSON");
        document = deposited(claire, "Titre planté chez Philomène");
        String id = agreed(claire, DOCTOR).header("Location").replaceFirst(".*/", "");
        consent = last(id);
        clairesBrowser = signedIn(claire);
        clairesBrowser.post("/espace/parametres/acces/bloquer", Map.of("rpps", OTHER_DOCTOR, "nom", "Dr Bloquée"));
        marcelsBrowser = signedIn(marcel);
    }

    private static UUID last(String fhirId) {
        byte[] number = new java.math.BigInteger(fhirId, 36).toByteArray();
        var bytes = java.nio.ByteBuffer.wrap(number, number.length - 16, 16);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /// A route to be asked for.
    private record Route(String method, String pattern, Attack attack) {
        String path(UUID document) {
            return pattern.replaceAll("\\{patient[^}]*}[^}/]*}", new UUID(7, 7).toString())
                    .replaceAll("\\{id[^}]*}[^}/]*}", document.toString())
                    .replaceAll("\\{code[^}]*}[^}/]*}", "NIGHT_BURST")
                    .replaceAll("\\{place[^}]*}[^}/]*}", "0");
        }

        Map<String, String> form(UUID consent) {
            Map<String, String> filled = new LinkedHashMap<>();
            attack.form().forEach((name, value) -> filled.put(name, value.replace("$consent", consent.toString())));
            return filled;
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private List<Route> routes(For who) {
        List<Route> routes = new ArrayList<>();
        MATRIX.forEach((name, attack) -> {
            if (attack.who() == who) {
                String[] words = name.split(" ", 2);
                routes.add(new Route(words[0].equals("ANY") ? "GET" : words[0], words[1], attack));
            }
        });
        // looking first: a form leaves a sentence for the next page
        routes.sort(Comparator.comparing(Route::method).thenComparing(Route::pattern));
        return routes;
    }

    private static Intruder.Answer ask(Intruder who, Route route, UUID document, UUID consent) {
        return route.method().equals("GET")
                ? who.get(route.path(document))
                : who.post(route.path(document), route.form(consent));
    }

    private void showsNothingOfClaire(Intruder.Answer answer, Object route) {
        assertThat(answer.body() + answer.headers())
                .as(route.toString())
                .doesNotContain("PLANTEE", "Philomène", "planté", claire.ins(), claire.email());
    }

    @Test
    void noRouteIsWithoutItsAttack() {
        Set<String> found = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                for (String pattern : info.getPatternValues()) {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    if (methods.isEmpty()) {
                        found.add("ANY " + pattern);
                    }
                    methods.forEach(method -> found.add(method + " " + pattern));
                }
            }
        }
        found.removeIf(route -> route.matches("\\S+ /actuator.*"));
        assertThat(found)
                .as(
                        "Each route needs a line in RoutesAttackTests.MATRIX that says who may come and what its form sends")
                .isSubsetOf(MATRIX.keySet());
        assertThat(MATRIX.keySet()).as("lines without a route").isSubsetOf(found);
    }

    @Test
    void theOwnerComesToWhatTheOthersAreTriedOn() {
        for (String part : List.of("", "/contenu", "/telecharger")) {
            assertThat(clairesBrowser
                            .get("/espace/documents/" + document + part)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(clairesBrowser.get("/espace").body()).contains("Philomène");
        assertThat(clairesBrowser.get("/espace/parametres/acces").body()).contains(consent.toString());
    }

    @Test
    @Requirement("SEC-03")
    void aStrangerIsSentToTheLogin() {
        for (Route route : routes(For.CITIZEN)) {
            Intruder stranger = stranger();
            stranger.get("/connexion");
            sentToLogin(ask(stranger, route, document, consent), route);
        }
    }

    @Test
    @Requirement("SEC-03")
    void thePasswordAloneOpensNothing() {
        Intruder half = half(claire);
        for (Route route : routes(For.CITIZEN)) {
            half.get("/connexion/code");
            sentToLogin(ask(half, route, document, consent), route);
        }
    }

    @Test
    @Requirement("AUT-07")
    void aSessionThatIsOverOpensNothing() {
        for (String end : List.of(
                "update identity.spring_session set last_access_time = 0, expiry_time = 1 where principal_name = :who",
                "update identity.spring_session set creation_time = 1 where principal_name = :who",
                "delete from identity.spring_session where principal_name = :who")) {
            Holder lina = holder("KADRI");
            Intruder browser = signedIn(lina);
            Map<String, String> cookies = Map.copyOf(browser.cookies());
            String token = browser.token();
            String citizen = DATABASE.superuser()
                    .sql("select citizen_id from identity.citizen where space_id = :space")
                    .param("space", lina.space().value())
                    .query((row, number) -> String.valueOf(row.getString(1)))
                    .single();
            assertThat(DATABASE.superuser().sql(end).param("who", citizen).update())
                    .isPositive();
            for (Route route : routes(For.CITIZEN)) {
                Intruder late = stranger();
                late.cookies().putAll(cookies);
                Map<String, String> form = route.form(consent);
                form.put("_csrf", token);
                Intruder.Answer answer = route.method().equals("GET")
                        ? late.get(route.path(document))
                        : late.bare(route.path(document), form);
                assertThat(answer.sendsToLogin() || answer.status() == 403)
                        .as(route + " after: " + end + " was " + answer.status())
                        .isTrue();
            }
        }
    }

    @Test
    @Requirement("ACC-08")
    @Requirement("AUT-04")
    void neitherProfessionalsNorSoftwareNorAgentsComeToACitizensPages() {
        Intruder professional = stranger().with("Authorization", "Bearer " + token(DOCTOR));
        Intruder structure = structure(LABORATORY).with("Accept", "text/html");
        Intruder agent =
                stranger().with("Authorization", "Basic a2FyaW06ZGlhbGxv").with("X-Remote-User", "karim.diallo");
        for (Intruder intruder : List.of(professional, structure, agent)) {
            for (Route route : routes(For.CITIZEN)) {
                intruder.get("/connexion");
                sentToLogin(ask(intruder, route, document, consent), route);
            }
        }
    }

    private void sentToLogin(Intruder.Answer answer, Route route) {
        assertThat(answer.sendsToLogin() || answer.status() == 403)
                .as(route + " was answered with " + answer.status())
                .isTrue();
        showsNothingOfClaire(answer, route);
    }

    @Test
    @Requirement("SEC-03")
    @Requirement("ACC-09")
    void anothersThingsAreNotThereForACitizen() {
        Intruder marcels = signedIn(marcel);
        for (Route route : routes(For.CITIZEN)) {
            forgetAttempts();
            marcels.get("/espace/parametres/acces/bloquer");
            Intruder.Answer foreign = ask(marcels, route, document, consent);
            marcels.get("/espace/parametres/acces/bloquer");
            Intruder.Answer unknown = ask(marcels, route, UUID.randomUUID(), UUID.randomUUID());
            showsNothingOfClaire(foreign, route);
            if (route.pattern().endsWith("/medecin-traitant/retirer")) {
                // names nothing: the first time he withdraws his own doctor, then there is none
                continue;
            }
            assertThat(foreign.status()).as(route.toString()).isEqualTo(unknown.status());
            if (!route.pattern().contains("historique")) {
                assertThat(plain(foreign)).as(route.toString()).isEqualTo(plain(unknown));
            }
            if (route.pattern().contains("{id") || route.attack().form().containsValue("$consent")) {
                assertThat(foreign.status()).as(route.toString()).isEqualTo(404);
            }
        }
        assertThat(clairesBrowser.get("/espace/documents/" + document).body()).contains("Titre planté");
        assertThat(clairesBrowser.get("/espace/parametres/acces").body()).contains(consent.toString(), "Dr Bloquée");
    }

    private static String plain(Intruder.Answer answer) {
        return CHANGING.matcher(answer.body()).replaceAll("…");
    }

    @Test
    void noFormWorksFromAnotherSite() {
        Holder hugo = holder("DURAND");
        UUID his = deposited(hugo, "Note de Hugo");
        Intruder browser = signedIn(hugo);
        String foreignToken = marcelsBrowser.token();
        List<Route> posts = new ArrayList<>(routes(For.CITIZEN));
        posts.addAll(routes(For.ALL));
        posts.removeIf(route -> !route.method().equals("POST"));
        for (Route route : posts) {
            for (String token : List.of("", "wrong", foreignToken)) {
                Map<String, String> form = route.form(consent);
                if (!token.isEmpty()) {
                    form.put("_csrf", token);
                }
                assertThat(browser.bare(route.path(his), form).status())
                        .as(route + " with the token '" + token + "'")
                        .isEqualTo(403);
            }
        }
        assertThat(browser.bare("/deconnexion", Map.of()).status()).isEqualTo(403);
        assertThat(browser.get("/deconnexion").status())
                .as("a link must not log out")
                .isNotEqualTo(200);
        assertThat(browser.get("/espace/documents/" + his).status()).isEqualTo(200);
    }

    @Test
    void aFormIsNotSentByALinkNorByAnotherMethod() {
        for (Route route : routes(For.CITIZEN)) {
            if (route.method().equals("POST") && !MATRIX.containsKey("GET " + route.pattern())) {
                assertThat(clairesBrowser.get(route.path(document)).status())
                        .as("GET of " + route)
                        .isIn(404, 405);
            }
        }
        Intruder browser = clairesBrowser;
        for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE")) {
            Intruder.Answer answer = browser.send(
                    method,
                    "/espace/documents/" + document,
                    java.net.http.HttpRequest.BodyPublishers.noBody(),
                    Map.of());
            assertThat(answer.status()).as(method).isIn(403, 404, 405);
        }
        Map<String, String> hidden = Map.of("_method", "DELETE", "_csrf", browser.token());
        browser.send(
                "POST",
                "/espace/documents/" + document,
                java.net.http.HttpRequest.BodyPublishers.ofString(Intruder.encoded(hidden)),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "X-HTTP-Method-Override", "DELETE"));
        assertThat(browser.get("/espace/documents/" + document).status()).isEqualTo(200);
    }

    @Test
    @Requirement("AUT-04")
    @Requirement("AUT-05")
    void noOtherDoorOpensThePagesOfProfessionalsAndAgents() {
        List<Route> routes = new ArrayList<>(routes(For.PROFESSIONAL));
        routes.addAll(routes(For.AGENT));
        Intruder agent = signedInAgent("karim.diallo");
        for (Intruder intruder : List.of(
                stranger(),
                clairesBrowser,
                professional(DOCTOR).with("Accept", "text/html"),
                structure(LABORATORY).with("Accept", "text/html"))) {
            for (Route route : routes) {
                sentToLogin(ask(intruder, route, document, consent), route);
            }
        }
        for (Route route : routes(For.PROFESSIONAL)) {
            sentToLogin(ask(agent, route, document, consent), route);
        }
        Intruder doctor = signedInProfessional(DOCTOR);
        for (Route route : routes(For.AGENT)) {
            sentToLogin(ask(doctor, route, document, consent), route);
        }
    }

    @Test
    @Requirement("SEC-03")
    @Requirement("ACC-03")
    @Requirement("ACC-09")
    void neitherAStrangerToThePatientNorTheUnconsentedNorTheBlockedAreShownAnything() {
        Holder olga = holder("MARTIN-PLANTEE", "Philomène");
        UUID hers = deposited(olga, "Titre planté chez Philomène");
        Intruder first = signedInProfessional(DOCTOR);
        String number = patient(first, olga);
        Intruder second = signedInProfessional(OTHER_DOCTOR);
        patientsAreNobodys(second, number, hers, List.of(303));
        reads(first, number, hers);
        patientsAreNobodys(second, number, hers, List.of(303));
        Intruder unconsented = signedInProfessional(OTHER_DOCTOR);
        String found = patient(unconsented, olga);
        patientsAreNobodys(unconsented, found, hers, List.of(200, 303, 404, 422));
        Intruder holder = signedIn(olga);
        holder.post("/espace/parametres/acces/bloquer", Map.of("rpps", DOCTOR, "nom", "Dr Bloqué"));
        patientsAreNobodys(first, number, hers, List.of(200, 303, 403, 404, 422));
    }

    /// Each page about a patient, and each of their document; pages that only ask for something may name the patient.
    private void patientsAreNobodys(Intruder who, String number, UUID document, List<Integer> answers) {
        for (Route route : routes(For.PROFESSIONAL)) {
            if (!route.pattern().startsWith(PATIENT)) {
                continue;
            }
            who.get("/pro");
            String path = route.path(document).replace(new UUID(7, 7).toString(), number);
            Intruder.Answer answer = route.method().equals("GET") ? who.get(path) : who.post(path, route.form(consent));
            assertThat(answer.status()).as(route.toString()).isIn(answers);
            assertThat(answer.body()).as(route.toString()).doesNotContain("Titre planté", "Note :");
            if (answer.status() == 200) {
                assertThat(route.pattern()).as(route.toString()).doesNotContain("{id");
            }
        }
    }

    private static void reads(Intruder doctor, String number, UUID document) {
        doctor.get("/pro/patient/" + number + "/accord");
        doctor.post("/pro/patient/" + number + "/accord", Map.of("duree", "consultation", "dit", "oui"));
        assertThat(doctor.get("/pro/patient/" + number + "/documents/" + document)
                        .body())
                .contains("Titre planté");
    }

    @Test
    void noFormOfAProfessionalWorksFromAnotherSite() {
        Intruder doctor = signedInProfessional(DOCTOR);
        String number = patient(doctor, marcel);
        for (Route route : routes(For.PROFESSIONAL)) {
            if (route.method().equals("POST")) {
                String path = route.path(document).replace(new UUID(7, 7).toString(), number);
                for (String token : List.of("", "wrong", clairesBrowser.token())) {
                    Map<String, String> form = route.form(consent);
                    if (!token.isEmpty()) {
                        form.put("_csrf", token);
                    }
                    assertThat(doctor.bare(path, form).status())
                            .as(route + " with the token '" + token + "'")
                            .isEqualTo(403);
                }
            }
        }
        assertThat(doctor.get("/pro").status()).isEqualTo(200);
    }

    @Test
    void idsThatAreNoneAreNotFoundAndNeverAnError() {
        for (String id : List.of(
                "------------------------------------",
                "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "0-0-0-0-0",
                "..%2F..%2Fetc%2Fpasswd",
                "%00",
                "1%20or%201=1",
                "a'--")) {
            for (String part : List.of("", "/contenu", "/telecharger", "/supprimer", "/corps", "/media/0")) {
                assertThat(marcelsBrowser.get("/espace/documents/" + id + part).status())
                        .as(id + part)
                        .isIn(400, 404);
            }
        }
    }

    @Test
    void everyAnswerSaysThatNothingForeignMayRun() {
        for (For who : For.values()) {
            for (Route route : routes(who)) {
                Intruder.Answer answer = ask(marcelsBrowser, route, document, consent);
                marcelsBrowser.get("/espace/parametres/acces/bloquer");
                assertThat(answer.header("Content-Security-Policy"))
                        .as(route.toString())
                        .contains("default-src 'none'")
                        .doesNotContain("unsafe-eval");
                assertThat(answer.header("X-Content-Type-Options"))
                        .as(route.toString())
                        .isEqualTo("nosniff");
                assertThat(answer.header("Cache-Control")).as(route.toString()).contains("no-store");
            }
        }
    }

    @Test
    void theOperatorsPagesAreForNobodyHere() {
        List<Intruder> all = List.of(
                stranger(),
                clairesBrowser,
                professional(DOCTOR),
                structure(LABORATORY),
                stranger().with("Authorization", "Bearer guessed"));
        for (Intruder who : all) {
            for (String path : List.of(
                    "env",
                    "beans",
                    "heapdump",
                    "loggers",
                    "prometheus",
                    "metrics",
                    "integrity",
                    "threaddump",
                    "configprops",
                    "mappings",
                    "shutdown",
                    "sessions",
                    "scheduledtasks")) {
                Intruder.Answer answer = who.get("/actuator/" + path);
                assertThat(answer.status()).as("/actuator/" + path).isIn(302, 303, 401, 403, 404);
            }
            assertThat(who.get("/actuator/health").body()).doesNotContain("jdbc", "database\"", "path");
        }
    }
}
