package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Text;

/// The words of the login.
public enum LoginText implements Text {
    LOGIN_TITLE("Se connecter", "Log in"),
    LOGIN_LOGIN("Identifiant", "Login"),
    LOGIN_LOGIN_HINT("Celui que vous avez choisi à l’activation", "The one you chose when activating"),
    LOGIN_PASSWORD("Mot de passe", "Password"),
    LOGIN_NEXT("Continuer", "Continue"),
    LOGIN_NOT_YET("Pas encore de mot de passe ?", "No password yet?"),
    LOGIN_ACTIVATE("Activer mon espace", "Activate my space"),
    LOGIN_NEEDS_LOGIN("Écrivez votre identifiant.", "Enter your login."),
    LOGIN_NEEDS_PASSWORD("Écrivez votre mot de passe.", "Enter your password."),
    LOGIN_WRONG(
            "L’identifiant ou le mot de passe n’est pas le bon. Vérifiez les majuscules, puis recommencez.",
            "The login or the password is not right. Check capital letters and try again."),
    LOGIN_SLOW("Trop d’essais. Attendez {0}, puis recommencez.", "Too many attempts. Wait {0} and try again."),
    SECONDS("{0} seconde|{0} secondes", "{0} second|{0} seconds"),
    MINUTES("{0} minute|{0} minutes", "{0} minute|{0} minutes"),
    LOGIN_BYE("Vous êtes déconnecté.", "You are logged out."),
    CODE_TITLE("Votre code à usage unique", "Your one-time code"),
    CODE_SENT_EMAIL(
            "Un code à 6 chiffres vient d’être envoyé à l’adresse {0}.", "A 6-digit code has just been sent to {0}."),
    CODE_SENT_SMS(
            "Un code à 6 chiffres vient d’être envoyé au numéro qui se termine par {0}.",
            "A 6-digit code has just been sent to the number ending in {0}."),
    CODE_LABEL("Code reçu", "Code received"),
    CODE_HINT("6 chiffres, valables 10 minutes", "6 digits, valid for 10 minutes"),
    CODE_ENTER("Entrer dans mon espace", "Enter my space"),
    CODE_AGAIN("Recevoir un autre code", "Get another code"),
    CODE_AGAIN_WHY(
            "Le code n’arrive pas ? Regardez dans les courriers indésirables, ou demandez-en un autre.",
            "The code does not arrive? Look in your junk mail, or ask for another."),
    CODE_SENT_AGAIN(
            "Un nouveau code est parti. L’ancien ne sert plus.",
            "A new code is on its way. The old one no longer works."),
    CODE_NEEDED("Écrivez le code reçu.", "Enter the code you received."),
    CODE_WRONG("Ce code n’est pas le bon. Vérifiez les 6 chiffres.", "This code is not right. Check the 6 digits."),
    CODE_EXPIRED("Ce code n’est plus valable. Demandez-en un autre.", "This code is no longer valid. Ask for another."),
    CODE_USED("Ce code a déjà servi. Demandez-en un autre.", "This code has been used. Ask for another.");

    private final String french;
    private final String english;

    LoginText(String french, String english) {
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
