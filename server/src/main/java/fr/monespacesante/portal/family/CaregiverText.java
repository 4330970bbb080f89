package fr.monespacesante.portal.family;

import fr.monespacesante.portal.Text;

/// What the pages about caregivers say, to who is helped and to who helps.
public enum CaregiverText implements Text {
    TITLE("Les aidants", "Caregivers"),
    LEAD(
            "Un aidant est un proche qui vous aide à gérer cet espace, avec son propre identifiant. Tout ce qu’il fait est inscrit à son nom dans l’historique.",
            "A caregiver is a relative who helps with this space, with a login of their own. All they do is recorded under their name in the history."),
    NEVER(
            "Un aidant ne peut jamais changer l’identifiant, le mot de passe ou les coordonnées, ni choisir qui voit quoi, ni nommer un autre aidant, ni fermer l’espace.",
            "A caregiver can never change the login, the password or the contact details, choose who sees what, name another caregiver, or close the space."),
    NOW("En ce moment", "Now"),
    NOBODY("Personne ne vous aide pour l’instant.", "Nobody helps for now."),
    BEFORE("Avant", "Before"),
    INVITE("Inviter un proche", "Invite a relative"),
    FULL(
            "Trois personnes vous aident ou sont invitées : c’est le maximum. Mettez fin à une aide ou retirez une invitation pour en inviter une autre.",
            "Three people help or are invited: that is the most. End one, or withdraw an invitation, to invite another."),
    STATE_INVITED("Invitation envoyée", "Invited"),
    STATE_ACTIVE("Vous aide", "Helps"),
    STATE_DECLINED("A refusé", "Declined"),
    STATE_WITHDRAWN("Invitation retirée", "Withdrawn"),
    STATE_ENDED("Terminé par vous", "Ended by you"),
    STATE_LEFT("S’est retiré", "Stepped down"),
    STATE_LAPSED("Sans réponse", "No answer"),
    STATE_OVER("Terminé", "Over"),
    CAN_READ("Voit les documents", "Sees the documents"),
    CAN_ADD("Ajoute des documents", "Adds documents"),
    CAN_AGENDA("Gère l’agenda", "Manages the agenda"),
    CAN_MESSAGE("Échange des messages", "Exchanges messages"),
    UNTIL("Jusqu’au {0}", "Until {0}"),
    ANSWER_BY("Peut répondre jusqu’au {0}", "May answer until {0}"),
    SINCE("Le {0}", "On {0}"),
    CHANGE("Modifier", "Change"),
    CHANGE_OF("Modifier l’aide de {0}", "Change the help of {0}"),
    END("Mettre fin", "End"),
    END_OF("Mettre fin à l’aide de {0}", "End the help of {0}"),
    WITHDRAW("Retirer l’invitation", "Withdraw"),
    WITHDRAW_OF("Retirer l’invitation de {0}", "Withdraw the invitation of {0}"),
    NAME("Comment appelez-vous cette personne ?", "What do you call this person?"),
    NAME_HINT("Par exemple « Maman » ou « Paul, mon voisin ».", "For example “Mum” or “Paul, my neighbour”."),
    NAME_NEEDED("Indiquez comment vous appelez cette personne.", "Say what you call this person."),
    EMAIL("Son adresse électronique", "Their e-mail address"),
    EMAIL_HINT(
            "Elle y recevra l’invitation, à accepter depuis son propre espace.",
            "The invitation goes there; they accept it from their own space."),
    EMAIL_WRONG(
            "Saisissez une adresse électronique, par exemple nom@exemple.fr.",
            "Enter an e-mail address, such as name@example.org."),
    SCOPE("Que pourra-t-elle faire ?", "What may they do?"),
    SCOPE_READ("Voir les documents", "See the documents"),
    SCOPE_ADD("Ajouter des documents", "Add documents"),
    SCOPE_MESSAGE(
            "Lire les messages et y répondre, en son propre nom", "Read messages and answer them, in their own name"),
    SCOPE_NEEDED("Choisissez au moins une chose.", "Choose at least one thing."),
    LENGTH("Pendant combien de temps ?", "For how long?"),
    LENGTH_HINT(
            "Vous pourrez prolonger ou arrêter à tout moment. Pour un enfant, l’aide s’arrête au plus tard à ses 18 ans.",
            "You can renew or end it at any time. For a child it ends at the age of 18 at the latest."),
    LENGTH_KEEP("Ne pas changer la date", "Leave the date as it is"),
    LENGTH_MONTH("1 mois", "1 month"),
    LENGTH_QUARTER("3 mois", "3 months"),
    LENGTH_HALF("6 mois", "6 months"),
    LENGTH_YEAR("1 an", "1 year"),
    LENGTH_NEEDED("Choisissez une durée.", "Choose for how long."),
    SEND("Envoyer l’invitation", "Send the invitation"),
    SENT(
            "L’invitation est envoyée. Rien n’est ouvert tant qu’elle n’est pas acceptée.",
            "The invitation is on its way. Nothing is open until it is accepted."),
    CHANGE_TITLE("Ce que {0} peut faire", "What {0} may do"),
    CHANGED("C’est enregistré. Cela vaut dès maintenant.", "Saved. It holds from now on."),
    MEANWHILE(
            "Quelqu’un d’autre vient de modifier cette aide. Rien n’a été enregistré : relisez, puis choisissez à nouveau.",
            "Somebody else has just changed this. Nothing was saved: read it again, then choose."),
    OVER_ALREADY("C’est déjà terminé.", "It is over already."),
    END_TITLE("Mettre fin à l’aide de {0} ?", "End the help of {0}?"),
    END_TEXT(
            "{0} perd l’accès tout de suite, même au milieu de ce qu’il ou elle fait. Ce qui a déjà été ajouté reste dans l’espace.",
            "{0} loses access at once, even in the middle of something. What was added stays in the space."),
    WITHDRAW_TITLE("Retirer l’invitation envoyée à {0} ?", "Withdraw the invitation sent to {0}?"),
    WITHDRAW_TEXT("Le code reçu ne fonctionnera plus.", "The code they received will not work any more."),
    ENDED(
            "C’est terminé : cette personne n’a plus accès à l’espace.",
            "It is over: this person has no access any more."),
    WITHDRAWN("L’invitation est retirée.", "The invitation is withdrawn."),
    DOOR_TITLE("Un proche vous demande de l’aide", "A relative asks for your help"),
    DOOR_LEAD(
            "Pour savoir de qui il s’agit et répondre, connectez-vous à votre propre espace santé.",
            "To see who it is and to answer, sign in to your own health space."),
    DOOR_NO_SPACE(
            "Vous n’avez pas encore activé votre espace ? Activez-le d’abord avec votre carte Vitale, puis revenez avec ce lien.",
            "Not activated your own space yet? Activate it first with your Vitale card, then come back with this link."),
    DOOR_LOGIN("Me connecter", "Sign in"),
    CODE_TITLE("Répondre à une invitation", "Answer an invitation"),
    CODE_LEAD(
            "Un proche vous a demandé de l’aider : le message que vous avez reçu contient un code.",
            "A relative has asked for your help: the message you received holds a code."),
    CODE("Code de l’invitation", "Code of the invitation"),
    CODE_HINT("12 signes, par exemple K7RM-4TXA-9QWP.", "12 signs, such as K7RM-4TXA-9QWP."),
    CODE_NEEDED("Saisissez le code reçu.", "Enter the code you received."),
    CODE_WRONG(
            "Ce code n’est pas celui d’une invitation. Vérifiez chaque signe.",
            "This is not the code of an invitation. Check every sign."),
    CODE_USED(
            "Cette invitation a déjà reçu une réponse : son code ne sert qu’une fois.",
            "This invitation was answered already: its code works once."),
    CODE_EXPIRED(
            "Cette invitation n’est plus valable. Demandez-en une nouvelle à votre proche.",
            "This invitation is no longer valid. Ask your relative for a new one."),
    CODE_WITHDRAWN(
            "Cette invitation a été retirée par la personne qui l’avait envoyée.",
            "This invitation was withdrawn by who had sent it."),
    CODE_ONESELF(
            "Cette invitation vient de votre propre espace : elle est pour quelqu’un d’autre.",
            "This invitation comes from your own space: it is for somebody else."),
    CODE_ALREADY("Vous pouvez déjà agir dans cet espace.", "You can act in this space already."),
    CODE_MINOR("Il faut être majeur pour aider un proche ici.", "One must be of age to help a relative here."),
    CODE_FULL("Vous aidez déjà cinq personnes : c’est le maximum.", "You help five people already: that is the most."),
    CODE_SLOW("Trop d’essais. Attendez un peu, puis recommencez.", "Too many attempts. Wait a little, then try again."),
    OFFER_TITLE("Aider {0} ?", "Help {0}?"),
    OFFER_LEAD(
            "{0} vous demande de l’aider à gérer son espace santé. Vous pourriez :",
            "{0} asks you to help with their health space. You could:"),
    OFFER_READ("voir ses documents", "see the documents"),
    OFFER_ADD("ajouter des documents", "add documents"),
    OFFER_AGENDA("gérer son agenda", "manage the agenda"),
    OFFER_MESSAGE("échanger des messages pour lui ou elle", "exchange messages for them"),
    OFFER_UNTIL("Jusqu’au {0}. Vous pourrez arrêter à tout moment.", "Until {0}. You can stop at any time."),
    OFFER_TRACED(
            "Tout ce que vous y ferez sera inscrit à votre nom, et {0} le verra.",
            "All you do there is recorded under your name, and {0} sees it."),
    ACCEPT("J’accepte", "I accept"),
    DECLINE("Je refuse", "I decline"),
    ACCEPTED(
            "Vous aidez maintenant cette personne : son espace est dans la liste.",
            "You now help this person: their space is in the list."),
    DECLINED("Vous avez refusé. Votre proche en est informé.", "You have declined. Your relative is told."),
    LEAVE_TITLE("Ne plus aider {0} ?", "Stop helping {0}?"),
    LEAVE_TEXT(
            "Vous n’aurez plus accès à son espace dès maintenant. Votre proche en est informé.",
            "You have no access to their space from now on. Your relative is told."),
    LEAVE("Ne plus aider", "Stop helping"),
    LEFT("C’est terminé : vous n’aidez plus cette personne.", "It is over: you no longer help this person.");

    private final String french;
    private final String english;

    CaregiverText(String french, String english) {
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
