package fr.monespacesante.attack;

import static fr.monespacesante.attack.RouteMatrix.ask;
import static fr.monespacesante.attack.RouteMatrix.routes;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Mandates;
import fr.monespacesante.attack.RouteMatrix.For;
import fr.monespacesante.attack.RouteMatrix.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Pattern CHANGING = Pattern.compile(
            "name=\"_csrf\" value=\"[^\"]*\"|name=\"once\" value=\"[^\"]*\"|data-options=\"[^\"]*\"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Mandates mandates;

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
                .isSubsetOf(RouteMatrix.MATRIX.keySet());
        assertThat(RouteMatrix.MATRIX.keySet()).as("lines without a route").isSubsetOf(found);
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

    /// Somebody who may do next to nothing for Claire is shown nothing of her space but her name, and changes nothing.
    @Test
    @Requirement("REP-05")
    void aDelegateWithoutTheScopeIsShownNothingOfTheSpace() {
        Holder helper = holder("SANSPORTEE", "Paul");
        mandates.give(
                claire.space(),
                helper.person().ins(),
                new Mandate(Mandate.Kind.CAREGIVER, Set.of(Mandate.Scope.AGENDA), Optional.empty()));
        Intruder browser = signedIn(helper);
        browser.get("/espace/personnes");
        String space = claire.space().toString();
        assertThat(browser.post("/espace/personnes", Map.of("personne", space)).status())
                .isEqualTo(303);
        for (Route route : routes(For.CITIZEN)) {
            if (route.pattern().startsWith("/espace/parametres/connexion")
                    || route.pattern().equals("/espace/personnes")) {
                continue; // his own login, and the choice of whose space it is
            }
            forgetAttempts();
            browser.get("/espace/parametres/connexion");
            Map<String, String> form = route.form(consent);
            form.put("pour", space);
            Intruder.Answer answer = route.method().equals("GET")
                    ? browser.get(route.path(document))
                    : browser.post(route.path(document), form);
            assertThat(answer.status()).as(route.toString()).isLessThan(500);
            assertThat(answer.body())
                    .as(route.toString())
                    .doesNotContain("planté", "Dr Bloquée", claire.ins(), claire.email(), consent.toString());
        }
        mandates.end(claire.space(), helper.person().ins());
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
            if (route.method().equals("POST") && !RouteMatrix.MATRIX.containsKey("GET " + route.pattern())) {
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
