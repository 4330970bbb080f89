package fr.monespacesante.portal.messaging;

import fr.monespacesante.portal.Text;

/// The words of the list of exchanges, and those that its pages share.
public enum MessagesText implements Text {
    TITLE("Messages", "Messages"),
    LEAD(
            "Vos échanges avec les professionnels et établissements de santé.",
            "Your exchanges with health professionals and institutions."),
    SEARCH_LABEL("Rechercher dans les messages", "Search the messages"),
    SEARCH_HINT(
            "Dans les noms, les objets, le texte et les noms des pièces jointes",
            "In names, subjects, text and names of attachments"),
    SEARCH("Rechercher", "Search"),
    FILTERS("Filtrer", "Filter"),
    FILTER_UNREAD("Seulement les échanges non lus", "Only unread exchanges"),
    FILTER_WITH("Échangé avec", "Exchanged with"),
    FILTER_ANYBODY("Tout le monde", "Everybody"),
    APPLY("Appliquer", "Apply"),
    CLEAR("Tout afficher", "Show everything"),
    SHOWN("{0} échange affiché|{0} échanges affichés", "{0} exchange shown|{0} exchanges shown"),
    UNREAD("Non lu", "Unread"),
    UNREAD_COUNT("{0} échange non lu|{0} échanges non lus", "{0} unread exchange|{0} unread exchanges"),
    NO_SUBJECT("Sans objet", "No subject"),
    OTHERS("et {0} autre|et {0} autres", "and {0} other|and {0} others"),
    FROM_YOU("Vous :", "You:"),
    FROM_OTHER("{0} :", "{0}:"),
    HAS_FILES("Pièce jointe", "Attachment"),
    CLOSED("Terminé par le professionnel", "Ended by the professional"),
    DRAFT("Réponse non envoyée", "Unsent answer"),
    FAILED("Non remis", "Not delivered"),
    ALONE("Confidentiel", "Confidential"),
    COUNT("{0} message|{0} messages", "{0} message|{0} messages"),
    NOTHING_TITLE("Aucun échange trouvé", "No exchange found"),
    NOTHING_TEXT("Essayez avec moins de mots, ou le début d’un mot.", "Try fewer words, or the beginning of a word."),
    EMPTY_TITLE("Aucun message pour le moment", "No message yet"),
    EMPTY_TEXT(
            "Ici, les professionnels de santé vous écrivent et vous envoient des documents en toute confidentialité. Seul un professionnel peut commencer un échange ; vous pouvez ensuite lui répondre.",
            "This is where health professionals write to you and send you documents in confidence. Only a professional can begin an exchange; you can then answer."),
    ADDRESS_TITLE("Mon adresse de messagerie sécurisée", "My secure messaging address"),
    ADDRESS_TEXT(
            "Donnez-la à un professionnel de santé pour qu’il vous écrive : montrez cette page, ou dictez votre numéro de sécurité sociale. Elle ne reçoit que les messages de professionnels de santé.",
            "Give it to a health professional so that they can write to you: show this page, or dictate your social security number. It only receives messages from health professionals."),
    ADDRESS_COPY("Copier l’adresse", "Copy the address"),
    ADDRESS_COPIED("L’adresse est copiée.", "The address is copied."),
    UNREADABLE("Message illisible", "Unreadable message");

    private final String french;
    private final String english;

    MessagesText(String french, String english) {
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
