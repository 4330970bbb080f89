package fr.monespacesante.sandbox.cast;

import java.util.List;

/// A health professional of the national directory: RPPS number, profession (TRE_G15), skill, and where they work.
public record Professional(
        String rpps,
        String civility,
        String familyName,
        String givenName,
        String profession,
        String professionName,
        String skill,
        List<Activity> activities,
        boolean regulation)
        implements Person {

    /// One place of work. Mode: `L` self-employed, `S` salaried.
    public record Activity(String mode, String pharmacistSection, Structure structure) {}

    public Professional {
        activities = List.copyOf(activities);
    }

    /// Someone who does not work at a regulation centre of the SAMU, as most.
    public Professional(
            String rpps,
            String civility,
            String familyName,
            String givenName,
            String profession,
            String professionName,
            String skill,
            List<Activity> activities) {
        this(rpps, civility, familyName, givenName, profession, professionName, skill, activities, false);
    }

    @Override
    public String key() {
        return rpps;
    }

    /// PS_IdNat: 8 and the RPPS number.
    public String nationalId() {
        return "8" + rpps;
    }

    @Override
    public String displayName() {
        return (civility.equals("DR") ? "Dr " : "") + givenName + " " + familyName;
    }
}
