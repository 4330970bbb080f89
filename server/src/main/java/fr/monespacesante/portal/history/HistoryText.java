package fr.monespacesante.portal.history;

import fr.monespacesante.portal.Text;

/// The words of the history. An act is said by the constant `ACT_` and its code.
public enum HistoryText implements Text {
    TITLE("Historique des accès", "Access history"),
    LEAD(
            "Tout ce qui s’est passé dans votre espace : qui, quand, sur quel document, à quel titre. Les refus y sont aussi.",
            "Everything that happened in your space: who, when, on which document, by what right. Refusals too."),
    SEARCH_LABEL("Rechercher dans l’historique", "Search the history"),
    SEARCH_HINT(
            "Un nom, un établissement, le titre d’un document, un numéro RPPS…",
            "A name, a place, the title of a document, an RPPS number…"),
    SEARCH("Rechercher", "Search"),
    FILTERS("Filtrer", "Filter"),
    FILTER_WHO("Qui", "Who"),
    FILTER_WHAT("Quoi", "What"),
    FILTER_FROM("Du", "From"),
    FILTER_UNTIL("Au", "To"),
    ANYBODY("Tout le monde", "Everybody"),
    ANYTHING("Tout", "Everything"),
    APPLY("Appliquer", "Apply"),
    CLEAR("Tout afficher", "Show everything"),
    BY_OTHERS("Tous les autres que moi", "Everybody but me"),
    BY_PROFESSIONALS("Les professionnels", "Professionals"),
    BY_ME("Moi", "Me"),
    BY_HELPERS("Mes aidants et représentants", "My caregivers and representatives"),
    BY_SOFTWARE("Les logiciels", "Software"),
    BY_SERVICE("Le service et ses agents", "The service and its agents"),
    ONLY_REFUSED("Les accès refusés", "Refused accesses"),
    ONLY_EMERGENCY("Les accès en urgence", "Emergency accesses"),
    ACTS_READING("Consultations", "Viewings"),
    ACTS_WRITING("Documents ajoutés, modifiés, supprimés", "Documents added, changed, deleted"),
    ACTS_RIGHTS("Autorisations et réglages", "Authorisations and settings"),
    ACTS_ACCOUNT("Connexions et sécurité", "Sign-ins and security"),
    DATE_UNREADABLE(
            "Écrivez une date comme 2026-11-21, ou choisissez-la dans le calendrier.",
            "Enter a date such as 2026-11-21, or pick it from the calendar."),
    DATES_REVERSED("La date de fin vient avant la date de début.", "The end comes before the beginning."),
    OF_DOCUMENT("Seulement ce qui concerne : {0}", "Only what concerns: {0}"),
    OF_GONE(
            "Seulement ce qui concerne un document qui n’est plus là",
            "Only what concerns a document that is no longer there"),
    EMPTY_TITLE("Aucun accès à afficher", "No access to show"),
    EMPTY_TEXT(
            "Quand un professionnel ouvrira un document, une ligne apparaîtra ici et vous serez prévenu.",
            "When a professional opens a document, a line will appear here and you will be told."),
    EMPTY_ACTION("Choisir qui peut y accéder", "Choose who may access it"),
    NOTHING_TITLE("Rien ne correspond à cette recherche", "Nothing matches this search"),
    NOTHING_TEXT(
            "Essayez d’autres mots, une autre période, ou affichez tout l’historique.",
            "Try other words, another period, or show the whole history."),
    FILES("Garder une copie", "Keep a copy"),
    CSV("Tableau (CSV)", "Spreadsheet (CSV)"),
    JSON("Format FHIR (JSON)", "FHIR format (JSON)"),
    PDF("Document signé (PDF)", "Signed document (PDF)"),
    PDF_TITLE("Historique des accès de {0}", "Access history of {0}"),
    PDF_MADE(
            "Établi par Mon espace santé le {0}. {1} ligne(s), de la plus récente à la plus ancienne. Ce document est signé : s’il est modifié, sa signature ne vaut plus.",
            "Made by Mon espace santé on {0}. {1} line(s), from the newest to the oldest. This document is signed: if it is changed, its signature no longer holds."),
    PDF_CHOSEN("Ne contient que : {0}", "Holds only: {0}"),
    PDF_FOOT("{0} – page {1} sur {2}", "{0} – page {1} of {2}"),
    CSV_HEADER(
            "date;qui;profession et lieu;RPPS;acte;document ou personne;à quel titre;refus;raison",
            "date;who;profession and place;RPPS;act;document or person;by what right;refusal;reason"),
    YOU("Vous", "You"),
    REFUSED("Refusé", "Refused"),
    EMERGENCY("Urgence", "Emergency"),
    RPPS("RPPS {0}", "RPPS {0}"),
    BY_RIGHT("À quel titre : {0}", "By what right: {0}"),
    WHY("Pourquoi : {0}", "Why: {0}"),
    REASON("Raison déclarée : {0}", "Declared reason: {0}"),
    DOCUMENT_GONE("un document qui n’est plus là", "a document that is no longer there"),
    BLOCK_THIS("Bloquer {0}", "Block {0}"),
    REPORT("Signaler cet accès", "Report this access"),
    REPORT_OF("Signaler cet accès de {0}, {1}", "Report this access by {0}, {1}"),
    REPORT_LEAD(
            "Cet accès vous semble anormal ? Une équipe du service l’examine, puis vous répond dans vos notifications. Le professionnel n’en est pas averti par vous.",
            "Does this access seem wrong? A team of the service looks into it, then answers you in your notifications. The professional is not told by you."),
    REPORT_WORDS("Ce qui vous étonne", "What surprises you"),
    REPORT_HINT(
            "1 000 caractères au plus. N’écrivez pas d’information de santé : l’équipe n’y a pas accès.",
            "1,000 characters at most. Do not write health information: the team has no access to it."),
    REPORT_YES("Envoyer le signalement", "Send the report"),
    REPORT_DONE(
            "Votre signalement est envoyé. La réponse arrivera dans vos notifications.",
            "Your report is sent. The answer will come in your notifications."),
    REPORT_TWICE("Cet accès est déjà signalé.", "This access is reported already."),
    REPORT_LONG("Écrivez 1 000 caractères au plus.", "Write at most 1,000 characters."),
    REPORTED("Signalé le {0}", "Reported on {0}"),
    REPORT_RECEIVED("en attente d’examen", "waiting to be examined"),
    REPORT_EXAMINED("en cours d’examen", "being examined"),
    REPORT_FOUNDED("réponse du {0} : accès anormal. {1}", "answer of {0}: wrong access. {1}"),
    REPORT_UNFOUNDED("réponse du {0} : accès normal. {1}", "answer of {0}: normal access. {1}"),
    KIND_SOFTWARE("Logiciel", "Software"),
    KIND_AGENT("Agent du service", "Agent of the service"),
    KIND_SYSTEM("Le service", "The service"),
    KIND_REPRESENTATIVE("Représentant légal", "Legal representative"),
    KIND_CAREGIVER("Aidant", "Caregiver"),
    KIND_OTHER("Une autre personne", "Another person"),
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
    ACT_DOWNLOAD_EVERYTHING("A demandé une copie de toutes les données", "Asked for a copy of all the data"),
    ACT_BUILD_COPY("Copie de toutes les données préparée", "Prepared the copy of all the data"),
    ACT_FETCH_COPY("A téléchargé la copie de toutes les données", "Downloaded the copy of all the data"),
    ACT_ASK_ERASURE("A demandé l’effacement définitif de documents", "Asked for documents to be erased for good"),
    ACT_ERASE_DOCUMENTS("Effacement définitif de documents, comme demandé", "Erased documents for good, as asked"),
    ACT_SIGNED_IN("Connexion depuis un appareil connu", "Sign-in from a known device"),
    ACT_SIGNED_IN_NEW_DEVICE("Connexion depuis un nouvel appareil", "Sign-in from a new device"),
    ACT_SESSIONS_ENDED("Déconnexion d’un ou plusieurs appareils", "Signed out one or more devices"),
    ACT_PASSWORD_CHANGED("Changement du mot de passe", "Changed the password"),
    ACT_CONTACT_CHANGED("Changement des coordonnées de contact", "Changed the contact details"),
    ACT_SUPPORT_LOOKED("L’assistance a consulté l’état de l’espace", "Support looked at the state of the space"),
    ACT_SUPPORT_SENT_CODE("L’assistance a renvoyé un code", "Support sent a new code"),
    ACT_SUPPORT_UNLOCKED("L’assistance a levé le blocage de la connexion", "Support lifted the block on signing in"),
    ACT_SUPPORT_CORRECTED_CONTACT(
            "L’assistance a corrigé les coordonnées de contact", "Support corrected the contact details"),
    ACT_SUPPORT_RECORDED_OPPOSITION("L’assistance a enregistré l’opposition", "Support recorded the opposition"),
    ACT_SUPPORT_CLOSED("L’assistance a fermé l’espace", "Support closed the space"),
    ACT_ASSISTED_SESSION_STARTED("Début d’une session avec un conseiller", "Session with a counsellor started"),
    ACT_ASSISTED_SESSION_ENDED("Fin de la session avec un conseiller", "Session with a counsellor ended"),
    ACT_NAME_TREATING_DOCTOR("Choix d’un médecin traitant", "Named a treating doctor"),
    ACT_WITHDRAW_TREATING_DOCTOR("Fin du choix du médecin traitant", "Withdrew the treating doctor"),
    ACT_REFUSE_FEEDING("Refus qu’un professionnel ajoute des documents", "Refused that a professional adds documents"),
    ACT_ACCEPT_FEEDING(
            "Un professionnel peut de nouveau ajouter des documents", "A professional may add documents again"),
    ACT_SET_EMERGENCIES("Réglage des accès en urgence", "Changed the emergency settings"),
    ACT_SET_ARRIVALS("Réglage des documents masqués à leur arrivée", "Changed which documents come hidden"),
    ACT_SET_DELAYS("Réglage du délai avant l’affichage de résultats", "Changed the delay before results show"),
    ACT_SHOW_TO_ONE("Document montré à un professionnel", "Showed a document to one professional"),
    ACT_HIDE_FROM_ONE("Document masqué pour un professionnel", "Hid a document from one professional"),
    ACT_FORGET_ONE(
            "Fin d’un réglage pour un document et un professionnel",
            "Ended a setting for one document and one professional"),
    ACT_PREVIEW_AS("Aperçu de l’espace comme un professionnel", "Looked at the space as a professional"),
    ACT_CHANGE_NOTIFICATIONS("A choisi comment être prévenu", "Chose how to be told"),
    ACT_NAME_CAREGIVER("Invitation d’un aidant", "Invited a caregiver"),
    ACT_CHANGE_CAREGIVER("Changement de ce qu’un aidant peut faire", "Changed what a caregiver may do"),
    ACT_END_CAREGIVER("Fin de l’aide d’un aidant", "Ended a caregiver’s help"),
    ACT_CAREGIVER_ACCEPTED("A accepté de vous aider", "Accepted to help you"),
    ACT_CAREGIVER_DECLINED("A refusé de vous aider", "Declined to help you"),
    ACT_CAREGIVER_LEFT("A cessé de vous aider", "Stopped helping you"),
    ACT_CHILD_ACTIVATED("A activé cet espace", "Activated this space"),
    ACT_GIVE_OWN_ACCESS("Accès personnel donné à l’enfant", "Gave the child their own access"),
    ACT_END_OWN_ACCESS("Fin de l’accès personnel de l’enfant", "Ended the child’s own access"),
    ACT_CAME_OF_AGE("Majorité : plus personne ne vous représente", "Coming of age: nobody represents you any more"),
    ACT_MEASURE_RECORDED("Mesure de protection enregistrée", "Recorded a measure of protection"),
    ACT_MEASURE_ENDED("Fin d’une mesure de protection", "Ended a measure of protection"),
    ACT_CONCEAL("Plus personne n’agit à votre place", "Nobody acts for you any more"),
    ACT_CONCEALED("Plus personne n’agit à votre place", "Nobody acts for you any more"),
    ACT_NO_LONGER_CONCEALED("Des proches peuvent à nouveau agir pour vous", "Relatives may act for you again"),
    ACT_OTHER("A agi dans votre espace", "Acted in your space"),
    RIGHT_HOLDER("c’est votre espace", "it is your space"),
    RIGHT_REPRESENTATIVE("votre représentant légal", "your legal representative"),
    RIGHT_CAREGIVER("votre aidant", "your caregiver"),
    RIGHT_CONSENT("votre accord pour une consultation", "your agreement for one consultation"),
    RIGHT_CONSENT_SINCE(
            "votre accord pour une consultation, donné le {0}", "your agreement for one consultation, given on {0}"),
    RIGHT_DECLARED_TEAM("équipe de soins, jusqu’au {0}", "care team, until {0}"),
    RIGHT_DECLARED_ONCE("pour une consultation", "for one consultation"),
    RIGHT_CARE_TEAM("membre de votre équipe de soins à ce moment-là", "member of your care team at that time"),
    RIGHT_CARE_TEAM_SINCE(
            "membre de votre équipe de soins depuis le {0}, jusqu’au {1}",
            "member of your care team since {0}, until {1}"),
    RIGHT_TREATING_DOCTOR("votre médecin traitant à ce moment-là", "your treating doctor at that time"),
    RIGHT_TREATING_DOCTOR_SINCE("votre médecin traitant, nommé le {0}", "your treating doctor, named on {0}"),
    RIGHT_AUTHOR("auteur du document", "author of the document"),
    RIGHT_FEED("dépôt de documents", "filing documents"),
    RIGHT_EMERGENCY("urgence", "emergency"),
    RIGHT_REGULATION("régulation du SAMU", "SAMU dispatch"),
    RIGHT_EXISTENCE("vérification d’existence", "check of existence"),
    RIGHT_SUPPORT("assistance, à votre demande", "support, at your request"),
    RIGHT_ASSISTED("conseiller à vos côtés", "counsellor at your side"),
    RIGHT_SERVICE("fonctionnement du service", "operation of the service"),
    WHY_CONSENT(
            "vous n’avez pas donné votre accord à ce professionnel",
            "you have not given this professional your agreement"),
    WHY_REFUSED("cet accès n’est pas autorisé dans votre espace", "this access is not allowed in your space"),
    WHY_NOT_THEIRS("ce document ou ce réglage n’est pas le sien", "this document or setting is not theirs"),
    WHY_NOT_FOUND("rien ne lui était visible à cet endroit", "nothing there was visible to them"),
    WHY_NOT_OPEN("votre espace n’était pas ouvert", "your space was not open"),
    WHY_MISMATCH("le document concernait une autre personne", "the document was about another person"),
    WHY_STALE("le document avait changé entre-temps", "the document had changed in the meantime"),
    WHY_CHOICE("ce choix n’était pas possible ; rien n’a changé", "this choice was not possible; nothing changed"),
    WHY_MALFORMED("la demande était mal formée", "the request was malformed"),
    WHY_OTHER("la demande n’a pas abouti", "the request did not succeed");

    private final String french;
    private final String english;

    HistoryText(String french, String english) {
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
