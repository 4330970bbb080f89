package fr.monespacesante.sandbox.examples;

import fr.monespacesante.sandbox.examples.Person.Sex;
import java.time.LocalDate;
import java.util.List;

/// The invented people and places that every demo and every test speaks about.
public final class Cast {
    public static final Person CLAIRE = new Person(
            Person.TEST_AUTHORITY,
            "284053155512379",
            "DURAND",
            "MARTIN-DURAND",
            List.of("CLAIRE", "SOPHIE", "MARIE"),
            Sex.F,
            LocalDate.of(1984, 5, 12),
            "31555",
            "TOULOUSE");
    public static final Person MARCEL = new Person(
            Person.TEST_AUTHORITY,
            "146024315704557",
            "BESSON",
            "BESSON",
            List.of("MARCEL"),
            Sex.M,
            LocalDate.of(1946, 2, 3),
            "43157",
            "LE PUY-EN-VELAY");
    public static final Person LINA = new Person(
            Person.TEST_AUTHORITY,
            "297111305521096",
            "KADRI",
            "KADRI",
            List.of("LINA"),
            Sex.F,
            LocalDate.of(1997, 11, 23),
            "13055",
            "MARSEILLE");
    public static final Person HUGO = new Person(
            Person.TEST_AUTHORITY,
            "116063155530101",
            "DURAND",
            "DURAND",
            List.of("HUGO"),
            Sex.M,
            LocalDate.of(2016, 6, 30),
            "31555",
            "TOULOUSE");

    public static final Structure LABORATORY = new Structure(
            "1310098765",
            "Laboratoire des Minimes",
            "SA25",
            "Laboratoire de biologie médicale",
            "AMBULATOIRE",
            "Ambulatoire",
            "avenue des Minimes",
            "31200",
            "TOULOUSE");
    public static final Structure HOSPITAL = new Structure(
            "1310055555",
            "Centre hospitalier de la Garonne",
            "SA01",
            "Etablissement public de santé",
            "ETABLISSEMENT",
            "Etablissement de santé",
            "quai de la Garonne",
            "31000",
            "TOULOUSE");
    public static final Structure PRACTICE = new Structure(
            "1310012345",
            "Cabinet médical des Tilleuls",
            "SA07",
            "Cabinet individuel",
            "AMBULATOIRE",
            "Ambulatoire",
            "rue des Tilleuls",
            "31000",
            "TOULOUSE");

    public static final Professional BIOLOGIST = new Professional(
            "10005556667", "G15_10/SM03", "Médecin - Biologie médicale (SM)", "Hélène", "ROUX", "DR", LABORATORY);
    public static final Professional RADIOLOGIST = new Professional(
            "10003334445", "G15_10/SM44", "Médecin - Radio-diagnostic (SM)", "Sophie", "MARCHAND", "DR", HOSPITAL);
    public static final Professional HOSPITALIST = new Professional(
            "10006667778", "G15_10/SM27", "Médecin - Médecine interne (SM)", "Julien", "FAURE", "DR", HOSPITAL);
    public static final Professional DOCTOR = new Professional(
            "10001234567",
            "G15_10/SM26",
            "Médecin - Qualifié en Médecine Générale (SM)",
            "Antoine",
            "LEFÈVRE",
            "DR",
            PRACTICE);

    private Cast() {}

    public static List<Person> citizens() {
        return List.of(CLAIRE, MARCEL, LINA, HUGO);
    }
}
