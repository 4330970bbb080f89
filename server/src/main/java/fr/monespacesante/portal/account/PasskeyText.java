package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Text;

/// The words of passkeys, and of showing again that it is oneself.
public enum PasskeyText implements Text {
    PASSKEYS("Clés d’accès", "Passkeys"),
    PASSKEYS_TEXT(
            "Une clé d’accès remplace le code à usage unique : vous confirmez avec votre doigt, votre visage ou le code de "
                    + "votre appareil. Vous pouvez en avoir plusieurs.",
            "A passkey replaces the one-time code: you confirm with your finger, your face or your device’s code. You may "
                    + "have several."),
    ADD("Ajouter une clé d’accès", "Add a passkey"),
    CREATED_USED("Créée le {0}, utilisée le {1}", "Created on {0}, used on {1}"),
    CREATED_UNUSED("Créée le {0}, jamais utilisée", "Created on {0}, never used"),
    REMOVE("Retirer", "Remove"),
    REMOVE_ONE("Retirer la clé d’accès {0}", "Remove the passkey {0}"),
    REMOVED(
            "La clé d’accès est retirée. Elle n’ouvre plus votre espace.",
            "The passkey is removed. It no longer opens your space."),
    ADDED(
            "La clé d’accès est ajoutée. Elle remplacera le code à la prochaine connexion.",
            "The passkey is added. It will replace the code at the next login."),
    ADD_LEAD(
            "Votre navigateur va vous demander de confirmer avec votre doigt, votre visage ou le code de votre appareil. "
                    + "Rien de cela ne nous est envoyé.",
            "Your browser will ask you to confirm with your finger, your face or your device’s code. None of that is sent "
                    + "to us."),
    NAME("Nom de la clé", "Name of the passkey"),
    NAME_HINT(
            "Pour la reconnaître plus tard, par exemple « Mon téléphone »",
            "To recognise it later, for example “My phone”"),
    NAME_NEEDED("Donnez un nom à la clé (60 caractères au plus).", "Give the passkey a name (60 characters at most)."),
    TOO_MANY(
            "Vous avez déjà dix clés d’accès. Retirez-en une pour en ajouter.",
            "You already have ten passkeys. Remove one to add another."),
    CREATE("Créer la clé d’accès", "Create the passkey"),
    NOT_HERE(
            "Ce navigateur ne peut pas créer de clé d’accès ici. Vous pouvez continuer à vous connecter avec un code à usage "
                    + "unique.",
            "This browser cannot create a passkey here. You can go on logging in with a one-time code."),
    NOT_MADE("La clé d’accès n’a pas été créée. Recommencez.", "The passkey was not created. Try again."),
    USE("Utiliser ma clé d’accès", "Use my passkey"),
    USE_ALONE("Se connecter avec une clé d’accès", "Log in with a passkey"),
    USE_HINT("Ni identifiant, ni mot de passe, ni code.", "No login, no password, no code."),
    NOT_USED(
            "La clé d’accès n’a pas pu être utilisée. Recommencez, ou connectez-vous autrement.",
            "The passkey could not be used. Try again, or log in another way."),
    WRONG(
            "Cette clé d’accès n’ouvre pas d’espace. Elle a peut-être été retirée. Connectez-vous autrement.",
            "This passkey opens no space. It may have been removed. Log in another way."),
    STEP_TITLE("Confirmer votre connexion", "Confirm your login"),
    STEP_LEAD(
            "Utilisez votre clé d’accès, ou recevez un code à usage unique.",
            "Use your passkey, or get a one-time code."),
    STEP_CODE("Recevoir un code", "Get a code"),
    PROOF_TITLE("Confirmer que c’est bien vous", "Confirm that it is you"),
    PROOF_LEAD(
            "Avant de changer une façon de vous connecter, nous vous envoyons un code à usage unique.",
            "Before a way of logging in is changed, we send you a one-time code."),
    PROOF_SEND("Recevoir le code", "Get the code"),
    PROOF_CONFIRM("Confirmer", "Confirm");

    private final String french;
    private final String english;

    PasskeyText(String french, String english) {
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
