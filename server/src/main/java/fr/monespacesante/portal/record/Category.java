package fr.monespacesante.portal.record;

import fr.monespacesante.kernel.DocumentCategory;
import java.util.Optional;

/// How the pages name and picture a `DocumentCategory`.
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

    public static Category of(String typeCode) {
        return valueOf(DocumentCategory.of(typeCode).name());
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
