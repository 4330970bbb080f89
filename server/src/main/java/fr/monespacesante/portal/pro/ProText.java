package fr.monespacesante.portal.pro;

import fr.monespacesante.access.Right;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.portal.Text;

/// The words of the professional's pages.
public enum ProText implements Text {
    SEARCH_LABEL("Rechercher dans le dossier", "Search the folder"),
    ACTIVITY("Mon activité", "My activity"),
    ACTIVITY_LEAD(
            "Ce que vous avez fait, tel que les patients le lisent dans leur historique.",
            "What you did, as patients read it in their history."),
    ACTIVITY_NONE("Rien pour l’instant", "Nothing yet"),
    ACTIVITY_NONE_TEXT(
            "Trouvez un patient : ce que vous ouvrez sera inscrit ici.",
            "Find a patient: what you open will be written here."),
    ACTIVITY_EARLIER("Patient d’une session précédente", "Patient of an earlier session"),
    ACTIVITY_MORE("Plus ancien", "Earlier"),
    ACTIVITY_RIGHT("Droit : {0}", "Right: {0}"),
    DID_FIND("Recherche d’un patient", "Search for a patient"),
    DID_LIST("Consultation du dossier", "Looked at the folder"),
    DID_READ("Ouverture d’un document", "Opened a document"),
    DID_DEPOSIT("Ajout d’un document", "Added a document"),
    DID_CHANGE("Modification d’un document", "Changed a document"),
    DID_DELETE("Suppression d’un document", "Deleted a document"),
    DID_CONSENT("Déclaration de l’accord du patient", "Declared the patient’s agreement"),
    DID_WRITE("Message au patient", "Message to the patient"),
    DID_READ_MESSAGE("Lecture d’un échange avec le patient", "Read an exchange with the patient"),
    DID_END("Fin d’un échange", "Ended an exchange"),
    DID_OTHER("Autre action", "Another action"),
    SCAN("Lire l’INS sur un code-barres", "Read the INS from a barcode"),
    SCAN_CAMERA("Scanner avec la caméra", "Scan with the camera"),
    SCAN_STOP("Arrêter la caméra", "Stop the camera"),
    SCAN_VIDEO("Image de la caméra", "Camera picture"),
    PHOTO("Photo du code", "Photo of the code"),
    PHOTO_HINT(
            "JPEG ou PNG. Sur un téléphone, prenez la photo maintenant.",
            "JPEG or PNG. On a phone, take the photo now."),
    PHOTO_READ("Lire la photo", "Read the photo"),
    NEED_PHOTO("Choisissez ou prenez une photo du code.", "Choose or take a photo of the code."),
    NO_CODE(
            "Aucun code n’est lisible sur cette photo. Approchez-vous, ou saisissez l’INS.",
            "No code can be read on this photo. Come closer, or type the INS."),
    OTHER_CODE(
            "Ce code n’est pas un INS. Scannez le code INS du patient, ou saisissez son numéro.",
            "This code is not an INS. Scan the patient’s INS code, or type the number."),
    PATIENTS("Mes patients", "My patients"),
    FIND_TITLE("Trouver un patient", "Find a patient"),
    FIND_LEAD(
            "Avec son INS et ses traits de naissance. Le patient voit chaque accès à son espace.",
            "With the INS and the birth traits. Patients see every access to their space."),
    INS("Matricule INS", "INS number"),
    INS_HINT(
            "15 chiffres, espaces acceptés. Exemple : 2 69 05 49 588 157 80",
            "15 digits, spaces allowed. Example: 2 69 05 49 588 157 80"),
    NAME("Nom de naissance", "Birth name"),
    NAME_HINT("Pas le nom d’usage", "Not the name in use"),
    BORN("Date de naissance", "Date of birth"),
    FIND("Ouvrir l’espace", "Open the space"),
    RECENT("Patients de cette session", "Patients of this session"),
    RECENT_NONE(
            "Aucun patient pour l’instant. Ceux que vous trouvez restent ici jusqu’à votre déconnexion.",
            "No patient yet. Those you find stay here until you log out."),
    RECENT_URGENT("Urgence en cours", "Emergency under way"),
    NEED_INS("Saisissez le matricule INS du patient.", "Type the patient’s INS number."),
    WRONG_INS(
            "Ce numéro n’est pas un INS : vérifiez les 15 chiffres, clé comprise.",
            "This number is not an INS: check the 15 digits, key included."),
    NEED_NAME("Saisissez le nom de naissance du patient.", "Type the patient’s birth name."),
    NEED_BORN(
            "Indiquez une date de naissance qui existe, par exemple 14 12 1984.",
            "Give a date of birth that exists, for example 14 12 1984."),
    NOT_FOUND(
            "Aucun espace ouvert ne correspond à cet INS et à ces traits de naissance. Vérifiez-les avec le patient.",
            "No open space matches this INS and these birth traits. Check them with the patient."),
    FIND_AGAIN(
            "Ce patient n’est plus ouvert dans votre session. Cherchez-le de nouveau avec son INS.",
            "This patient is no longer open in your session. Find them again with their INS."),
    BORN_ON("né le {0}", "born on {0}"),
    BORN_ON_F("née le {0}", "born on {0}"),
    BIRTH_NAME("nom de naissance {0}", "birth name {0}"),
    YEARS("{0} an|{0} ans", "{0} year old|{0} years old"),
    OTHER_PATIENT("Changer de patient", "Another patient"),
    REFUSED("L’accès à cet espace vous est refusé.", "Access to this space is refused."),
    REFUSED_NEXT(
            "Parlez-en avec le patient. Votre demande figure dans son historique.",
            "Talk about it with the patient. Your request is in their history."),
    CONSENT_TITLE("Accord du patient", "The patient’s agreement"),
    CONSENT_LEAD(
            "Vous ne consultez cet espace qu’avec l’accord du patient. Il le voit dans son historique et peut y mettre fin à tout moment.",
            "You read this space only with the patient’s agreement. Patients see it in their history and can end it at any time."),
    DURATION("Durée de l’accord", "How long the agreement lasts"),
    DURATION_ONCE("Pour cette consultation", "For this consultation"),
    DURATION_TEAM("Dans l’équipe de soins, jusqu’à une date", "In the care team, until a date"),
    END("Dernier jour de l’accord", "Last day of the agreement"),
    END_HINT("Pour l’équipe de soins seulement, un an au plus", "For the care team only, one year at most"),
    AGREED("Le patient a été informé et a donné son accord", "The patient was informed and agreed"),
    DECLARE("Déclarer l’accord et ouvrir", "Declare the agreement and open"),
    CONSENT_DONE("L’accord du patient est enregistré.", "The patient’s agreement is recorded."),
    NEED_DURATION("Choisissez la durée de l’accord.", "Choose how long the agreement lasts."),
    NEED_END(
            "Indiquez le dernier jour de l’accord, par exemple 31 12 2026.",
            "Give the last day of the agreement, for example 31 12 2026."),
    END_PAST("Cette date est passée. Choisissez un jour à venir.", "This date is past. Choose a day to come."),
    END_FAR(
            "L’accord dure un an au plus. Choisissez une date plus proche.",
            "The agreement lasts one year at most. Choose an earlier date."),
    NEED_AGREEMENT(
            "Cochez cette case si le patient a donné son accord. Sinon, l’espace ne s’ouvre pas.",
            "Tick this box if the patient agreed. Otherwise the space does not open."),
    NOT_ABLE("Le patient ne peut pas s’exprimer ?", "The patient is unable to express their will?"),
    URGENCY_GO("Déclarer une urgence", "Declare an emergency"),
    REGULATION_GO("Ouvrir en régulation (SAMU)", "Open for regulation (SAMU)"),
    URGENCY_TITLE("Accès en urgence", "Emergency access"),
    URGENCY_LEAD(
            "Réservé à un risque immédiat pour un patient hors d’état d’exprimer sa volonté. Le patient en est averti et chaque accès est contrôlé.",
            "Only for an immediate risk to a patient unable to express their will. The patient is told, and every access is checked."),
    RISK("Il existe un risque immédiat pour la santé du patient", "There is an immediate risk to the patient’s health"),
    UNABLE("Le patient est hors d’état d’exprimer sa volonté", "The patient is unable to express their will"),
    REASON("Motif", "Reason"),
    REASON_HINT(
            "Le patient lira ce motif. Exemple : patient inconscient, recherche d’antécédents",
            "The patient will read this reason. Example: unconscious, looking for history"),
    NEED_RISK(
            "L’accès en urgence suppose un risque immédiat. Sans lui, demandez l’accord du patient.",
            "Emergency access requires an immediate risk. Without one, ask the patient."),
    NEED_UNABLE(
            "L’accès en urgence suppose un patient qui ne peut pas s’exprimer. S’il le peut, demandez-lui son accord.",
            "Emergency access requires a patient unable to express their will. If they can, ask them."),
    NEED_REASON("Écrivez le motif de l’accès.", "Write the reason for the access."),
    LONG_REASON(
            "Ce motif dépasse 500 caractères. Raccourcissez-le.", "This reason exceeds 500 characters. Shorten it."),
    URGENCY_BEGIN("Ouvrir en urgence", "Open in emergency"),
    REGULATION_TITLE("Accès en régulation (SAMU)", "Access for regulation (SAMU)"),
    REGULATION_LEAD(
            "Pour un médecin régulateur qui prend en charge un appel au 15. Le patient le voit dans son historique.",
            "For a regulating doctor who handles a call to 15. Patients see it in their history."),
    REGULATION_BEGIN("Ouvrir en régulation", "Open for regulation"),
    URGENT("Accès en urgence en cours", "Emergency access under way"),
    REGULATED("Régulation en cours (SAMU)", "Regulation under way (SAMU)"),
    URGENT_WHY("Motif : {0}", "Reason: {0}"),
    URGENT_UNTIL("Se termine seul à {0}, ou à votre déconnexion.", "Ends by itself at {0}, or when you log out."),
    URGENT_END("Mettre fin à l’urgence", "End the emergency"),
    REGULATED_END("Mettre fin à la régulation", "End the regulation"),
    URGENCY_ENDED("L’accès est terminé pour ce patient.", "The access to this patient’s space is over."),
    NEWS("Nouveau depuis votre visite du {0}", "New since your visit of {0}"),
    NEWS_FIRST("Votre première visite", "Your first visit"),
    NEWS_FIRST_TEXT(
            "Les prochaines fois, ce qui est arrivé depuis sera montré ici.",
            "Next time, what has arrived since will be shown here."),
    NEWS_NONE("Aucun nouveau document.", "No new document."),
    NEWS_MORE(
            "et {0} autre dans la liste|et {0} autres dans la liste",
            "and {0} more in the list|and {0} more in the list"),
    LATEST("Les derniers de chaque type", "The latest of each kind"),
    DIRECTIVES("Directives anticipées", "Advance directives"),
    DIRECTIVES_NONE("Aucune dans cet espace.", "None in this space."),
    VACCINATIONS("Vaccinations", "Vaccinations"),
    VACCINATIONS_NONE("Aucun document de vaccination.", "No vaccination document."),
    LIST("Documents des deux dernières années", "Documents of the last two years"),
    LIST_ALL("Tous les documents", "All documents"),
    LIST_COUNT(
            "{0} document, par date d’arrivée|{0} documents, par date d’arrivée",
            "{0} document, by date of arrival|{0} documents, by date of arrival"),
    LIST_NONE("Aucun document ici", "No document here"),
    LIST_NONE_TEXT(
            "Changez les filtres, élargissez à plus de deux ans, ou ajoutez un document.",
            "Change the filters, go further than two years, or add a document."),
    LIST_WIDER("Élargir à plus de 2 ans", "Go further than 2 years"),
    LIST_NEXT("20 suivants", "Next 20"),
    SYNTHESIS("Revenir à la synthèse", "Back to the synthesis"),
    PERIOD_ANY("Deux ans", "Two years"),
    PERIOD_MONTH("Un mois", "One month"),
    PERIOD_YEAR("Un an", "One year"),
    PERIOD_ALL("Sans limite", "No limit"),
    ADD("Ajouter un document", "Add a document"),
    BY_RIGHT("Accès : {0}", "Access: {0}"),
    RIGHT_CONSENT("accord pour cette consultation", "agreement for this consultation"),
    RIGHT_CARE_TEAM("équipe de soins", "care team"),
    RIGHT_TREATING_DOCTOR("médecin traitant", "treating doctor"),
    RIGHT_EMERGENCY("urgence", "emergency"),
    RIGHT_REGULATION("régulation (SAMU)", "regulation (SAMU)"),
    RIGHT_AUTHOR("auteur du document", "author of the document"),
    RIGHT_FEED("alimentation", "feeding"),
    RIGHT_CORRESPONDENT("échange avec le patient", "exchange with the patient"),
    RIGHT_EXISTENCE("recherche de l’espace", "finding the space"),
    RIGHT_NONE("refusé", "refused"),
    MARK_MASQUE("Masqué aux professionnels", "Hidden from professionals"),
    MARK_PATIENT("Non annoncé au patient", "Not announced to the patient"),
    MARK_PARENTS("Invisible pour les représentants légaux", "Hidden from legal representatives"),
    MINE("Votre document", "Your document"),
    ARCHIVED("Archivé", "Archived"),
    REPLACE("Remplacer", "Replace"),
    ANNOUNCE("Annoncé : rendre visible au patient", "Announced: show to the patient"),
    ARCHIVE("Archiver", "Archive"),
    UNARCHIVE("Désarchiver", "Take back from the archive"),
    DELETE_TITLE("Supprimer ce document ?", "Delete this document?"),
    DELETE_TEXT(
            "« {0} » et ses versions précédentes seront supprimés pour toujours, aussi pour le patient.",
            "“{0}” and its earlier versions will be deleted for good, for the patient too."),
    DONE_ANNOUNCED("Le patient voit maintenant ce document.", "The patient now sees this document."),
    DONE_ARCHIVED(
            "C’est fait. Un document archivé n’apparaît plus dans les listes.",
            "Done. An archived document no longer appears in lists."),
    DONE_DELETED("Le document est supprimé.", "The document is deleted."),
    DONE_ADDED("Le document est dans l’espace du patient.", "The document is in the patient’s space."),
    NOT_THE_AUTHOR(
            "Vous n’êtes pas l’auteur de ce document : seul son auteur peut le modifier ou le supprimer.",
            "You are not the author of this document: only its author can change or delete it."),
    NOT_LATEST(
            "Ce document a été remplacé : agissez sur sa dernière version.",
            "This document was replaced: act on its latest version."),
    STALE(
            "Ce document a changé entre-temps. Vérifiez-le, puis recommencez.",
            "This document changed in the meantime. Check it, then try again."),
    MARK_NOT_ALLOWED(
            "Ce choix est réservé aux documents d’un patient mineur.", "This choice is only for documents of a minor."),
    REPLACED_GONE(
            "Le document à remplacer n’est plus la dernière version. Revenez au dossier et recommencez.",
            "The document to replace is no longer the latest version. Go back to the folder and start again."),
    ADD_TITLE("Ajouter un document", "Add a document"),
    REPLACE_TITLE("Remplacer un document", "Replace a document"),
    REPLACE_LEAD(
            "Nouvelle version de « {0} ». L’ancienne reste dans l’historique.",
            "New version of “{0}”. The old one stays in the history."),
    ADD_LEAD(
            "Un fichier, ou des photos : plusieurs photos deviennent un seul document. Vous en êtes l’auteur.",
            "A file, or photos: several photos become one document. You are its author."),
    ADD_FOR("Destinataires", "Addressees"),
    ADD_FOR_HINT("Exemple : Dr Sophie Marchand", "Example: Dr Sophie Marchand"),
    ADD_WHO("Qui voit ce document ?", "Who sees this document?"),
    ADD_MASQUE(
            "Masquer aux autres professionnels, à la demande du patient",
            "Hide from other professionals, as the patient asks"),
    ADD_UNANNOUNCED(
            "Ne pas montrer au patient avant de le lui avoir annoncé",
            "Do not show to the patient before it has been announced"),
    ADD_PARENTS(
            "Ne pas montrer aux représentants légaux, à la demande du mineur",
            "Do not show to the legal representatives, as the minor asks"),
    ADD_OBJECTS(
            "Le mineur s’oppose à l’enregistrement de ce document",
            "The minor objects to this document being recorded"),
    ADD_OBJECTS_HINT("Rien ne sera enregistré.", "Nothing will be recorded."),
    ADD_SEND("Ajouter à l’espace du patient", "Add to the patient’s space"),
    MINOR_OBJECTED(
            "Rien n’a été enregistré : le mineur s’y oppose, et sa volonté est respectée.",
            "Nothing was recorded: the minor objects, and their will is respected.");

