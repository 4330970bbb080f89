package fr.monespacesante.portal.messaging;

import fr.monespacesante.portal.Text;

/// How far an answer has come, in words, and what to do when it did not arrive.
public enum DeliveryText implements Text {
    WAITING("En cours d’envoi à {0}", "Being sent to {0}"),
    DELAYED(
            "Retardé depuis le {1} vers {0}. Nous continuons d’essayer pendant 5 jours.",
            "Delayed since {1} to {0}. We go on trying for 5 days."),
    SENT("Remis à la messagerie de {0} le {1}", "Delivered to the mailbox provider of {0} on {1}"),
    RECEIVED("Reçu par {0} le {1}", "Received by {0} on {1}"),
    READ("Lu par {0} le {1}", "Read by {0} on {1}"),
    FAILED("Non remis à {0}", "Not delivered to {0}"),
    WHY_ADDRESS(
            "Cette adresse n’existe pas, ou plus. Demandez au professionnel de vous écrire depuis sa nouvelle adresse.",
            "This address does not exist, or no longer. Ask the professional to write to you from their new address."),
    WHY_FULL(
            "La boîte du professionnel est pleine. Réessayez dans quelques jours, ou appelez-le.",
            "The professional’s mailbox is full. Try again in a few days, or call them."),
    WHY_SIZE(
            "Le message est trop volumineux pour cette boîte. Répondez de nouveau avec moins de pièces jointes.",
            "The message is too large for this mailbox. Answer again with fewer attachments."),
    WHY_REFUSED(
            "La messagerie du professionnel a refusé le message. Appelez-le si c’est important.",
            "The professional’s mail system refused the message. Call them if it matters."),
    WHY_CONTENT(
            "Une pièce jointe ou le contenu n’a pas été accepté. Répondez de nouveau sans cette pièce jointe.",
            "An attachment or the content was not accepted. Answer again without that attachment."),
    WHY_UNREACHABLE(
            "La messagerie du professionnel ne répond pas depuis plusieurs jours. Réessayez plus tard, ou appelez-le.",
            "The professional’s mail system has not answered for several days. Try again later, or call them."),
    WHY_UNTRUSTED(
            "Cette adresse n’appartient plus à l’espace de confiance de la messagerie de santé. Appelez le professionnel.",
            "This address no longer belongs to the trusted network of health messaging. Call the professional."),
    WHY_OTHER(
            "Le message n’est pas arrivé. Réessayez, ou appelez le professionnel.",
            "The message did not arrive. Try again, or call the professional."),
    NEXT("Répondre de nouveau", "Answer again"),
    CODE("Code technique : {0}", "Technical code: {0}");

    private final String french;
    private final String english;

    DeliveryText(String french, String english) {
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
