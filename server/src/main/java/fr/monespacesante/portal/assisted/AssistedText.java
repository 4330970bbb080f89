package fr.monespacesante.portal.assisted;

import fr.monespacesante.portal.Text;

/// The words of assisted sessions.
public enum AssistedText implements Text {
    TITLE("Accompagner une personne", "Assist a person"),
    TILE("Ouvrir un espace avec la personne à côté de vous", "Open a space with the person beside you"),
    LEAD(
            "La personne est avec vous. Elle reçoit un code sur son téléphone ou dans sa boîte e-mail et vous le dit. La session dure 30 minutes au plus.",
            "The person is with you. They receive a code on their phone or in their mailbox and tell it to you. The session lasts 30 minutes at most."),
    TRACED(
            "Tout ce que vous faites ensemble est inscrit dans l’historique de la personne, avec son nom et le vôtre.",
            "Everything you do together is written in the person’s history, under their name and yours."),
    NOT_ACTIVE(
            "L’espace n’est pas encore activé ? Aidez la personne à l’activer avec sa carte Vitale et son code provisoire :",
            "The space is not active yet? Help the person activate it with the Vitale card and the provisional code:"),
    ACTIVATE("Activer un espace", "Activate a space"),
    INS("Numéro de sécurité sociale de la personne", "The person’s social security number"),
    INS_HINT("15 caractères, en haut de sa carte Vitale", "15 characters, at the top of the Vitale card"),
    PLACE("Lieu où vous êtes", "Where you are"),
    PLACE_HINT(
            "La personne le verra. Exemple : France services de Bagatelle",
            "The person will see it. Example: France services de Bagatelle"),
    PRESENT("La personne est à côté de moi et me demande de l’aider", "The person is beside me and asks me to help"),
    SEND("Envoyer le code à la personne", "Send the code to the person"),
    NEEDS_INS("Écrivez le numéro de sécurité sociale.", "Enter the social security number."),
    NEEDS_PLACE(
            "Écrivez le lieu où vous êtes, en 80 caractères au plus.",
            "Enter where you are, in at most 80 characters."),
    NEEDS_PRESENT("Cochez la case si la personne est avec vous.", "Tick the box if the person is with you."),
    SLOW(
            "Trop de demandes. Attendez {0} minute.|Trop de demandes. Attendez {0} minutes.",
            "Too many requests. Wait {0} minute.|Too many requests. Wait {0} minutes."),
    CODE_TITLE("Le code de la personne", "The person’s code"),
    CODE_LEAD(
            "Si cette personne a un espace activé, un code vient de lui être envoyé, là où elle reçoit ses codes. Écrivez celui qu’elle vous dit.",
            "If this person has an active space, a code has just been sent to where they receive their codes. Enter the one they tell you."),
    CODE("Code dit par la personne", "Code told by the person"),
    CODE_NEEDED("Écrivez les 6 chiffres du code.", "Enter the 6 digits of the code."),
    ENTER("Ouvrir l’espace ensemble", "Open the space together"),
    NO_CODE(
            "Aucun code n’arrive ? Le contact connu n’est peut-être plus le bon : appelez le 3422 avec la personne.",
            "No code arrives? The known contact may be out of date: call 3422 together with the person."),
    AGAIN("Recommencer", "Start again"),
    BANNER("Session accompagnée par {0}, jusqu’à {1}", "Session assisted by {0}, until {1}"),
    END("Terminer la session", "End the session"),
    OVER_TITLE("La session accompagnée est terminée", "The assisted session is over"),
    OVER_LEAD(
            "L’espace est refermé sur cet ordinateur. Reprenez les documents imprimés et la carte Vitale.",
            "The space is closed on this computer. Take back printed documents and the Vitale card."),
    NOT_TOGETHER("Cela ne se fait pas en session accompagnée", "This is not done in an assisted session"),
    NOT_TOGETHER_TEXT(
            "L’identifiant, le mot de passe, les contacts, les aidants, le téléchargement complet, l’effacement et la fermeture ne se changent que par la personne seule, dans sa propre session.",
            "Login, password, contacts, caregivers, the full download, erasure and closing are only changed by the person alone, in a session of their own."),
    BACK("Revenir à l’espace", "Back to the space");

    private final String french;
    private final String english;

    AssistedText(String french, String english) {
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
