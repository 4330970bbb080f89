package fr.monespacesante.sandbox.examples;

import java.util.List;

/// The people and places of the sandbox, as documents speak of them.
public final class Cast {
    public static final Person CLAIRE = Person.of(fr.monespacesante.sandbox.cast.Cast.CLAIRE);
    public static final Person MARCEL = Person.of(fr.monespacesante.sandbox.cast.Cast.MARCEL);
    public static final Person LINA = Person.of(fr.monespacesante.sandbox.cast.Cast.LINA);
    public static final Person HUGO = Person.of(fr.monespacesante.sandbox.cast.Cast.HUGO);

    public static final Structure LABORATORY = Structure.of(
            fr.monespacesante.sandbox.cast.Cast.MINIMES, "Laboratoire de biologie médicale", "avenue des Minimes");
    public static final Structure HOSPITAL = Structure.of(
            fr.monespacesante.sandbox.cast.Cast.GARONNE, "Etablissement public de santé", "quai de la Garonne");
    public static final Structure PRACTICE =
            Structure.of(fr.monespacesante.sandbox.cast.Cast.TILLEULS, "Cabinet individuel", "rue des Tilleuls");

    public static final Professional BIOLOGIST =
            Professional.of(fr.monespacesante.sandbox.cast.Cast.ROUX, "Médecin - Biologie médicale (SM)", LABORATORY);
    public static final Professional RADIOLOGIST =
            Professional.of(fr.monespacesante.sandbox.cast.Cast.MARCHAND, "Médecin - Radio-diagnostic (SM)", HOSPITAL);
    public static final Professional DOCTOR = Professional.of(
            fr.monespacesante.sandbox.cast.Cast.LEFEVRE, "Médecin - Qualifié en Médecine Générale (SM)", PRACTICE);

    /// Signs the discharge letters; signs in nowhere, so the sandbox's own cast does not know him.
    public static final Professional HOSPITALIST = new Professional(
            "10006667778", "G15_10/SM27", "Médecin - Médecine interne (SM)", "Julien", "FAURE", "DR", HOSPITAL);

    private Cast() {}

    public static List<Person> citizens() {
        return List.of(CLAIRE, MARCEL, LINA, HUGO);
    }
}
