package fr.monespacesante.sandbox.cast;

import fr.monespacesante.sandbox.cast.Professional.Activity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Everyone on stage.
public final class Cast {
    public static final Structure TILLEULS =
            new Structure("1310012345", "Cabinet médical des Tilleuls", "SA07", "31000", "Toulouse");
    public static final Structure CARMES =
            new Structure("1310023456", "Cabinet infirmier des Carmes", "SA07", "31000", "Toulouse");
    public static final Structure CAPITOLE =
            new Structure("1310034567", "Pharmacie du Capitole", "SA33", "31000", "Toulouse");
    public static final Structure MINIMES =
            new Structure("1310098765", "Laboratoire des Minimes", "SA25", "31200", "Toulouse");
    public static final Structure SAINT_CYPRIEN =
            new Structure("1310087654", "Laboratoire Saint-Cyprien", "SA25", "31300", "Toulouse");
    public static final Structure GARONNE =
            new Structure("1310055555", "Centre hospitalier de la Garonne", "SA01", "31400", "Toulouse");

    public static final Citizen CLAIRE = new Citizen(
            "284053155512379",
            "DURAND",
            List.of("Claire", "Sophie", "Marie"),
            "MARTIN-DURAND",
            Citizen.Sex.F,
            LocalDate.of(1984, 5, 12),
            "31555",
            "Toulouse",
            "claire.martin-durand@courriel.test",
            "0639980101",
            "12345678901",
            true);
    public static final Citizen MARCEL = new Citizen(
            "146024315704557",
            "BESSON",
            List.of("Marcel"),
            "BESSON",
            Citizen.Sex.M,
            LocalDate.of(1946, 2, 3),
            "43157",
            "Le Puy-en-Velay",
            "marcel.besson@courriel.test",
            "0639980102",
            "23456789012",
            true);
    public static final Citizen LINA = new Citizen(
            "297111305521096",
            "KADRI",
            List.of("Lina"),
            "KADRI",
            Citizen.Sex.F,
            LocalDate.of(1997, 11, 23),
            "13055",
            "Marseille",
            "lina.kadri@courriel.test",
            "0639980103",
            "34567890123",
            true);
    public static final Citizen HUGO = new Citizen(
            "116063155530101",
            "DURAND",
            List.of("Hugo"),
            "DURAND",
            Citizen.Sex.M,
            LocalDate.of(2016, 6, 30),
            "31555",
            "Toulouse",
            "",
            "",
            "45678901234",
            false);

    /// Known to FranceConnect and to nobody else: no campaign announces her, no space is hers.
    public static final Citizen STRANGER = new Citizen(
            "290017505600145",
            "PERSONNE",
            List.of("Alix"),
            "PERSONNE",
            Citizen.Sex.F,
            LocalDate.of(1990, 1, 15),
            "75056",
            "Paris",
            "alix.personne@courriel.test",
            "0639980109",
            "99999999999",
            true);

    public static final Professional LEFEVRE = new Professional(
            "10001234567",
            "DR",
            "LEFÈVRE",
            "Antoine",
            "10",
            "Médecin généraliste",
            "SM26",
            List.of(selfEmployed(TILLEULS)));
    public static final Professional MARCHAND = new Professional(
            "10003334445", "DR", "MARCHAND", "Sophie", "10", "Médecin radiologue", "SM44", List.of(salaried(GARONNE)));
    public static final Professional ROUX = new Professional(
            "10005556667", "DR", "ROUX", "Hélène", "10", "Médecin biologiste", "SM03", List.of(selfEmployed(MINIMES)));

    /// Works in two places, so that a program must ask which one she signs in for.
    public static final Professional CARON = new Professional(
            "10004445556",
            "DR",
            "CARON",
            "Inès",
            "10",
            "Médecin pédiatre",
            "SM40",
            List.of(selfEmployed(TILLEULS), salaried(GARONNE)));

    public static final Professional BENALI = new Professional(
            "10007654321", "MME", "BENALI", "Nadia", "60", "Infirmière", "", List.of(selfEmployed(CARMES)));
    public static final Professional GARNIER = new Professional(
            "10002223334", "M", "GARNIER", "Paul", "21", "Pharmacien", "", List.of(new Activity("L", "A", CAPITOLE)));

    /// Answers at the regulation centre of the SAMU (centre 15).
    public static final Professional FABRE = new Professional(
            "10006667778",
            "DR",
            "FABRE",
            "Jules",
            "10",
            "Médecin régulateur du SAMU",
            "SM59",
            List.of(salaried(GARONNE)),
            true);

    public static final Agent DIALLO = agent("Karim", "DIALLO", "support");

    private Cast() {}

    public static List<Citizen> citizens() {
        return List.of(CLAIRE, MARCEL, LINA, HUGO);
    }

    public static List<Professional> professionals() {
        return List.of(LEFEVRE, CARON, MARCHAND, ROUX, BENALI, GARNIER, FABRE);
    }

    /// Two archivists, because opening an archive takes two people.
    public static List<Agent> agents() {
        return List.of(
                DIALLO,
                agent("Thomas", "GIRARD", "referencing"),
                agent("Yasmine", "HADDAD", "archivist"),
                agent("Marc", "LAMBERT", "archivist"),
                agent("Élodie", "PERRIN", "operator"),
                agent("Camille", "MERCIER", "supervision"),
                agent("Sylvie", "ROUSSEL", "counsellor"));
    }

    public static Optional<Professional> professional(String rpps) {
        return professionals().stream().filter(each -> each.rpps().equals(rpps)).findFirst();
    }

    private static Activity selfEmployed(Structure structure) {
        return new Activity("L", "", structure);
    }

    private static Activity salaried(Structure structure) {
        return new Activity("S", "", structure);
    }

    private static Agent agent(String givenName, String familyName, String role) {
        String key = (givenName + "." + familyName)
                .toLowerCase(java.util.Locale.ROOT)
                .replace("é", "e");
        return new Agent(key, familyName, givenName, key + "@agents.test", List.of(role));
    }
}
