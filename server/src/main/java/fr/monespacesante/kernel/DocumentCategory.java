package fr.monespacesante.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// How documents are sorted for people (DOC-01): by the type where that says more, else by the class.
public enum DocumentCategory {
    PRESCRIPTION,
    BIOLOGY,
    IMAGING,
    REPORT,
    LETTER,
    SUMMARY,
    CERTIFICATE,
    VACCINATION,
    PLAN,
    DIRECTIVES,
    REIMBURSEMENT,
    OWN,
    ADMINISTRATIVE;

    private static final Set<String> BIOLOGIES = Set.of("11502-2", "DOCPAT05", "51969-4", "60568-3", "96173-0");
    private static final Set<String> LETTERS = Set.of("11490-0", "96349-6", "83981-1", "88348-8", "18761-7");
    private static final Set<String> VACCINATIONS = Set.of("11369-6", "87273-9", "96874-3");
    private static final Set<String> WISHES = Set.of("EXPPAT_1", "EXPPAT_3");

    /// @param typeCode of JDV_J07; an unknown one is the person's own
    public static DocumentCategory of(String typeCode) {
        if (BIOLOGIES.contains(typeCode)) {
            return BIOLOGY;
        }
        if (LETTERS.contains(typeCode)) {
            return LETTER;
        }
        if (VACCINATIONS.contains(typeCode)) {
            return VACCINATION;
        }
        if (WISHES.contains(typeCode)) {
            return DIRECTIVES;
        }
        String documentClass = Nomenclatures.national()
                .type(typeCode)
                .map(type -> type.classCode())
                .orElse("90");
        return switch (documentClass) {
            case "10" -> REPORT;
            case "11" -> SUMMARY;
            case "31" -> IMAGING;
            case "42", "43" -> PRESCRIPTION;
            case "44", "45" -> PLAN;
            case "52" -> CERTIFICATE;
            case "60" -> REIMBURSEMENT;
            case "95", "99" -> ADMINISTRATIVE;
            default -> OWN;
        };
    }

    public static Optional<DocumentCategory> named(String name) {
        return Arrays.stream(values())
                .filter(category -> category.name().equals(name))
                .findFirst();
    }
}
