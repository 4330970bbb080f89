package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Text;

/// The words of FranceConnect.
public enum FranceConnectText implements Text {
    BUTTON_LOGIN("S’identifier avec", "Log in with"),
    WITH_WHAT(
            "FranceConnect est la solution de l’État pour se connecter sans nouveau mot de passe. Avec FranceConnect+, aucun "
                    + "code n’est demandé.",
            "FranceConnect is the State’s way of logging in without a new password. With FranceConnect+, no code is asked."),
    AWAY(
            "FranceConnect ne répond pas. Connectez-vous avec votre identifiant, ou réessayez plus tard.",
            "FranceConnect does not answer. Log in with your login, or try again later."),
    FAILED(
            "La connexion avec FranceConnect n’a pas abouti. Recommencez.",
            "Logging in with FranceConnect did not work. Try again."),
    LINK_TITLE("Relier FranceConnect à votre espace", "Link FranceConnect to your space"),
    LINK_LEAD(
            "FranceConnect a confirmé votre identité. Pour la première fois, entrez aussi l’identifiant et le mot de passe de "
                    + "votre espace. Ensuite, FranceConnect suffira.",
            "FranceConnect has confirmed who you are. This first time, also enter the login and password of your space. After "
                    + "that, FranceConnect will do."),
    LINK_BUTTON("Relier et continuer", "Link and continue"),
    LINK_NOT_YET("Votre espace n’est pas encore activé ?", "Your space is not activated yet?"),
    LINK_ACTIVATE(
            "Activer mon espace : FranceConnect y sera relié à la fin.",
            "Activate my space: FranceConnect will be linked at the end."),
    LINK_FORGOTTEN("Identifiant ou mot de passe oublié ?", "Forgotten your login or password?"),
    LINK_RECOVER("Les retrouver avec FranceConnect", "Recover them with FranceConnect"),
    OTHER_TITLE("Ce n’est pas la même identité", "This is not the same identity"),
    OTHER_LEAD(
            "L’identité donnée par FranceConnect n’est pas exactement celle de cet espace : nom de naissance, prénoms, date de "
                    + "naissance, sexe et lieu de naissance doivent être les mêmes. Rien n’a été relié.",
            "The identity given by FranceConnect is not exactly the one of this space: birth name, given names, date of birth, "
                    + "sex and place of birth must be the same. Nothing was linked."),
    OTHER_SOMEONE(
            "Êtes-vous bien la personne connectée à FranceConnect ? Sur un ordinateur partagé, quelqu’un d’autre l’est "
                    + "peut-être encore.",
            "Are you the person logged in to FranceConnect? On a shared computer, someone else may still be."),
    OTHER_WRONG(
            "Si votre état civil est mal enregistré, faites-le corriger : par votre caisse d’assurance maladie pour votre "
                    + "espace, sur le site de l’Insee pour FranceConnect.",
            "If your civil status is recorded wrongly, have it corrected: by your health insurance for your space, on Insee’s "
                    + "site for FranceConnect."),
    OTHER_HELP(
            "Besoin d’aide ? Appelez le 3422. En attendant, votre identifiant et votre mot de passe fonctionnent comme avant.",
            "Need help? Call 3422. Meanwhile your login and password work as before."),
    OTHER_BACK("Revenir à la connexion", "Back to the login"),
    SETTINGS_TITLE("FranceConnect", "FranceConnect"),
    SETTINGS_TEXT(
            "Entrez dans votre espace avec le compte de votre choix (impots.gouv.fr, Ameli, La Poste…).",
            "Enter your space with the account of your choice (impots.gouv.fr, Ameli, La Poste…)."),
    SETTINGS_LINKED("{0} : relié à votre espace", "{0}: linked to your space"),
    SETTINGS_ADD("Relier FranceConnect", "Link FranceConnect"),
    SETTINGS_LEAD(
            "Vous allez vous connecter à FranceConnect, puis revenir ici. L’identité doit être la vôtre.",
            "You will log in to FranceConnect, then come back here. The identity must be yours."),
    SETTINGS_REMOVE("Ne plus relier", "Unlink"),
    SETTINGS_REMOVE_ONE("Ne plus relier {0}", "Unlink {0}"),
    LINKED("FranceConnect est relié à votre espace.", "FranceConnect is linked to your space."),
    UNLINKED(
            "FranceConnect n’est plus relié. Votre identifiant et votre mot de passe fonctionnent comme avant.",
            "FranceConnect is no longer linked. Your login and password work as before."),
    FORGOTTEN("Identifiant ou mot de passe oublié", "Forgotten login or password"),
    FORGOTTEN_LINK("Identifiant ou mot de passe oublié ?", "Forgotten your login or password?"),
    FORGOTTEN_FC("Avec FranceConnect", "With FranceConnect"),
    FORGOTTEN_FC_TEXT(
            "Le plus rapide : FranceConnect confirme votre identité, puis vous choisissez un nouveau mot de passe.",
            "The quickest way: FranceConnect confirms who you are, then you choose a new password."),
    FORGOTTEN_CARD("Avec votre carte Vitale", "With your Vitale card"),
    FORGOTTEN_CARD_TEXT(
            "Un code est envoyé à l’adresse ou au numéro que vous nous avez donné.",
            "A code is sent to the address or number that you gave us."),
    FORGOTTEN_SEND("Recevoir un code", "Get a code"),
    FORGOTTEN_NEITHER(
            "Vous n’avez plus accès à cette adresse ni à ce numéro, et pas de FranceConnect ? Appelez le 3422.",
            "You can no longer reach that address or number, and have no FranceConnect? Call 3422."),
    SENT_TITLE("Regardez vos messages", "Look at your messages"),
    SENT_LEAD(
            "Si ces numéros sont ceux d’un espace activé, un code à 6 chiffres vient de partir, par e-mail ou par SMS. Il est "
                    + "valable 10 minutes.",
            "If these numbers are those of an activated space, a 6-digit code has just left, by e-mail or text message. It is "
                    + "valid for 10 minutes."),
    SENT_NOTHING(
            "Rien n’arrive ? Vérifiez les numéros et recommencez, ou appelez le 3422.",
            "Nothing comes? Check the numbers and start again, or call 3422."),
    SENT_AGAIN("Recommencer", "Start again"),
    NUMBER_TITLE("Votre numéro de sécurité sociale", "Your social security number"),
    NUMBER_LEAD(
            "FranceConnect a confirmé votre identité, mais n’est pas encore relié à un espace. Écrivez votre numéro pour "
                    + "retrouver le vôtre.",
            "FranceConnect has confirmed who you are, but is not linked to a space yet. Enter your number to find yours."),
    NUMBER_WRONG(
            "Nous ne pouvons pas retrouver un espace activé avec ce numéro et l’identité donnée par FranceConnect. Vérifiez le "
                    + "numéro. S’il est juste, appelez le 3422 : votre état civil est peut-être enregistré autrement.",
            "We cannot find an activated space with this number and the identity given by FranceConnect. Check the number. If "
                    + "it is right, call 3422: your civil status may be recorded differently."),
    NEW_TITLE("Choisir un nouveau mot de passe", "Choose a new password"),
    NEW_LOGIN("Nouvel identifiant", "New login"),
    NEW_LOGIN_HINT(
            "Laissez vide pour garder le vôtre, si vous vous en souvenez.",
            "Leave empty to keep yours, if you remember it."),
    NEW_SAVE("Enregistrer", "Save"),
    NEW_DONE(
            "C’est enregistré. Vos autres appareils sont déconnectés. Connectez-vous.",
            "Saved. Your other devices are logged out. Log in."),
    NEW_OVER("Le temps est passé. Recommencez.", "Time is up. Start again.");

    private final String french;
    private final String english;

    FranceConnectText(String french, String english) {
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