    private final String french;
    private final String english;

    ProText(String french, String english) {
        this.french = french;
        this.english = english;
    }

    static ProText of(Mark mark) {
        return switch (mark) {
            case MASQUE_PS -> MARK_MASQUE;
            case INVISIBLE_PATIENT -> MARK_PATIENT;
            case INVISIBLE_REPRESENTANTS_LEGAUX -> MARK_PARENTS;
        };
    }

    /// The box of the deposit page that sets this mark.
    static String field(Mark mark) {
        return switch (mark) {
            case MASQUE_PS -> "masque";
            case INVISIBLE_PATIENT -> "invisible-patient";
            case INVISIBLE_REPRESENTANTS_LEGAUX -> "invisible-parents";
        };
    }

    public static ProText of(Right right) {
        return switch (right) {
            case CONSENT -> RIGHT_CONSENT;
            case CARE_TEAM -> RIGHT_CARE_TEAM;
            case TREATING_DOCTOR -> RIGHT_TREATING_DOCTOR;
            case EMERGENCY -> RIGHT_EMERGENCY;
            case REGULATION -> RIGHT_REGULATION;
            case AUTHOR -> RIGHT_AUTHOR;
            case FEED -> RIGHT_FEED;
            case CORRESPONDENT -> RIGHT_CORRESPONDENT;
            case EXISTENCE -> RIGHT_EXISTENCE;
            case HOLDER, REPRESENTATIVE, CAREGIVER, SERVICE, SUPPORT, ASSISTED, ARCHIVE -> RIGHT_NONE;
        };
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
