package fr.monespacesante.portal.data;

import fr.monespacesante.portal.Text;

/// The words of "My data".
public enum DataText implements Text {
    SETTINGS("Paramètres", "Settings"),
    TITLE("Mes données", "My data"),
    COPY_TITLE("Télécharger toutes mes données", "Download all my data"),
    COPY_LEAD(
            "Vous recevez un seul fichier ZIP avec tous vos documents, et des pages qui s’ouvrent dans un navigateur, même sans connexion.",
            "You get one ZIP file with all your documents, and pages that open in a browser, even without a connection."),
    COPY_HOLDS("Ce qu’il contient", "What it holds"),
    COPY_DOCUMENTS(
            "Vos documents, tels qu’ils ont été déposés, rangés par catégorie et par date",
            "Your documents as they were filed, sorted by category and date"),
    COPY_RIGHTS(
            "Vos autorisations et l’historique des accès à votre espace",
            "Your authorisations and the history of accesses to your space"),
    COPY_PROFILE("Vos informations personnelles et vos coordonnées", "Your personal information and contact details"),
    COPY_FHIR(
            "Les mêmes données au format FHIR, pour les reprendre dans un autre service",
            "The same data in FHIR format, to take to another service"),
    COPY_ASK("Préparer ma copie", "Prepare my copy"),
    COPY_AGAIN("Préparer une nouvelle copie", "Prepare a new copy"),
    COPY_TIME(
            "La préparation prend de quelques secondes à quelques minutes. Vous pouvez fermer cette page : vous serez prévenu quand la copie sera prête.",
            "It takes from some seconds to some minutes. You may close this page: you will be told when the copy is ready."),
    STATE("Où en est votre copie", "How far your copy is"),
    NONE("Aucune copie n’est prête.", "No copy is ready."),
    WAITING("Votre copie va être préparée.", "Your copy is about to be prepared."),
    STARTING("Votre copie est en préparation.", "Your copy is being prepared."),
    BUILDING(
            "Votre copie est en préparation : {1} document sur {0}.|Votre copie est en préparation : {1} documents sur {0}.",
            "Your copy is being prepared: {1} of {0} document.|Your copy is being prepared: {1} of {0} documents."),
    READY("Votre copie est prête.", "Your copy is ready."),
    READY_UNTIL("{0}. Disponible jusqu’au {1}, puis supprimée.", "{0}. Available until {1}, then removed."),
    FAILED(
            "Votre copie n’a pas pu être préparée. Rien n’est perdu dans votre espace : vous pouvez la demander à nouveau.",
            "Your copy could not be prepared. Nothing is lost in your space: you can ask for it again."),
    STOPPED(
            "Votre copie a été retirée, car son contenu ou vos droits ont changé. Vous pouvez en demander une nouvelle.",
            "Your copy was withdrawn, because what it held or your rights have changed. You can ask for a new one."),
    PROGRESS("Avancement", "Progress"),
    REFRESH("Actualiser", "Refresh"),
    CANCEL_COPY("Annuler la préparation", "Cancel"),
    FETCH("Télécharger le fichier (ZIP)", "Download the file (ZIP)"),
    REMOVE_COPY("Supprimer cette copie du service", "Remove this copy from the service"),
    REMOVED("La copie est supprimée.", "The copy is removed."),
    SAFE_TITLE("Gardez ce fichier en lieu sûr", "Keep this file safe"),
    SAFE_TEXT(
            "Une fois téléchargé, il n’est plus protégé par le service : toute personne qui l’ouvre peut lire vos données de santé. Évitez les ordinateurs partagés.",
            "Once downloaded it is no longer protected by the service: whoever opens it can read your health data. Avoid shared computers."),
    ALREADY_RUNNING(
            "Une copie de cet espace est déjà en préparation. Attendez qu’elle soit prête.",
            "A copy of this space is being prepared already. Wait until it is ready."),
    TOO_OFTEN(
            "Trois copies ont déjà été demandées depuis 24 heures. Recommencez demain.",
            "Three copies were asked for in the last 24 hours. Try again tomorrow."),
    NOT_YOURS(
            "Seul le titulaire de l’espace, ou son représentant légal, peut demander cela.",
            "Only the holder of the space, or their legal representative, can ask for this."),
    ERASE_TITLE("Effacer définitivement une partie de mes données", "Erase a part of my data for good"),
    ERASE_LINK(
            "Choisir ce qui doit être effacé, et suivre mes demandes", "Choose what to erase, and follow my requests"),

