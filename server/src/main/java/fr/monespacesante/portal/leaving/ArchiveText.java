package fr.monespacesante.portal.leaving;

import fr.monespacesante.archive.ArchiveRequest;
import fr.monespacesante.portal.Text;

/// The words of the archivists' pages.
public enum ArchiveText implements Text {
    TITLE("Espaces fermés", "Closed spaces"),
    TILE(
            "Ouvrir un espace fermé pour une action en justice, à deux archivistes",
            "Open a closed space for a legal action, two archivists together"),
    LEAD(
            "Un espace fermé ne s’ouvre que pour une action en justice, à deux archivistes, pour 72 heures. Chaque consultation est tracée et sera visible par son titulaire s’il revient.",
            "A closed space opens only for a legal action, by two archivists, for 72 hours. Each reading is traced, and its holder will see it on coming back."),
    REQUESTS("Demandes", "Requests"),
    NONE("Aucune demande.", "No request."),
    ASK("Faire une demande", "Make a request"),
    INS("Numéro de sécurité sociale (INS) de la personne", "The person’s national health number (INS)"),
    REASON("Motif", "Reason"),
    ACTION("Référence de l’action en justice", "Reference of the legal action"),
    ACTION_HINT("Par exemple le numéro de la réquisition", "For example the number of the court’s order"),
    NEEDS_REASON("Indiquez le motif.", "Say why."),
    NEEDS_ACTION("Indiquez la référence de l’action.", "Give the reference of the action."),
    UNKNOWN(
            "Personne n’a d’espace fermé à ce numéro, ou il ne peut pas être ouvert par des archivistes.",
            "Nobody with this number has a closed space, or archivists cannot open it."),
    SEND("Envoyer la demande", "Send the request"),
    REQUESTED("En attente du premier archiviste", "Waits for the first archivist"),
    HALF("En attente d’un second archiviste", "Waits for a second archivist"),
    OPEN("Ouvert", "Open"),
    ENDED("Terminé", "Ended"),
    ONE("Demande d’ouverture d’un espace fermé", "Request to open a closed space"),
    PERSON("Personne", "Person"),
    FIRST("Demandé par", "Requested by"),
    SECOND("Accepté par", "Agreed by"),
    UNTIL("Jusqu’au", "Until"),
    CHALLENGE("Votre part de l’ouverture", "Your half of the opening"),
    CHALLENGE_TEXT(
            "Sur votre propre poste, lancez bin/archivist answer avec votre clé, donnez-lui ce texte, puis collez ici sa réponse. Votre clé ne vient jamais sur ce serveur.",
            "On your own machine run bin/archivist answer with your key, give it this text, then paste its answer here. Your key never comes to this server."),
    CHALLENGE_LABEL("Texte à donner à votre outil", "Text for your tool"),
    ANSWER("Réponse de votre outil", "Your tool’s answer"),
    ANSWER_SECOND(
            "En répondant, vous acceptez cette demande : l’espace sera ouvert 72 heures, pour vous deux.",
            "By answering you agree to this request: the space will be open for 72 hours, for the two of you."),
    ANSWER_WRONG("Ce n’est pas la bonne réponse.", "This is not the right answer."),
    ANSWER_SEND("Répondre", "Answer"),
    ANSWERED(
            "Votre réponse est enregistrée. Un autre archiviste doit répondre.",
            "Your answer is kept. Another archivist must answer."),
    OPENED("L’espace est ouvert.", "The space is open."),
    WAITS("Un autre archiviste doit maintenant répondre.", "Another archivist must answer now."),
    NOT_YOURS(
            "Seuls les deux archivistes qui l’ont ouvert peuvent le lire.",
            "Only the two archivists who opened it may read it."),
    DOCUMENTS("Documents", "Documents"),
    READ("Voir les documents", "See the documents"),
    DOWNLOAD("Télécharger {0}", "Download {0}"),
    EMPTY("Aucun document.", "No document."),
    MOVED_ON("Un autre archiviste a été plus rapide.", "Another archivist was quicker."),
    END("Terminer maintenant", "End now");

    private final String french;
    private final String english;

    ArchiveText(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public static ArchiveText of(ArchiveRequest.State state) {
        return switch (state) {
            case REQUESTED -> REQUESTED;
            case HALF -> HALF;
            case OPEN -> OPEN;
            case ENDED -> ENDED;
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
