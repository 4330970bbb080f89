package fr.monespacesante.identity;

import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.StructureId;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A health professional, as Pro Santé Connect says (facts, section 7): who, and each place of work.
///
/// @param places in the order of the provider, at least one
/// @param regulation true for a doctor of the regulation centre of the SAMU (`Acces_Regulation_Medicale`)
public record ProfessionalIdentity(
        Rpps rpps, String name, String familyName, String givenName, List<Place> places, boolean regulation)
        implements Serializable {
    public ProfessionalIdentity {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("a professional works somewhere");
        }
    }

    /// @param profession code of TRE_G15
    /// @param specialityCode savoir-faire such as SM26
    public record Place(
            String profession,
            @Nullable String specialityCode,
            @Nullable StructureId structureId,
            String structureName) implements Serializable {
        public Optional<String> speciality() {
            return Optional.ofNullable(specialityCode);
        }

        public Optional<StructureId> structure() {
            return Optional.ofNullable(structureId);
        }
    }

    /// Empty when the claims name no RPPS or no profession.
    public static Optional<ProfessionalIdentity> read(Map<String, Object> claims) {
        Optional<Rpps> rpps = Rpps.ofNationalId(text(claims, "SubjectNameID"));
        List<Place> places = new ArrayList<>();
        List<Map<?, ?>> practices = maps(map(claims, "SubjectRefPro"), "exercices");
        for (Map<?, ?> practice : practices) {
            places.addAll(places(practice, claims));
        }
        if (practices.isEmpty()) {
            String role = roles(claims).split("\\^", 2)[0];
            if (!role.isEmpty()) {
                places.add(new Place(role, null, structure(claims), text(claims, "SubjectOrganization")));
            }
        }
        if (rpps.isEmpty() || places.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProfessionalIdentity(
                rpps.get(),
                name(claims, practices),
                either(text(first(practices), "nomDexercice"), text(claims, "family_name")),
                either(text(first(practices), "prenomDexercice"), text(claims, "given_name")),
                places,
                text(claims, "Acces_Regulation_Medicale").equals("VRAI")));
    }

    /// The person as the directory of professionals knows people, at their first place of work.
    public static Optional<Professional> person(Map<String, Object> claims) {
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

    /// The place of work of this Struct_IdNat; empty when the provider names no such place.
    public Optional<Place> at(String structure) {
        return places.stream()
                .filter(place -> place.structure().map(StructureId::value).equals(Optional.of(structure)))
                .findFirst();
    }

    @Override
    public String toString() {
        return "ProfessionalIdentity[redacted]";
    }

    private static List<Place> places(Map<?, ?> practice, Map<String, Object> claims) {
        String profession = text(practice, "codeProfession");
        if (profession.isEmpty()) {
            return List.of();
        }
        String skill = text(practice, "codeSavoirFaire");
        String speciality = skill.isEmpty() ? null : skill;
        List<Place> places = new ArrayList<>();
        for (Map<?, ?> activity : maps(practice, "activities")) {
            String structure = text(activity, "ancienIdentifiantDeLaStructure");
            if (structure.isEmpty() && !text(activity, "numeroFinessSite").isEmpty()) {
                structure = "1" + text(activity, "numeroFinessSite");
            }
            places.add(new Place(
                    profession,
                    speciality,
                    structure.isEmpty() ? null : new StructureId(structure),
                    text(activity, "raisonSocialeSite")));
        }
        if (places.isEmpty()) {
            places.add(new Place(profession, speciality, structure(claims), text(claims, "SubjectOrganization")));
        }
        return places;
    }

    private static @Nullable StructureId structure(Map<String, Object> claims) {
        String id = text(claims, "SubjectOrganizationID");
        return id.isEmpty() ? null : new StructureId(id);
    }

    private static Map<?, ?> first(List<Map<?, ?>> practices) {
        return practices.isEmpty() ? Map.of() : practices.getFirst();
    }

    private static String name(Map<String, Object> claims, List<Map<?, ?>> practices) {
        Map<?, ?> first = first(practices);
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
