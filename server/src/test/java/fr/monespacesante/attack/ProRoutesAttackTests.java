package fr.monespacesante.attack;

import static fr.monespacesante.attack.RouteMatrix.ask;
import static fr.monespacesante.attack.RouteMatrix.routes;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.attack.RouteMatrix.For;
import fr.monespacesante.attack.RouteMatrix.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every page of professionals and agents × everybody who may not: strangers, citizens, each other, sessions that are
/// over, professionals without agreement, blocked, of a profession that may not, and other sites.
@Requirement("SEC-04")
class ProRoutesAttackTests extends AttackTest {
    private static final String PATIENT = RouteMatrix.PATIENT;

    private final UUID consent = UUID.randomUUID();
    private Holder marcel;
    private UUID document;
    private Intruder clairesBrowser;

    @BeforeAll
    void aCitizenAndAPatient() {
        marcel = holder("BESSON");
        document = deposited(marcel, "Titre planté chez Marcel");
        clairesBrowser = signedIn(holder("MARTIN-PLANTEE", "Philomène"));
    }

    private static void sentToLogin(Intruder.Answer answer, Route route) {
        assertThat(answer.sendsToLogin() || answer.status() == 403)
                .as(route + " was answered with " + answer.status())
                .isTrue();
        assertThat(answer.body() + answer.headers()).as(route.toString()).doesNotContain("planté");
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
    @Requirement("AUT-04")
    @Requirement("AUT-07")
    void aSessionThatIsOverOpensNothing() {
        List<String> others = DATABASE.superuser()
                .sql("select primary_id from identity.spring_session")
                .query((row, place) -> String.valueOf(row.getString(1)))
                .list();
        Intruder doctor = signedInProfessional(DOCTOR);
        String number = patient(doctor, marcel);
        reads(doctor, number, document);
        Intruder agent = signedInAgent("karim.diallo");
        assertThat(DATABASE.superuser()
                        .sql("""
                                update identity.spring_session set last_access_time = 0, expiry_time = 1
                                 where not primary_id = any (:others)
                                """)
                        .param("others", others.toArray(new String[0]))
                        .update())
                .isPositive();
        for (Route route : routes(For.PROFESSIONAL)) {
            Intruder late = stranger();
            late.cookies().putAll(doctor.cookies());
            String path = route.path(document).replace(new UUID(7, 7).toString(), number);
            Map<String, String> form = route.form(consent);
            form.put("_csrf", doctor.token());
            sentToLogin(route.method().equals("GET") ? late.get(path) : late.bare(path, form), route);
        }
        for (Route route : routes(For.AGENT)) {
            Intruder late = stranger();
            late.cookies().putAll(agent.cookies());
            sentToLogin(ask(late, route, document, consent), route);
        }
    }
}
