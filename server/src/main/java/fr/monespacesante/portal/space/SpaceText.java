package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Text;

/// The words of the pages inside the space.
public enum SpaceText implements Text {
    HOME_TITLE("Accueil", "Home"),
    HELLO("Bonjour {0}", "Hello {0}"),
    NEW("Quoi de neuf", "What is new"),
    NEW_NOTICES(
            "{0} notification non lue|{0} notifications non lues", "{0} unread notification|{0} unread notifications"),
    NEW_NONE("Rien de nouveau depuis votre dernière visite.", "Nothing new since your last visit."),
    NEW_SEE("Voir les notifications", "See notifications"),
    LATEST("Derniers documents", "Latest documents"),
    LATEST_ALL("Voir tous les documents ({0})", "See all documents ({0})"),
    LATEST_NONE_TITLE("Votre espace est prêt", "Your space is ready"),
    LATEST_NONE_TEXT(
            "Il ne contient pas encore de document. Ajoutez une ordonnance ou un résultat que vous avez sur papier : une photo suffit.",
            "It holds no document yet. Add a prescription or a result you have on paper: a photo will do."),
    NEXT("Que faire maintenant", "What to do next"),
    TODO_ADD("Ajouter un document", "Add a document"),
    TODO_ADD_TEXT("Un fichier, ou la photo d’un papier", "A file, or a photo of a paper"),
    TODO_HISTORY("Vérifier qui a vu vos documents", "Check who has seen your documents"),
    TODO_HISTORY_TEXT("L’historique de tous les accès", "The history of every access"),
    TODO_RIGHTS("Choisir qui peut y accéder", "Choose who may access them"),
    TODO_RIGHTS_TEXT_ONE(
            "{0} professionnel a votre accord en ce moment|{0} professionnels ont votre accord en ce moment",
            "{0} professional has your agreement now|{0} professionals have your agreement now"),
    TODO_RIGHTS_TEXT_NONE(
            "Aucun professionnel n’a votre accord en ce moment", "No professional has your agreement now"),
    HISTORY_TITLE("Historique des accès", "Access history"),
    HISTORY_LEAD(
            "Tout ce qui s’est passé dans votre espace : qui, quand, sur quel document, à quel titre. Les refus y sont aussi.",
            "Everything that happened in your space: who, when, on which document, by what right. Refusals too."),
    HISTORY_WHO("Afficher", "Show"),
    HISTORY_ALL("Tous les accès", "All accesses"),
    HISTORY_OTHERS("Les accès des autres", "Accesses by others"),
    HISTORY_REFUSED("Les accès refusés", "Refused accesses"),
    HISTORY_MINE("Mes propres accès", "My own accesses"),
    HISTORY_APPLY("Filtrer", "Filter"),
    HISTORY_EMPTY_TITLE("Aucun accès à afficher", "No access to show"),
    HISTORY_EMPTY_TEXT(
            "Quand un professionnel ouvrira un document, une ligne apparaîtra ici et vous serez prévenu.",
            "When a professional opens a document, a line will appear here and you will be told."),
    HISTORY_EMPTY_ACTION("Choisir qui peut y accéder", "Choose who may access it"),
    HISTORY_CSV("Télécharger l’historique (CSV)", "Download the history (CSV)"),
    CSV_HEADER(
            "date;qui;profession et lieu;acte;document;à quel titre;refus;raison",
            "date;who;profession and place;act;document;by what right;refusal;reason"),
    YOU("Vous", "You"),
    REFUSED("Refusé", "Refused"),
    BY_RIGHT("À quel titre : {0}", "By what right: {0}"),
    REASON("Raison déclarée : {0}", "Declared reason: {0}"),
    DOCUMENT_GONE("un document qui n’est plus là", "a document that is no longer there"),
    BLOCK_THIS("Bloquer {0}", "Block {0}"),
    ACT_FIND_SPACE("A vérifié que votre espace existe", "Checked that your space exists"),
    ACT_LIST_DOCUMENTS("A consulté la liste de vos documents", "Viewed the list of your documents"),
    ACT_READ_DOCUMENT("A ouvert un document", "Opened a document"),
    ACT_DEPOSIT_DOCUMENT("A ajouté un document", "Added a document"),
    ACT_CHANGE_DOCUMENT("A modifié un document", "Changed a document"),
    ACT_DELETE_DOCUMENT("A supprimé un document", "Deleted a document"),
    ACT_DECLARE_CONSENT("A déclaré avoir votre accord", "Declared to have your agreement"),
    ACT_END_CONSENT("Fin d’un accord", "Ended an agreement"),
    ACT_BLOCK("Blocage d’un professionnel", "Blocked a professional"),
    ACT_UNBLOCK("Déblocage d’un professionnel", "Unblocked a professional"),
    ACT_READ_RIGHTS("A consulté les autorisations", "Viewed the authorisations"),
    ACT_READ_HISTORY("A consulté l’historique", "Viewed the history"),
    ACT_READ_NOTICES("A consulté les notifications", "Viewed the notifications"),
    ACT_VERIFY_SPACE("Contrôle automatique de l’intégrité", "Automatic integrity check"),
    ACT_OTHER("A agi dans votre espace", "Acted in your space"),
    RIGHT_HOLDER("c’est votre espace", "it is your space"),
    RIGHT_REPRESENTATIVE("votre représentant légal", "your legal representative"),
    RIGHT_CAREGIVER("votre aidant", "your caregiver"),
    RIGHT_CONSENT("votre accord pour une consultation", "your agreement for one consultation"),
    RIGHT_CARE_TEAM("votre accord, équipe de soins", "your agreement, care team"),
    RIGHT_TREATING_DOCTOR("votre médecin traitant", "your treating doctor"),
    RIGHT_AUTHOR("auteur du document", "author of the document"),
    RIGHT_FEED("dépôt de documents", "filing documents"),
    RIGHT_EMERGENCY("urgence", "emergency"),
    RIGHT_REGULATION("régulation du SAMU", "SAMU dispatch"),
    RIGHT_EXISTENCE("vérification d’existence", "check of existence"),
    RIGHT_SERVICE("fonctionnement du service", "operation of the service"),
    NOTICES_TITLE("Notifications", "Notifications"),
    NOTICES_LEAD(
            "Ce que le service vous signale. L’e-mail que vous recevez ne contient jamais d’information de santé.",
            "What the service tells you. The e-mail you receive never holds health information."),
    NOTICES_EMPTY_TITLE("Aucune notification", "No notification"),
    NOTICES_EMPTY_TEXT(
            "Vous serez prévenu ici, et par e-mail, à chaque nouveau document et à chaque accès d’un professionnel.",
            "You will be told here, and by e-mail, of each new document and each access by a professional."),
    NOTICES_EMPTY_ACTION("Voir mes documents", "See my documents"),
    NOTICES_READ_ALL("Tout marquer comme lu", "Mark all as read"),
    NOTICES_DONE("Toutes les notifications sont marquées comme lues.", "All notifications are marked as read."),
    NOTICE_UNREAD("Non lue", "Unread"),
    NOTICE_DOCUMENT_NEW("Nouveau document", "New document"),
    NOTICE_DOCUMENT_REPLACED("Nouvelle version d’un document", "New version of a document"),
    NOTICE_DOCUMENT_CHANGED("Document modifié", "Document changed"),
    NOTICE_CONSENT_DECLARED(
            "Un professionnel déclare avoir votre accord", "A professional declares to have your agreement"),
    NOTICE_ACCESS("Un professionnel a consulté votre espace", "A professional accessed your space"),
    NOTICE_EMERGENCY_ACCESS("Accès en urgence à votre espace", "Emergency access to your space"),
    NOTICE_SECURITY("Sécurité de votre compte", "Security of your account"),
    NOTICE_REPORT_ANSWERED("Réponse à votre signalement d’un accès", "Answer to the access you reported"),
    NOTICE_SEE_DOCUMENT("Voir le document", "See the document"),
    NOTICE_SEE_RIGHTS("Voir ou retirer cet accord", "See or withdraw this agreement"),
    NOTICE_SEE_HISTORY("Voir l’historique", "See the history"),
    RIGHTS_TITLE("Qui peut accéder à mon espace", "Who may access my space"),
    RIGHTS_LEAD(
            "Un professionnel ne consulte vos documents qu’avec votre accord. Vous pouvez y mettre fin, ou bloquer quelqu’un : l’effet est immédiat.",
            "A professional reads your documents only with your agreement. You can end it, or block someone: it takes effect at once."),
    CONSENTS("Accords en cours", "Current agreements"),
    CONSENTS_NONE(
            "Aucun professionnel n’a votre accord en ce moment. Lors d’une consultation, le professionnel vous le demande.",
            "No professional has your agreement now. During a consultation, the professional asks you for it."),
    CONSENT_ONCE("Pour une consultation, jusqu’au {0}", "For one consultation, until {0}"),
    CONSENT_TEAM("Équipe de soins, jusqu’au {0}", "Care team, until {0}"),
    CONSENT_END("Mettre fin à l’accord", "End the agreement"),
    CONSENT_END_OF("Mettre fin à l’accord de {0}", "End the agreement of {0}"),
    CONSENT_ENDED(
            "L’accord est terminé. Ce professionnel ne peut plus consulter vos documents.",
            "The agreement has ended. This professional can no longer read your documents."),
    BLOCKS("Professionnels bloqués", "Blocked professionals"),
    BLOCKS_NONE("Vous n’avez bloqué personne.", "You have blocked nobody."),
    BLOCK_SINCE("Bloqué depuis le {0}", "Blocked since {0}"),
    UNBLOCK("Débloquer", "Unblock"),
    UNBLOCK_OF("Débloquer {0}", "Unblock {0}"),
    UNBLOCKED(
            "Ce professionnel n’est plus bloqué. Il lui faudra de nouveau votre accord pour consulter vos documents.",
            "This professional is no longer blocked. Your agreement is needed again to read your documents."),
    BLOCK("Bloquer un professionnel", "Block a professional"),
    BLOCK_LEAD(
            "Un professionnel bloqué n’a plus aucun accès, même en urgence. Il apprend seulement que l’accès est refusé.",
            "A blocked professional has no access of any kind, even in an emergency. They only learn that access is refused."),
    BLOCK_NAME("Nom du professionnel", "Name of the professional"),
    BLOCK_RPPS("Numéro RPPS", "RPPS number"),
    BLOCK_RPPS_HINT(
            "11 chiffres, écrits sur ses ordonnances et dans l’historique des accès",
            "11 digits, written on their prescriptions and in the access history"),
    BLOCK_YES("Bloquer", "Block"),
    BLOCKED("Ce professionnel est bloqué.", "This professional is blocked."),
    BLOCK_NEEDS_NAME("Écrivez le nom du professionnel.", "Enter the name of the professional."),
    BLOCK_NEEDS_RPPS("Écrivez les 11 chiffres du numéro RPPS.", "Enter the 11 digits of the RPPS number."),
    TREATING("Médecin traitant dans cet espace", "Treating doctor in this space"),
    RPPS("RPPS {0}", "RPPS {0}");

    private final String french;
    private final String english;

    SpaceText(String french, String english) {
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
