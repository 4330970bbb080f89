package fr.monespacesante.portal.record;

import fr.monespacesante.portal.Text;

/// The words of the documents' pages.
public enum DocumentText implements Text {
    TITLE("Documents", "Documents"),
    COUNT("{0} document|{0} documents", "{0} document|{0} documents"),
    SEARCH("Rechercher", "Search"),
    SEARCH_LABEL("Rechercher dans vos documents", "Search your documents"),
    SEARCH_HINT(
            "Un mot du titre, un nom, ou un mot écrit dans le document",
            "A word of the title, a name, or a word written in the document"),
    FILTERS("Trier et filtrer", "Sort and filter"),
    FILTER_CATEGORY("Catégorie", "Category"),
    FILTER_ANY_CATEGORY("Toutes les catégories", "All categories"),
    FILTER_PERIOD("Période", "Period"),
    FILTER_ANY_PERIOD("Toutes les dates", "All dates"),
    FILTER_MONTH("Depuis un mois", "Past month"),
    FILTER_YEAR("Depuis un an", "Past year"),
    FILTER_TWO_YEARS("Depuis deux ans", "Past two years"),
    FILTER_AUTHOR("Auteur", "Author"),
    FILTER_ANY_AUTHOR("Tous les auteurs", "All authors"),
    FILTER_SOURCE("Ajouté par", "Added by"),
    FILTER_ANY_SOURCE("Tout le monde", "Anyone"),
    FILTER_BY_ME("Moi", "Me"),
    FILTER_BY_OTHERS("Un professionnel ou un établissement", "A professional or an establishment"),
    FILTER_HIDDEN("Visibilité", "Visibility"),
    FILTER_ANY_VISIBILITY("Visibles et masqués", "Shown and hidden"),
    FILTER_ONLY_HIDDEN("Masqués seulement", "Hidden only"),
    FILTER_ONLY_SHOWN("Visibles seulement", "Shown only"),
    SORT("Trier par", "Sort by"),
    SORT_ARRIVAL("Date d’ajout", "Date added"),
    SORT_DATE("Date du document", "Date of the document"),
    SORT_TITLE("Titre", "Title"),
    APPLY("Afficher", "Show"),
    CLEAR("Tout effacer", "Clear all"),
    VIEW_LIST("Liste", "List"),
    VIEW_TIMELINE("Chronologie", "Timeline"),
    VIEWS("Présentation", "Layout"),
    TAG_HIDDEN("Masqué aux professionnels", "Hidden from professionals"),
    TAG_MINE("Ajouté par vous", "Added by you"),
    TAG_NEW("Nouveau", "New"),
    ADDED("Ajouté le {0}", "Added on {0}"),
    EMPTY_TITLE("Vous n’avez pas encore de document", "You have no document yet"),
    EMPTY_TEXT(
            "Vos soignants et laboratoires peuvent en déposer ici. Vous pouvez aussi ajouter une ordonnance ou un résultat que vous avez sur papier.",
            "Your carers and laboratories can file documents here. You can also add a prescription or a result you have on paper."),
    EMPTY_ADD("Ajouter un document", "Add a document"),
    NOTHING_TITLE("Aucun document ne correspond", "No document matches"),
    NOTHING_TEXT("Essayez un autre mot, ou retirez un filtre.", "Try another word, or remove a filter."),
    NOTHING_CLEAR("Voir tous les documents", "See all documents"),
    CATEGORY_PRESCRIPTION("Ordonnances et soins", "Prescriptions and treatments"),
    CATEGORY_BIOLOGY("Résultats de biologie", "Laboratory results"),
    CATEGORY_IMAGING("Imagerie médicale", "Medical imaging"),
    CATEGORY_REPORT("Comptes rendus", "Reports"),
    CATEGORY_LETTER("Lettres et courriers", "Letters"),
    CATEGORY_SUMMARY("Synthèses", "Summaries"),
    CATEGORY_CERTIFICATE("Certificats", "Certificates"),
    CATEGORY_VACCINATION("Vaccination", "Vaccination"),
    CATEGORY_PLAN("Plans et protocoles de soins", "Care plans"),
    CATEGORY_DIRECTIVES("Directives anticipées et volontés", "Advance directives and wishes"),
    CATEGORY_REIMBURSEMENT("Remboursements", "Reimbursements"),
    CATEGORY_OWN("Mes autres documents", "My other documents"),
    CATEGORY_ADMINISTRATIVE("Documents administratifs", "Administrative documents"),
    FACTS("À propos de ce document", "About this document"),
    FACT_TYPE("Type", "Type"),
    FACT_DATE("Date du document", "Date of the document"),
    FACT_AUTHOR("Auteur", "Author"),
    FACT_STRUCTURE("Établissement", "Establishment"),
    FACT_ADDED("Ajouté", "Added"),
    FACT_ADDED_BY("Le {0}, par {1}", "On {0}, by {1}"),
    FACT_ADDED_BY_YOU("Le {0}, par vous", "On {0}, by you"),
    FACT_FORMAT("Format", "Format"),
    FACT_WHO("Visible par les professionnels", "Shown to professionals"),
    FACT_WHO_SHOWN("Oui, pour ceux que vous avez autorisés", "Yes, those you agreed to"),
    FACT_WHO_HIDDEN(
            "Non : seuls son auteur et votre médecin traitant le voient",
            "No: only its author and your treating doctor see it"),
    DOWNLOAD("Télécharger", "Download"),
    PRINT("Imprimer", "Print"),
    HIDE("Masquer aux professionnels", "Hide from professionals"),
    SHOW("Rendre visible aux professionnels", "Show to professionals"),
    DELETE("Supprimer", "Delete"),
    DELETE_TITLE("Supprimer ce document ?", "Delete this document?"),
    DELETE_TEXT(
            "« {0} » sera supprimé définitivement, avec ses versions précédentes. Vous ne pourrez plus le retrouver, et personne d’autre non plus.",
            "“{0}” will be deleted for good, with its earlier versions. Neither you nor anyone else will be able to get it back."),
    DELETE_YES("Supprimer définitivement", "Delete for good"),
    REPLACED("Une version plus récente de ce document existe.", "A newer version of this document exists."),
    REPLACED_SEE("Voir la version actuelle", "See the current version"),
    OLDER("Ce document remplace une version précédente.", "This document replaces an earlier version."),
    OLDER_SEE("Voir la version précédente", "See the earlier version"),
    DAMAGED_TITLE("Ce document est endommagé", "This document is damaged"),
    DAMAGED_TEXT(
            "Son contenu enregistré ne correspond plus à ce qui a été déposé : il n’est pas affiché. L’incident est signalé. Demandez une copie à son auteur, ou appelez le 3422.",
            "What is stored is no longer what was filed, so it is not shown. The incident is reported. Ask its author for a copy, or call 3422."),
    UNREADABLE(
            "Ce document ne peut pas être affiché dans la page. Vous pouvez le télécharger.",
            "This document cannot be shown in the page. You can download it."),
    DONE_HIDDEN(
            "Le document est masqué. Les professionnels ne le voient plus, sauf son auteur et votre médecin traitant.",
            "The document is hidden. Professionals no longer see it, except its author and your treating doctor."),
    DONE_SHOWN(
            "Le document est de nouveau visible par les professionnels que vous avez autorisés.",
            "The document is shown again to the professionals you agreed to."),
    DONE_DELETED("Le document est supprimé.", "The document is deleted."),
    DONE_ADDED("Le document est ajouté à votre espace.", "The document has been added to your space."),
    ERROR_STALE(
            "Ce document vient d’être modifié ailleurs. Vérifiez son état et recommencez.",
            "This document was just changed elsewhere. Check it and try again."),
    CDA_PATIENT("Patient", "Patient"),
    CDA_BORN("Date de naissance", "Date of birth"),
    CDA_DATE("Date", "Date"),
    CDA_AUTHOR("Auteur", "Author"),
    CDA_SIGNED("Validé par", "Signed by"),
    CDA_CUSTODIAN("Conservé par", "Kept by"),
    CDA_ACT("Acte", "Act"),
    CDA_TABLE("Tableau", "Table"),
    CDA_FIGURE("Image du document", "Image of the document"),
    RESULTS("Vos résultats", "Your results"),
    RESULTS_ALL_IN(
            "Aucun résultat n’est signalé hors des valeurs de référence.",
            "No result is marked as outside its reference range."),
    RESULTS_SOME_OUT(
            "{0} résultat est hors des valeurs de référence. Cela ne veut pas toujours dire un problème : parlez-en à votre médecin.|{0} résultats sont hors des valeurs de référence. Cela ne veut pas toujours dire un problème : parlez-en à votre médecin.",
            "{0} result is outside its reference range. That does not always mean a problem: talk to your doctor.|{0} results are outside their reference range. That does not always mean a problem: talk to your doctor."),
    RESULT_ANALYTE("Examen", "Test"),
    RESULT_VALUE("Résultat", "Result"),
    RESULT_RANGE("Référence", "Reference"),
    RESULT_MARK("Repère", "Mark"),
    RESULT_NO_RANGE("Pas de valeur de référence", "No reference range"),
    MARK_NORMAL("Dans la norme", "In range"),
    MARK_LOW("Bas", "Low"),
    MARK_HIGH("Élevé", "High"),
    MARK_ABNORMAL("Anormal", "Abnormal"),
    MARK_UNKNOWN("Non précisé", "Not stated"),
    CONTENT_FRAME("Contenu du document : {0}", "Content of the document: {0}"),
    CONTENT_OPEN("Ouvrir « {0} » dans une page à part", "Open “{0}” on its own");

    private final String french;
    private final String english;

    DocumentText(String french, String english) {
        this.french = french;
        this.english = english;
    }

    @Override
    public String french() {
        return french;
    }

    @Override
    public String english() {
        return english;
    }
}
