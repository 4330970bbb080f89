package fr.monespacesante.portal.pro;

import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Text;

/// The words of a professional's exchanges with patients (MSG-05).
public enum ExchangeWords implements Text {
    MESSAGES("Messages", "Messages"),
    LEAD(
            "Vos échanges avec des patients, ouverts depuis ce portail. Ceux de votre messagerie MSSanté restent dans votre logiciel.",
            "Your exchanges with patients, opened from this portal. Those of your MSSanté mailbox stay in your software."),
    NONE("Aucun échange pour l’instant", "No exchange yet"),
    NONE_TEXT(
            "Trouvez un patient, puis choisissez « Écrire au patient ». Il pourra vous répondre tant que vous ne terminez pas l’échange.",
            "Find a patient, then choose “Write to the patient”. They can answer until you end the exchange."),
    ANSWERED("Réponse non lue", "Unread answer"),
    CLOSED("Terminé", "Ended"),
    MORE("Plus ancien", "Earlier"),
    WRITE("Écrire au patient", "Write to the patient"),
    WRITE_TITLE("Écrire au patient", "Write to the patient"),
    WRITE_LEAD(
            "Le message arrive dans sa messagerie Mon espace santé. Le patient peut répondre tant que vous ne terminez pas l’échange.",
            "The message arrives in their Mon espace santé messaging. The patient can answer until you end the exchange."),
    SUBJECT("Objet", "Subject"),
    SUBJECT_HINT(
            "Court et sans détail de santé inutile : il apparaît dans la liste des messages.",
            "Short and without needless health detail: it shows in the list of messages."),
    TEXT("Message", "Message"),
    FILES("Pièces jointes", "Attachments"),
    FILES_HINT(
            "PDF, photo, texte. 5 Mo en tout, 20 fichiers au plus. Un compte rendu a sa place dans le dossier : utilisez aussi « Ajouter un document ».",
            "PDF, photo, text. 5 MB in all, 20 files at most. A report belongs in the folder: use “Add a document” too."),
    CLOSING("Terminer l’échange avec ce message", "End the exchange with this message"),
    CLOSING_HINT("Le patient ne pourra pas répondre.", "The patient will not be able to answer."),
    SEND("Envoyer", "Send"),
    SENT("Message remis dans l’espace du patient", "Message delivered in the patient’s space"),
    NEED_SUBJECT("Écrivez un objet.", "Write a subject."),
    NEED_TEXT("Écrivez un message.", "Write a message."),
    LONG_TEXT("Le message dépasse 100 000 caractères.", "The message is longer than 100,000 characters."),
    LONG_SUBJECT("L’objet dépasse 200 caractères.", "The subject is longer than 200 characters."),
    TOO_MUCH(
            "Les pièces jointes dépassent 5 Mo ou sont plus de 20. Retirez-en.",
            "The attachments are more than 5 MB or more than 20 files. Remove some."),
    FILES_AGAIN("Choisissez à nouveau les fichiers avant d’envoyer.", "Choose the files again before sending."),
    NO_MAILBOX(
            "Ce patient n’a pas encore de messagerie : il n’a pas activé son espace, ou ne l’a plus.",
            "This patient has no messaging yet: they have not activated their space, or no longer have it."),
    REFUSED("Ce patient ne reçoit pas de message de votre part.", "This patient takes no message from you."),
    NO_MINOR(
            "Ce patient n’est pas mineur : décochez la case sur les représentants légaux.",
            "This patient is not a minor: untick the box about legal representatives."),
    NOT_DELIVERED(
            "Le message n’a pas pu être remis. Rien n’est perdu : envoyez-le à nouveau dans un instant.",
            "The message could not be delivered. Nothing is lost: send it again in a moment."),
    GONE(
            "Cet échange n’existe plus : le patient l’a supprimé, ou son espace est fermé.",
            "This exchange is gone: the patient deleted it, or their space is closed."),
    ANSWER("Écrire à nouveau", "Write again"),
    END("Terminer l’échange", "End the exchange"),
    END_TEXT(
            "Le patient ne pourra plus répondre. Vous pourrez lui écrire à nouveau, ce qui rouvre l’échange.",
            "The patient can no longer answer. You can write again, which opens the exchange anew."),
    ENDED("L’échange est terminé", "The exchange is ended"),
    ENDED_TEXT(
            "Le patient ne peut plus répondre. Un nouveau message de votre part rouvre l’échange.",
            "The patient can no longer answer. A new message from you opens the exchange anew."),
    EARLIER("Messages plus anciens", "Earlier messages"),
    LATER("Messages plus récents", "Later messages"),
    BY_YOU("Vous", "You"),
    AT("{0}, le {1}", "{0}, on {1}"),
    READ_AT("Lu par vous", "Read by you"),
    ATTACHMENT("{0} ({1} Ko)", "{0} ({1} KB)"),
    DOWNLOAD("Télécharger {0}", "Download {0}"),
    TO_FOLDER("Ouvrir le dossier du patient", "Open the patient’s folder"),
    KEPT(
            "Si le patient supprime l’échange, il disparaît aussi d’ici. Gardez dans votre dossier ce que vous devez conserver.",
            "If the patient deletes the exchange, it leaves this list too. Keep in your own record what you must keep."),
    KEPT_FROM_PARENTS("Non visible par les représentants légaux", "Not visible to the legal representatives"),
    PARENTS(
            "Ne pas montrer cet échange aux représentants légaux",
            "Do not show this exchange to the legal representatives"),
    PARENTS_HINT(
            "Seul le mineur le verra, s’il a son propre accès.",
            "Only the minor will see it, with an access of their own.");

    private final String french;
    private final String english;

    ExchangeWords(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /// Why a message was not taken, in the sentence beside it.
    static ExchangeWords of(Problem problem) {
        return switch (problem) {
            case SPACE_NOT_OPEN -> NO_MAILBOX;
            case NOT_FOUND -> GONE;
            case TOO_LARGE -> TOO_MUCH;
            case ACCESS_REFUSED -> REFUSED;
            case MARK_NOT_ALLOWED -> NO_MINOR;
            default -> NOT_DELIVERED;
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
