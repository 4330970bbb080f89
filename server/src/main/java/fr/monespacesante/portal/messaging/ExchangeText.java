package fr.monespacesante.portal.messaging;

import fr.monespacesante.portal.Text;

/// The words of one exchange.
public enum ExchangeText implements Text {
    REPLY("Répondre", "Answer"),
    REPLY_ALL("Répondre à tous", "Answer all"),
    REPLY_GO_ON("Reprendre ma réponse", "Go on with my answer"),
    CLOSED_TITLE("Le professionnel a terminé cet échange", "The professional has ended this exchange"),
    CLOSED_TEXT(
            "Vous pouvez le relire, mais plus y répondre. Si vous avez une question, contactez le cabinet ou l’établissement. L’échange s’ouvrira de nouveau si le professionnel vous écrit.",
            "You can read it again, but no longer answer. If you have a question, contact the practice or institution. The exchange opens again if the professional writes to you."),
    ALONE_TEXT(
            "Vos parents ou représentants ne voient pas cet échange.",
            "Your parents or representatives do not see this exchange."),
    URGENT(
            "En cas d’urgence, n’attendez pas de réponse : appelez le 15 ou le 112.",
            "In an emergency do not wait for an answer: call 15 or 112."),
    PEOPLE("Avec {0}", "With {0}"),
    MESSAGES("Messages, du plus récent au plus ancien", "Messages, newest first"),
    EARLIER("Messages plus anciens", "Earlier messages"),
    LATER("Messages plus récents", "Later messages"),
    FROM_ME("Vous", "You"),
    FOR_SOMEBODY("{0}, pour {1}", "{0}, for {1}"),
    TO("À : {0}", "To: {0}"),
    CC("Copie : {0}", "Copy: {0}"),
    SUBJECT("Objet : {0}", "Subject: {0}"),
    PORTAL_ADDRESS("Espace professionnel, RPPS {0}", "Professionals’ area, RPPS {0}"),
    NO_TEXT("Ce message ne contient pas de texte.", "This message has no text."),
    NOT_READABLE(
            "Ce message n’a pas pu être compris. Il est conservé tel qu’il est arrivé, en pièce jointe.",
            "This message could not be understood. It is kept as it came, as an attachment."),
    LAID_OUT("Version mise en forme par l’expéditeur", "Version laid out by the sender"),
    LAID_OUT_OF("Version mise en forme du message de {0}", "Laid-out version of the message from {0}"),
    LAID_OUT_ALONE("Ouvrir dans une page", "Open in a page"),
    FILES("{0} pièce jointe|{0} pièces jointes", "{0} attachment|{0} attachments"),
    FILE_OPEN("Ouvrir", "Open"),
    FILE_DOWNLOAD("Télécharger", "Download"),
    FILE_SAVE("Enregistrer dans mes documents", "Save to my documents"),
    FILE_SAVED("Enregistré", "Saved"),
    FILE_SEE("Voir dans mes documents", "See in my documents"),
    FILE_KIND_XDM("Documents de santé", "Health documents"),
    FILE_KIND_MESSAGE("Message", "Message"),
    FILE_KIND_OTHER("Fichier", "File"),
    XDM_BROKEN(
            "Ces documents n’ont pas pu être ouverts. Téléchargez le fichier, ou demandez au professionnel de vous l’envoyer de nouveau.",
            "These documents could not be opened. Download the file, or ask the professional to send it again."),
    XDM_OTHER_PERSON(
            "Attention : ces documents concernent une autre personne. Prévenez le professionnel ; ils ne peuvent pas être enregistrés dans cet espace.",
            "Please note: these documents are about somebody else. Tell the professional; they cannot be saved to this space."),
    XDM_NOBODY(
            "Ces documents ne disent pas de façon sûre qui ils concernent. Lisez-les : s’ils sont bien les vôtres, enregistrez-les un par un.",
            "These documents do not say reliably whom they are about. Read them: if they are yours, save them one by one."),
    SAVE_TITLE("Enregistrer dans mes documents", "Save to my documents"),
    SAVE_LEAD("« {0} », envoyé par {1} le {2}", "“{0}”, sent by {1} on {2}"),
    EXCHANGE("Échange", "Exchange"),
    SAVE_BUTTON("Enregistrer", "Save"),
    SAVE_ALREADY("Ces documents étaient déjà dans vos documents.", "These documents were among yours already."),
    SAVE_OTHER_PERSON(
            "Rien n’est enregistré : ces documents ne portent pas votre identité. Prévenez le professionnel.",
            "Nothing was saved: these documents do not carry your identity. Tell the professional."),
    SAVE_REFUSED(
            "Rien n’est enregistré : un document est abîmé, ou d’un type que votre espace ne garde pas. Vous pouvez le télécharger.",
            "Nothing was saved: a document is broken, or of a type that your space does not keep. You can download it."),
    SAVE_MARKED(
            "Ce document ne peut pas être enregistré ici : le professionnel l’a réservé à son patient.",
            "This document cannot be saved here: the professional kept it for their patient."),
    DELIVERY("Envoi", "Delivery"),
    UNREAD_AGAIN("Marquer comme non lu", "Mark as unread"),
    PRINT("Imprimer", "Print"),
    PRINT_TITLE("Échange à imprimer", "Exchange to print"),
    PRINT_FILE("Pièce jointe : {0} ({1})", "Attachment: {0} ({1})"),
    DELETE("Supprimer l’échange", "Delete the exchange"),
    DELETE_ONE("Supprimer ce message", "Delete this message"),
    DELETE_TITLE("Supprimer cet échange ?", "Delete this exchange?"),
    DELETE_TEXT(
            "Les {0} messages de « {1} » et leurs pièces jointes seront supprimés pour toujours. Les documents enregistrés dans vos documents y restent. Le professionnel garde ses propres messages.",
            "The {0} messages of “{1}” and their attachments will be deleted for good. Documents saved to your documents stay there. The professional keeps their own messages."),
    DELETE_ONE_TITLE("Supprimer ce message ?", "Delete this message?"),
    DELETE_ONE_TEXT(
            "Le message de {0} du {1} et ses pièces jointes seront supprimés pour toujours. Les documents enregistrés dans vos documents y restent. Le professionnel garde ses propres messages.",
            "The message of {0} of {1} and its attachments will be deleted for good. Documents saved to your documents stay there. The professional keeps their own messages."),
    DELETE_YES("Supprimer pour toujours", "Delete for good"),
    DONE_DELETED("L’échange est supprimé.", "The exchange is deleted."),
    DONE_DELETED_ONE("Le message est supprimé.", "The message is deleted."),
    DONE_UNREAD("L’échange est marqué comme non lu.", "The exchange is marked as unread."),
    BLOCK("Bloquer cet expéditeur", "Block this sender"),
    BLOCK_TITLE("Bloquer {0} ?", "Block {0}?"),
    BLOCK_TEXT(
            "Ses messages seront refusés, et l’expéditeur le saura. Les messages déjà reçus restent ici. Vous pourrez débloquer cette adresse dans les paramètres, page « Qui peut voir quoi ».",
            "Their messages will be refused, and the sender will know. Messages already received stay here. You can unblock this address in the settings, page “Who can see what”."),
    BLOCK_RIGHTS("Cela ne change pas l’accès à vos documents.", "This does not change access to your documents."),
    BLOCK_YES("Bloquer cette adresse", "Block this address"),
    DONE_BLOCKED(
            "L’adresse est bloquée : ses messages seront refusés.",
            "The address is blocked: its messages will be refused."),
    BLOCKED("Vous avez bloqué cet expéditeur.", "You blocked this sender."),
    DONE_SAVED("Enregistré dans vos documents.", "Saved to your documents.");

    private final String french;
    private final String english;

    ExchangeText(String french, String english) {
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
