package fr.monespacesante.attack;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Every route there is, who may come to it, and how it is attacked.
final class RouteMatrix {
    private static final String DOCUMENT = "/espace/documents/{id:[0-9a-f-]{36}}";
    private static final String EXCHANGE = "/espace/messages/{id:[0-9a-f-]{36}}";
    private static final String MESSAGE = EXCHANGE + "/{message:[0-9a-f-]{36}}";
    private static final String PIECE = MESSAGE + "/pieces/{index:[0-9]{1,3}}";
    static final String PATIENT = "/pro/patient/{patient:[0-9a-f-]{36}}";
    private static final String PATIENTS_DOCUMENT = PATIENT + "/documents/{id:[0-9a-f-]{36}}";

    private static final String PATIENTS_EXCHANGE = "/pro/messages/{id:[0-9a-f-]{36}}";
    private static final String CALL = "/agent/assistance/appels/{id:[0-9a-f-]{36}}";

    private RouteMatrix() {}

    /// Who may come to a page.
    enum For {
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
    record Attack(For who, Map<String, String> form) {}

    private static final Attack OPEN = new Attack(For.ALL, Map.of());
    private static final Attack OWN = new Attack(For.CITIZEN, Map.of());
    private static final Attack PROS = new Attack(For.PROFESSIONAL, Map.of());
    private static final Attack AGENTS = new Attack(For.AGENT, Map.of());
    private static final Map<String, String> ONE =
            Map.of("rpps", AttackTest.OTHER_DOCTOR, "nom", "Dr Inconnue", "choix", "montrer");
    private static final Attack VERSIONED = new Attack(For.CITIZEN, Map.of("version", "1"));

    private static final Attack ANSWER =
            new Attack(For.CITIZEN, Map.of("texte", "Intrus", "a", "tous", "action", "envoyer"));

