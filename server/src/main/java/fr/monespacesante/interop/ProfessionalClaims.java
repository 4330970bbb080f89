package fr.monespacesante.interop;

import fr.monespacesante.access.Caller;
import fr.monespacesante.identity.Professional;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.StructureId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What Pro Santé Connect says of a professional (facts, section 7): who, and each place of work.
///
/// @param places in the order of the provider; a professional without any is one place without a structure
record ProfessionalClaims(Rpps rpps, String name, List<Place> places) {
    ProfessionalClaims {
        places = List.copyOf(places);
    }

    /// @param speciality savoir-faire such as SM26
    record Place(
            String profession, Optional<String> speciality, Optional<StructureId> structure, String structureName) {}

    /// Empty when the claims name no RPPS or no profession.
    static Optional<ProfessionalClaims> read(Map<String, Object> claims) {
        Optional<Rpps> rpps = Rpps.ofNationalId(text(claims, "SubjectNameID"));
        List<Place> places = new ArrayList<>();
        List<Map<?, ?>> practices = maps(map(claims, "SubjectRefPro"), "exercices");
        for (Map<?, ?> practice : practices) {
            places.addAll(places(practice, claims));
        }
        if (practices.isEmpty()) {
            String role = roles(claims).split("\\^", 2)[0];
            if (!role.isEmpty()) {
                places.add(new Place(role, Optional.empty(), structure(claims), text(claims, "SubjectOrganization")));
            }
        }
        if (rpps.isEmpty() || places.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProfessionalClaims(rpps.get(), name(claims, practices), places));
    }

    /// The person as the directory of professionals knows people, at their first place of work.
    static Optional<Professional> person(Map<String, Object> claims) {
        List<Map<?, ?>> practices = maps(map(claims, "SubjectRefPro"), "exercices");
        Map<?, ?> first = practices.isEmpty() ? Map.of() : practices.getFirst();
        String family = either(text(first, "nomDexercice"), text(claims, "family_name"));
        return read(claims).filter(_ -> !family.isEmpty()).map(known -> {
            Place place = known.places().getFirst();
            return new Professional(
                    known.rpps(),
                    text(first, "codeCiviliteDexercice"),
                    family,
                    either(text(first, "prenomDexercice"), text(claims, "given_name")),
                    place.profession(),
                    place.speciality().orElse(""),
                    place.structure().map(StructureId::value).orElse(""),
                    place.structureName(),
                    "");
        });
    }

    /// @param wanted Struct_IdNat of one of the places, or empty for the first; empty when there is no such place
    Optional<Caller.Professional> at(Optional<String> wanted, Caller.Purpose purpose, String channel) {
        return places.stream()
                .filter(place -> wanted.isEmpty()
                        || place.structure().map(StructureId::value).equals(wanted))
                .findFirst()
                .map(place -> new Caller.Professional(
                        rpps,
                        name,
                        place.profession(),
                        place.speciality(),
                        place.structure(),
                        place.structureName(),
                        purpose,
                        channel));
    }

    private static List<Place> places(Map<?, ?> practice, Map<String, Object> claims) {
        String profession = text(practice, "codeProfession");
        if (profession.isEmpty()) {
            return List.of();
        }
        Optional<String> speciality =
                Optional.of(text(practice, "codeSavoirFaire")).filter(code -> !code.isEmpty());
        List<Place> places = new ArrayList<>();
        for (Map<?, ?> activity : maps(practice, "activities")) {
            String structure = text(activity, "ancienIdentifiantDeLaStructure");
            if (structure.isEmpty() && !text(activity, "numeroFinessSite").isEmpty()) {
                structure = "1" + text(activity, "numeroFinessSite");
            }
            places.add(new Place(
                    profession,
                    speciality,
                    structure.isEmpty() ? Optional.empty() : Optional.of(new StructureId(structure)),
                    text(activity, "raisonSocialeSite")));
        }
        if (places.isEmpty()) {
            places.add(new Place(profession, speciality, structure(claims), text(claims, "SubjectOrganization")));
        }
        return places;
    }

    private static Optional<StructureId> structure(Map<String, Object> claims) {
        String id = text(claims, "SubjectOrganizationID");
        return id.isEmpty() ? Optional.empty() : Optional.of(new StructureId(id));
    }

    private static String name(Map<String, Object> claims, List<Map<?, ?>> practices) {
        Map<?, ?> first = practices.isEmpty() ? Map.of() : practices.getFirst();
        String given = either(text(first, "prenomDexercice"), text(claims, "given_name"));
        String family = either(text(first, "nomDexercice"), text(claims, "family_name"));
        String title = text(first, "codeCiviliteDexercice").equals("DR") ? "Dr " : "";
        String name = (title + given + " " + family.toUpperCase(Locale.FRENCH)).strip();
        return name.isEmpty() ? text(claims, "SubjectNameID") : name;
    }

    private static String roles(Map<String, Object> claims) {
        return claims.get("SubjectRole") instanceof List<?> roles && !roles.isEmpty()
                ? String.valueOf(roles.getFirst())
                : text(claims, "SubjectRole");
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static String text(Map<?, ?> claims, String name) {
        return claims.get(name) instanceof String text ? text.strip() : "";
    }

    private static Map<?, ?> map(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> maps(Map<?, ?> claims, String name) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (claims.get(name) instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map) {
                    found.add(map);
                }
            }
        }
        return found;
    }
}
