package fr.monespacesante.access;

import fr.monespacesante.access.Caller.Purpose;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.kernel.StructureId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The callers that the tests of the door speak of.
public final class People {
    public static final SpaceId CLAIRE_SPACE = new SpaceId(UUID.fromString("0199c1a1-0000-7000-8000-00000000c1a1"));
    public static final SpaceId MARCEL_SPACE = new SpaceId(UUID.fromString("0199c1a1-0000-7000-8000-0000000a3ce1"));

    public static final Rpps LEFEVRE = new Rpps("10001234567");
    public static final Rpps MARCHAND = new Rpps("10003334445");
    public static final Rpps BENALI = new Rpps("10007654321");

    public static final StructureId TILLEULS = new StructureId("1310012345");
    public static final StructureId MINIMES = new StructureId("1310098765");

    private People() {}

    public static Caller.Citizen citizen(SpaceId own) {
        return new Caller.Citizen(own, "Claire MARTIN-DURAND", false, "PORTAL");
    }

    public static Caller.Professional doctor() {
        return professional(LEFEVRE, "10", new Purpose.Care());
    }

    public static Caller.Professional professional(Rpps rpps, String profession, Purpose purpose) {
        return new Caller.Professional(
                rpps,
                "Dr Antoine LEFÈVRE",
                profession,
                Optional.of("SM26"),
                Optional.of(TILLEULS),
                "Cabinet médical des Tilleuls",
                purpose,
                "FHIR");
    }

    public static Caller.Software laboratory() {
        return new Caller.Software(MINIMES, "Laboratoire des Minimes", "LaboSoft", "FHIR");
    }

    public static Caller.Correspondent cardiology() {
        return new Caller.Correspondent(
                "secretariat.cardiologie@garonne.mssante.example",
                "Secrétariat de cardiologie",
                "operateur-sante.mssante.example");
    }

    public static Caller.Agent agent() {
        return new Caller.Agent("karim", "Karim DIALLO", Set.of("support", "operator", "auditor"), "PORTAL");
    }
}