    /// Every route has its line here; a new one fails `RoutesAttackTests` until it has.
    static final Map<String, Attack> MATRIX = Map.ofEntries(
            entry("GET /", OPEN),
            entry("GET /accessibilite", OPEN),
            entry("GET /donnees-personnelles", OPEN),
            entry("ANY /error", OPEN),
            entry("GET /connexion", OPEN),
            entry("POST /connexion", new Attack(For.ALL, Map.of("login", "nobody", "password", "nothing"))),
            entry("GET /connexion/code", OPEN),
            entry("POST /connexion/code", new Attack(For.ALL, Map.of("code", "000000"))),
            entry("POST /connexion/code/encore", OPEN),
            entry("GET /connexion/franceconnect", OPEN),
            entry("GET /connexion/franceconnect-plus", OPEN),
            entry("GET /connexion/franceconnect/retour", OPEN),
            entry("GET /connexion/franceconnect-plus/retour", OPEN),
            entry("GET /connexion/relier", OPEN),
            entry("POST /connexion/relier", new Attack(For.ALL, Map.of("login", "nobody", "password", "nothing"))),
            entry("GET /connexion/autre-identite", OPEN),
            entry("GET /connexion/au-revoir", OPEN),
            entry("POST /connexion/au-revoir", OPEN),
            entry("GET /connexion/oubli", OPEN),
            entry("POST /connexion/oubli", new Attack(For.ALL, Map.of("ins", "1", "serial", "2"))),
            entry("GET /connexion/oubli/code", OPEN),
            entry("POST /connexion/oubli/code", new Attack(For.ALL, Map.of("code", "000000"))),
            entry("GET /connexion/oubli/numero", OPEN),
            entry("POST /connexion/oubli/numero", new Attack(For.ALL, Map.of("ins", "1"))),
            entry("GET /connexion/oubli/nouveau", OPEN),
            entry(
                    "POST /connexion/oubli/nouveau",
                    new Attack(For.ALL, Map.of("login", "", "password", "z", "repeated", "z"))),
            entry("GET /espace/parametres/connexion/franceconnect", OWN),
            entry(
                    "POST /espace/parametres/connexion/franceconnect/retirer",
                    new Attack(For.CITIZEN, Map.of("porte", "franceconnect"))),
            entry("GET /espace/session", OWN),
            entry("GET /pro/session", PROS),
            entry("GET /agent/session", AGENTS),
            entry("POST /connexion/cle", new Attack(For.ALL, Map.of("answer", "{}"))),
            entry("GET /espace/parametres/connexion/cle", OWN),
            entry(
                    "POST /espace/parametres/connexion/cle",
                    new Attack(For.CITIZEN, Map.of("name", "Intrus", "answer", "{}"))),
            entry(
                    "POST /espace/parametres/connexion/cle/retirer",
                    new Attack(For.CITIZEN, Map.of("cle", "0199c1a1-0000-7000-8000-000000000003"))),
            entry("GET /espace/parametres/connexion/verification", OWN),
            entry("POST /espace/parametres/connexion/verification", new Attack(For.CITIZEN, Map.of("code", "000000"))),
            entry("POST /espace/parametres/connexion/verification/envoyer", OWN),
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
            entry("GET /agent/accompagnement", AGENTS),
            entry("POST /agent/accompagnement", AGENTS),
            entry("GET /accompagnement/{id:[0-9a-f-]{36}}", OPEN),
            entry("POST /accompagnement/{id:[0-9a-f-]{36}}", OPEN),
            entry("GET /accompagnement/fin", OPEN),
            entry("POST /accompagnement/terminer", OPEN),
            entry("GET /agent/assistance", AGENTS),
            entry("POST /agent/assistance", AGENTS),
            entry("GET " + CALL, AGENTS),
            entry("POST " + CALL + "/code", AGENTS),
            entry("POST " + CALL + "/deblocage", AGENTS),
            entry("GET " + CALL + "/opposition", AGENTS),
            entry("POST " + CALL + "/opposition", AGENTS),
            entry("GET " + CALL + "/fermeture", AGENTS),
            entry("POST " + CALL + "/fermeture", AGENTS),
            entry("GET " + CALL + "/contact", AGENTS),
            entry("POST " + CALL + "/contact", AGENTS),
            entry("GET " + CALL + "/contact/code", AGENTS),
            entry("POST " + CALL + "/contact/code", AGENTS),
            entry("POST " + CALL + "/fin", AGENTS),
            entry("GET " + CALL + "/protection", AGENTS),
            entry("POST " + CALL + "/protection/adresse", AGENTS),
            entry("POST " + CALL + "/protection/adresse/lever", AGENTS),
            entry("POST " + CALL + "/protection/mesure", AGENTS),
            entry("POST " + CALL + "/protection/mesure/fin", AGENTS),
            entry("GET /opposition", OPEN),
            entry("POST /opposition", OPEN),
            entry("GET /opposition/preuve", OPEN),
            entry("GET /opposition/preuve.pdf", OPEN),
            entry("GET /opposition/verifier", OPEN),
            entry("POST /opposition/verifier", OPEN),
            entry("GET /activation/nouveau-code", OPEN),
            entry("POST /activation/nouveau-code", OPEN),
            entry("GET /espace", OWN),
            entry("GET /espace/parametres/fermer", OWN),
            entry("POST /espace/parametres/fermer", new Attack(For.CITIZEN, Map.of("choix", "effacer"))),
            entry("GET /espace/parametres/fermer/confirmer", OWN),
            entry("POST /espace/parametres/fermer/confirmer", new Attack(For.CITIZEN, Map.of("choix", "effacer"))),
            entry("POST /espace/parametres/fermer/confirmer/code", OWN),
            entry("GET /espace/ferme", OWN),
            entry("POST /espace/ferme", OWN),
            entry("GET /fermeture", OPEN),
            entry("GET /fermeture/{reference:[A-Za-z2-7-]{19}}", OPEN),
            entry("GET /fermeture/{reference:[A-Za-z2-7-]{19}}/attestation.pdf", OPEN),
            entry("GET /agent/archives", AGENTS),
            entry("POST /agent/archives", AGENTS),
            entry("GET /agent/archives/{id:[0-9a-f-]{36}}", AGENTS),
            entry("POST /agent/archives/{id:[0-9a-f-]{36}}/reponse", AGENTS),
            entry("POST /agent/archives/{id:[0-9a-f-]{36}}/terminer", AGENTS),
            entry("GET /agent/archives/{id:[0-9a-f-]{36}}/documents", AGENTS),
            entry("GET /agent/archives/{id:[0-9a-f-]{36}}/documents/{document:[0-9a-f-]{36}}", AGENTS),
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
            entry("GET /espace/messages", OWN),
            entry("GET " + EXCHANGE, OWN),
            entry("GET " + EXCHANGE + "/imprimer", OWN),
            entry("POST " + EXCHANGE + "/non-lu", OWN),
            entry("GET " + EXCHANGE + "/supprimer", OWN),
            entry("POST " + EXCHANGE + "/supprimer", OWN),
            entry("GET " + EXCHANGE + "/repondre", OWN),
            entry("POST " + EXCHANGE + "/repondre", ANSWER),
            entry("GET " + EXCHANGE + "/repondre/pieces/{file:[0-9a-f-]{36}}", OWN),
            entry("GET " + EXCHANGE + "/repondre/documents", OWN),
            entry("POST " + EXCHANGE + "/repondre/documents", new Attack(For.CITIZEN, Map.of("document", "$document"))),
            entry("POST " + EXCHANGE + "/brouillon", ANSWER),
            entry("GET " + EXCHANGE + "/brouillon/supprimer", OWN),
            entry("POST " + EXCHANGE + "/brouillon/supprimer", OWN),
            entry("GET " + MESSAGE + "/mise-en-forme", OWN),
            entry("GET " + PIECE, OWN),
            entry("GET " + PIECE + "/telecharger", OWN),
            entry("GET " + PIECE + "/documents/{place:[0-9]{1,3}}", OWN),
            entry("GET " + PIECE + "/documents/{place:[0-9]{1,3}}/telecharger", OWN),
            entry("POST " + PIECE + "/enregistrer", OWN),
            entry("GET " + PIECE + "/documents/{place:[0-9]{1,3}}/enregistrer", OWN),
            entry("POST " + PIECE + "/documents/{place:[0-9]{1,3}}/enregistrer", OWN),
            entry("GET " + MESSAGE + "/supprimer", OWN),
            entry("POST " + MESSAGE + "/supprimer", OWN),
            entry("GET " + MESSAGE + "/bloquer", OWN),
            entry("POST " + MESSAGE + "/bloquer", OWN),
            entry(
                    "POST /espace/parametres/acces/messagerie/debloquer",
                    new Attack(For.CITIZEN, Map.of("adresse", "x@y.example"))),
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
            entry("GET /aidant", OPEN),
            entry("GET /espace/personnes/invitation", OWN),
            entry("POST /espace/personnes/invitation", new Attack(For.CITIZEN, Map.of("code", "AAAA-BBBB-CCCC"))),
            entry("POST /espace/personnes/invitation/accepter", OWN),
            entry("POST /espace/personnes/invitation/refuser", OWN),
            entry("GET /espace/personnes/{id:[0-9a-f-]{36}}/arreter", OWN),
            entry("POST /espace/personnes/{id:[0-9a-f-]{36}}/arreter", OWN),
            entry("GET /espace/personnes/enfant", OWN),
            entry("POST /espace/personnes/enfant", new Attack(For.CITIZEN, Map.of("ins", "", "accept", "oui"))),
            entry("GET /espace/personnes/{id:[0-9a-f-]{36}}/activer", OWN),
            entry(
                    "POST /espace/personnes/{id:[0-9a-f-]{36}}/activer",
                    new Attack(For.CITIZEN, Map.of("accept", "oui"))),
            entry("GET /espace/parametres/acces-personnel", OWN),
            entry("POST /espace/parametres/acces-personnel", OWN),
            entry("POST /espace/parametres/acces-personnel/fin", OWN),
            entry("GET /espace/parametres/protection", OWN),
            // without the box that says so: with it the space would be protected for the rest of the tests
            entry("POST /espace/parametres/protection", OWN),
            entry("GET /espace/parametres/aidants", OWN),
            entry("GET /espace/parametres/aidants/inviter", OWN),
            entry("POST /espace/parametres/aidants/inviter", new Attack(For.CITIZEN, Map.of("nom", ""))),
            entry("GET /espace/parametres/aidants/{id:[0-9a-f-]{36}}", OWN),
            entry("POST /espace/parametres/aidants/{id:[0-9a-f-]{36}}", VERSIONED),
            entry("GET /espace/parametres/aidants/{id:[0-9a-f-]{36}}/fin", OWN),
            entry("POST /espace/parametres/aidants/{id:[0-9a-f-]{36}}/fin", OWN),
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
            entry(
                    "POST /espace/parametres/acces/debloquer",
                    new Attack(For.CITIZEN, Map.of("rpps", AttackTest.OTHER_DOCTOR))),
            entry("GET /espace/donnees", OWN),
            entry("POST /espace/donnees/copie", OWN),
            entry("POST /espace/donnees/copie/supprimer", new Attack(For.CITIZEN, Map.of("copie", "$document"))),
            entry("GET /espace/donnees/effacement", OWN),
            entry("GET /espace/donnees/effacement/choisir", OWN),
            entry(
                    "POST /espace/donnees/effacement/apercu",
                    new Attack(For.CITIZEN, Map.of("par", "documents", "doc", "$document"))),
            entry(
                    "POST /espace/donnees/effacement",
                    new Attack(For.CITIZEN, Map.of("par", "documents", "doc", "$document", "compris", "oui"))),
            entry("POST /espace/donnees/effacement/annuler", new Attack(For.CITIZEN, Map.of("demande", "$document"))),
            entry("GET /espace/donnees/copie/{id:[0-9a-f-]{36}}", OWN),
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
            entry("GET /pro/messages", PROS),
            entry("GET " + PATIENTS_EXCHANGE, PROS),
            entry("POST " + PATIENTS_EXCHANGE, new Attack(For.PROFESSIONAL, Map.of("text", "Intrus"))),
            entry("POST " + PATIENTS_EXCHANGE + "/terminer", PROS),
            entry("GET " + PATIENTS_EXCHANGE + "/{message:[0-9a-f-]{36}}/pieces/{index:[0-9]{1,3}}", PROS),
            entry("GET " + PATIENT + "/ecrire", PROS),
            entry("POST " + PATIENT + "/ecrire", new Attack(For.PROFESSIONAL, Map.of("subject", "Intrus"))),
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
            entry("GET /agent/campagnes", AGENTS),
            entry("GET /agent/campagnes/fichiers", AGENTS),
            entry("POST /agent/campagnes/fichiers", AGENTS),
            entry("GET /agent/campagnes/fichiers/{id:[0-9a-f-]{36}}", AGENTS),
            entry("GET /agent/campagnes/fichiers/{id:[0-9a-f-]{36}}/rapport", AGENTS),
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

    /// A route to be asked for.
    record Route(String method, String pattern, Attack attack) {
        String path(UUID document) {
            return pattern.replaceAll("\\{patient[^}]*}[^}/]*}", new UUID(7, 7).toString())
                    .replaceAll("\\{id[^}]*}[^}/]*}", document.toString())
                    .replaceAll("\\{(message|file)[^}]*}[^}/]*}", document.toString())
                    .replaceAll("\\{index[^}]*}[^}/]*}", "0")
                    .replaceAll("\\{code[^}]*}[^}/]*}", "NIGHT_BURST")
                    .replaceAll("\\{document[^}]*}[^}/]*}", document.toString())
                    .replaceAll("\\{reference[^}]*}}", "ABCD-EFGH-IJKL-MNOP")
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

    static List<Route> routes(For who) {
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

    static Intruder.Answer ask(Intruder who, Route route, UUID document, UUID consent) {
        return route.method().equals("GET")
                ? who.get(route.path(document))
                : who.post(route.path(document), route.form(consent));
    }
}