    // the pages inside a copy
    C_SERVICE("Mon espace santé – copie", "Mon espace santé – copy"),
    C_HOME("Accueil", "Home"),
    C_OTHER("In English", "En français"),
    C_MENU("Pages de cette copie", "Pages of this copy"),
    C_SKIP("Aller au contenu", "Skip to the content"),
    C_TITLE("Copie de l’espace santé de {0}", "Copy of the health space of {0}"),
    C_MADE(
            "Faite le {0}. Ces pages s’ouvrent sans connexion. Elles ne changent plus : ce qui est arrivé depuis dans l’espace n’y est pas.",
            "Made on {0}. These pages open without a connection. They no longer change: what has come to the space since is not in them."),
    C_DOCUMENTS("Documents", "Documents"),
    C_DOCUMENTS_TEXT("{0} document|{0} documents", "{0} document|{0} documents"),
    C_RIGHTS("Autorisations", "Authorisations"),
    C_RIGHTS_TEXT("Qui peut voir quoi dans l’espace", "Who may see what in the space"),
    C_HISTORY("Historique", "History"),
    C_HISTORY_TEXT("{0} ligne|{0} lignes", "{0} line|{0} lines"),
    C_PROFILE("Informations personnelles", "Personal information"),
    C_PROFILE_TEXT("Identité, coordonnées, personnes qui agissent", "Identity, contact details, people who act"),
    C_MESSAGES("Messages", "Messages"),
    C_MESSAGES_TEXT("Les échanges avec les professionnels", "Exchanges with professionals"),
    C_NO_MESSAGES("Il n’y a aucun message.", "There is no message."),
    C_EXCHANGE("{0} message|{0} messages", "{0} message|{0} messages"),
    C_CLOSED("échange clos par le professionnel", "ended by the professional"),
    C_ALL_MESSAGES("Tous les messages", "All messages"),
    C_NO_SUBJECT("Sans objet", "No subject"),
    C_WRITTEN_BY("De {0}", "From {0}"),
    C_WRITTEN_TO("À {0}", "To {0}"),
    C_ATTACHED("Pièces jointes", "Attachments"),
    C_WHOLE_MESSAGE(
            "Message complet, tel qu’il a été reçu ou envoyé (.eml)", "Whole message as received or sent (.eml)"),
    C_MESSAGE_DAMAGED(
            "Ce message est endommagé dans le service et manque ici : appelez le 3422.",
            "This message is damaged in the service and is missing here: call 3422."),
    C_FILES("Les fichiers eux-mêmes", "The files themselves"),
    C_FILES_TEXT(
            "Les documents d’origine sont dans le dossier « documents », les données pour un logiciel (FHIR) dans le dossier « fhir ». Lisez aussi LISEZMOI.txt.",
            "The original documents are in the folder “documents”, the data for a program (FHIR) in the folder “fhir”. See LISEZMOI.txt too."),
    C_SAFE(
            "Cette copie n’est pas chiffrée : toute personne qui a ce fichier peut la lire.",
            "This copy is not encrypted: whoever has this file can read it."),
    C_EMPTY("Il n’y a aucun document.", "There is no document."),
    C_ORIGINAL("Fichier d’origine : {0}", "Original file: {0}"),
    C_OPEN_ORIGINAL("Ouvrir le fichier d’origine", "Open the original file"),
    C_DAMAGED(
            "Ce document est endommagé dans le service : il n’est pas dans cette copie. Appelez le 3422.",
            "This document is damaged in the service: it is not in this copy. Call 3422."),
    C_DAMAGED_SHORT("endommagé, absent de la copie", "damaged, not in this copy"),
    C_REPLACED("ancienne version", "earlier version"),
    C_ARCHIVED("archivé", "archived"),
    C_HIDDEN("masqué aux professionnels", "hidden from professionals"),
    C_BY_YOU("ajouté par le titulaire", "added by the holder"),
    C_BACK("Tous les documents", "All documents"),
    C_FINGERPRINT("Empreinte (SHA-256)", "Hash (SHA-256)"),
    C_UNREADABLE(
            "Ce document ne se lit pas dans une page : ouvrez le fichier d’origine.",
            "This document cannot be read in a page: open the original file."),
    C_SIZE("Taille", "Size"),
    C_TREATING("Médecin traitant", "Treating doctor"),
    C_NOBODY("Personne.", "Nobody."),
    C_CONSENTS("Professionnels autorisés", "Professionals with an agreement"),
    C_TEAM("équipe de soins, jusqu’au {0}", "care team, until {0}"),
    C_ONCE("pour une consultation, jusqu’au {0}", "for one consultation, until {0}"),
    C_SINCE("depuis le {0}", "since {0}"),
    C_BLOCKED("Professionnels bloqués", "Blocked professionals"),
    C_FEEDING(
            "Professionnels qui ne peuvent plus ajouter de document", "Professionals who may no longer add documents"),
    C_EMERGENCIES("En urgence", "In an emergency"),
    C_EMERGENCY_YES(
            "Un professionnel peut ouvrir l’espace en urgence.", "A professional may open the space in an emergency."),
    C_EMERGENCY_NO(
            "Aucun professionnel ne peut ouvrir l’espace en urgence.",
            "No professional may open the space in an emergency."),
    C_SAMU_YES("La régulation du SAMU peut lire l’espace.", "The SAMU’s dispatch may read the space."),
    C_SAMU_NO("La régulation du SAMU ne peut pas lire l’espace.", "The SAMU’s dispatch may not read the space."),
    C_MASKED_YES("Les documents masqués sont alors visibles.", "Hidden documents are visible then."),
    C_MASKED_NO("Les documents masqués restent masqués.", "Hidden documents stay hidden."),
    C_ARRIVALS("Catégories masquées à leur arrivée", "Categories that come hidden"),
    C_NONE("Aucune.", "None."),
    C_NO_RESULT("Aucun.", "None."),
    C_DELAYS("Résultats affichés plus tard", "Results shown later"),
    C_DELAY(
            "{1} : {0} jour après leur arrivée|{1} : {0} jours après leur arrivée",
            "{1}: {0} day after arrival|{1}: {0} days after arrival"),
    C_RULES("Choix pour un document et un professionnel", "Choices for one document and one professional"),
    C_RULE_SHOWN("« {0} » montré à {1}", "“{0}” shown to {1}"),
    C_RULE_HIDDEN("« {0} » masqué pour {1}", "“{0}” hidden from {1}"),
    C_IDENTITY("Identité", "Identity"),
    C_NAME("Nom d’usage", "Name in use"),
    C_BIRTH_NAME("Nom de naissance", "Birth name"),
    C_GIVEN("Prénoms", "Given names"),
    C_BORN("Date de naissance", "Date of birth"),
    C_BIRTHPLACE("Lieu de naissance (code INSEE)", "Place of birth (INSEE code)"),
    C_SEX("Sexe", "Sex"),
    C_FEMALE("Féminin", "Female"),
    C_MALE("Masculin", "Male"),
    C_INS("Matricule INS", "INS"),
    C_CONTACT("Coordonnées de contact", "Contact details"),
    C_EMAIL("E-mail", "E-mail"),
    C_PHONE("Téléphone", "Phone"),
    C_NOT_GIVEN("Non renseigné", "Not given"),
    C_DELEGATES("Personnes qui peuvent agir dans cet espace", "People who may act in this space"),
    C_REPRESENTATIVE("représentant légal", "legal representative"),
    C_GUARDIAN("tuteur ou personne habilitée", "guardian"),
    C_CAREGIVER("aidant", "caregiver"),
    C_UNKNOWN("Une personne sans espace santé", "A person without a health space");

    private final String french;
    private final String english;

    DataText(String french, String english) {
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
