package fr.monespacesante.portal.data;

import fr.monespacesante.portal.Text;

/// The words of the definitive erasure.
public enum ErasureText implements Text {
    TITLE("Effacer définitivement des documents", "Erase documents for good"),
    LEAD(
            "Vous pouvez faire effacer des documents de votre espace, même ceux que des professionnels y ont déposés. C’est définitif.",
            "You can have documents of your space erased, even those that professionals filed. It is final."),
    BEFORE_TITLE("Avant d’effacer", "Before you erase"),
    BEFORE_HIDE(
            "Pour que des professionnels ne voient plus un document, vous pouvez simplement le masquer : il reste dans votre espace.",
            "To keep a document from professionals you can simply hide it: it stays in your space."),
    BEFORE_COPY(
            "Pensez à télécharger d’abord une copie de vos données.",
            "Consider downloading a copy of your data first."),
    BEFORE_AUTHOR(
            "L’établissement ou le professionnel qui a produit un document garde le sien dans son propre dossier.",
            "The establishment or professional who made a document keeps theirs in their own files."),
    MINE("Mes demandes", "My requests"),
    MINE_NONE("Vous n’avez fait aucune demande.", "You have made no request."),
    REFERENCE("Demande {0}", "Request {0}"),
    ASKED_AT("Reçue le {0}", "Received on {0}"),
    STATE_RECEIVED(
            "Reçue. L’effacement commencera le {0} ; vous pouvez l’annuler jusque-là.",
            "Received. The erasure will begin on {0}; you can withdraw it until then."),
    STATE_RUNNING("En cours : {0} sur {1} effacés.", "Being done: {0} of {1} erased."),
    STATE_DONE("Effacement fait le {0}.", "Erased on {0}."),
    STATE_WITHDRAWN("Annulée le {0}. Rien n’a été effacé.", "Withdrawn on {0}. Nothing was erased."),
    COUNTED("{1} : {0} document|{1} : {0} documents", "{1}: {0} document|{1}: {0} documents"),
    WITHDRAW("Annuler la demande {0}", "Withdraw request {0}"),
    WITHDRAWN("La demande est annulée. Rien n’est effacé.", "The request is withdrawn. Nothing is erased."),
    TOO_LATE(
            "L’effacement a déjà commencé : il ne peut plus être annulé.",
            "The erasure has begun: it can no longer be withdrawn."),
    KEPT(
            "Le fait de l’effacement (date, nombre et catégories de documents, référence) est conservé 10 ans, sans rien de leur contenu. L’historique des accès reste.",
            "The fact of the erasure (date, number and categories of documents, reference) is kept for 10 years, without anything of their content. The access history stays."),
    WHAT("Que voulez-vous effacer ?", "What do you want to erase?"),
    BY_CATEGORY("Une catégorie", "A category"),
    CATEGORY("Catégorie de documents", "Category of documents"),
    BY_PERIOD("Une période", "A period"),
    FROM("Documents datés du", "Documents dated from"),
    UNTIL("Au", "To"),
    BY_AUTHOR("Un professionnel ou un établissement", "A professional or an establishment"),
    AUTHOR("Auteur des documents", "Author of the documents"),
    BY_CHOICE("Certains documents", "Some documents"),
    BY_CHOICE_LINK("Choisir les documents dans la liste", "Choose documents from the list"),
    SEE("Voir ce qui serait effacé", "See what would be erased"),
    SEE_CATEGORY("Voir ce qui serait effacé de cette catégorie", "See what would be erased of this category"),
    SEE_PERIOD("Voir ce qui serait effacé de cette période", "See what would be erased of this period"),
    SEE_AUTHOR("Voir ce qui serait effacé de cet auteur", "See what would be erased of this author"),
    NEEDS_CHOICE("Choisissez ce qui doit être effacé.", "Choose what to erase."),
    NEEDS_CATEGORY("Choisissez une catégorie.", "Choose a category."),
    NEEDS_AUTHOR("Choisissez un auteur.", "Choose an author."),
    NEEDS_DATES("Donnez les deux dates.", "Give both dates."),
    DATES_REVERSED("La date de fin vient avant la date de début.", "The end comes before the beginning."),
    NEEDS_DOCUMENTS("Cochez au moins un document.", "Tick at least one document."),
    NOTHING("Aucun document ne correspond à ce choix.", "No document matches this choice."),
    CHOOSE_TITLE("Choisir les documents à effacer", "Choose the documents to erase"),
    CHOOSE_NONE("Vous n’avez aucun document.", "You have no document."),
    CHOOSE_LEGEND("Documents", "Documents"),
    PREVIEW_TITLE("Confirmer l’effacement", "Confirm the erasure"),
    PREVIEW_COUNT(
            "{0} document sera effacé|{0} documents seront effacés",
            "{0} document will be erased|{0} documents will be erased"),
    PREVIEW_OLDER(
            "dont {0} ancienne version d’un document|dont {0} anciennes versions de documents",
            "of which {0} is an earlier version|of which {0} are earlier versions"),
    PREVIEW_MORE("et {0} autre document|et {0} autres documents", "and {0} other document|and {0} other documents"),
    WARNING_TITLE("C’est définitif", "It is final"),
    WARNING_TEXT(
            "Ni vous, ni vos soignants, ni le service ne pourrez retrouver ces documents. Ils pourraient manquer un jour pour vous soigner. Parlez-en à votre médecin si vous hésitez.",
            "Neither you, nor your carers, nor the service will be able to get these documents back. They may be missed in your care. Talk to your doctor if you hesitate."),
    WARNING_AGAIN(
            "Si le même document est envoyé de nouveau, il ne sera pas enregistré.",
            "If the same document is sent again, it will not be recorded."),
    UNDERSTOOD("J’ai compris que cet effacement est définitif", "I understand that this erasure is final"),
    PASSWORD("Votre mot de passe", "Your password"),
    PASSWORD_HINT("Pour vérifier que c’est bien vous", "To check that it is you"),
    CONFIRM("Demander l’effacement définitif", "Ask for the definitive erasure"),
    BACK("Ne rien effacer", "Erase nothing"),
    NEEDS_UNDERSTOOD("Cochez la case pour continuer.", "Tick the box to go on."),
    NEEDS_PASSWORD("Saisissez votre mot de passe.", "Enter your password."),
    PASSWORD_WRONG("Ce mot de passe n’est pas le bon.", "This password is wrong."),
    TOO_MANY("Trop d’essais. Attendez quelques minutes.", "Too many attempts. Wait some minutes."),
    ASKED("Votre demande est reçue. Suivez-la sur cette page.", "Your request is received. Follow it on this page."),
    CHANGED(
            "Vos documents ont changé entre-temps : rien n’est effacé. Vérifiez et recommencez.",
            "Your documents changed in the meantime: nothing is erased. Check and try again.");

    private final String french;
    private final String english;

    ErasureText(String french, String english) {
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
