package fr.monespacesante.portal.record;

import fr.monespacesante.kernel.Nomenclatures;
import java.util.Optional;
import java.util.Set;

/// How the pages sort documents for a citizen (DOC-01): by the type where that says more, else by the class.
public enum Category {
    PRESCRIPTION(DocumentText.CATEGORY_PRESCRIPTION, "fr-icon-capsule-line"),
    BIOLOGY(DocumentText.CATEGORY_BIOLOGY, "fr-icon-test-tube-line"),
    IMAGING(DocumentText.CATEGORY_IMAGING, "fr-icon-image-line"),
    REPORT(DocumentText.CATEGORY_REPORT, "fr-icon-article-line"),
    LETTER(DocumentText.CATEGORY_LETTER, "fr-icon-mail-line"),
    SUMMARY(DocumentText.CATEGORY_SUMMARY, "fr-icon-file-text-line"),
    CERTIFICATE(DocumentText.CATEGORY_CERTIFICATE, "fr-icon-award-line"),
    VACCINATION(DocumentText.CATEGORY_VACCINATION, "fr-icon-syringe-line"),
    PLAN(DocumentText.CATEGORY_PLAN, "fr-icon-survey-line"),
    DIRECTIVES(DocumentText.CATEGORY_DIRECTIVES, "fr-icon-quill-pen-line"),
    REIMBURSEMENT(DocumentText.CATEGORY_REIMBURSEMENT, "fr-icon-money-euro-circle-line"),
    OWN(DocumentText.CATEGORY_OWN, "fr-icon-user-line"),
    ADMINISTRATIVE(DocumentText.CATEGORY_ADMINISTRATIVE, "fr-icon-folder-2-line");

    private static final Set<String> BIOLOGIES = Set.of("11502-2", "DOCPAT05", "51969-4", "60568-3", "96173-0");
    private static final Set<String> LETTERS = Set.of("11490-0", "96349-6", "83981-1", "88348-8", "18761-7");
    private static final Set<String> VACCINATIONS = Set.of("11369-6", "87273-9", "96874-3");
    private static final Set<String> WISHES = Set.of("EXPPAT_1", "EXPPAT_3");

    private final DocumentText label;
    private final String icon;

    Category(DocumentText label, String icon) {
        this.label = label;
        this.icon = icon;
    }

    public DocumentText label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    static Category of(String typeCode) {
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

    static Optional<Category> named(String name) {
        for (Category category : values()) {
            if (category.name().equals(name)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
