package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Text;

/// The words of the activation.
public enum ActivationText implements Text {
    TITLE("Activer mon espace", "Activate my space"),
    LEAD(
            "Il faut environ cinq minutes, votre carte Vitale et le code provisoire reçu par courrier ou par e-mail.",
            "You need about five minutes, your Vitale card, and the provisional code received by post or e-mail."),
    STEP_CARD("Votre carte et votre code", "Your card and your code"),
    STEP_CONTACT("Vos moyens de contact", "How to reach you"),
    STEP_CONFIRM("Confirmer le contact", "Confirm the contact"),
    STEP_TERMS("Les conditions d’utilisation", "The terms of use"),
    STEP_CREDENTIALS("Identifiant et mot de passe", "Login and password"),
    INS("Numéro de sécurité sociale", "Social security number"),
    INS_HINT("15 caractères, en haut de votre carte Vitale", "15 characters, at the top of your Vitale card"),
    SERIAL(
            "Les 11 derniers chiffres du numéro de série de la carte Vitale",
            "The last 11 digits of the Vitale card’s serial number"),
    SERIAL_HINT(
            "Le numéro de série est écrit au dos de la carte, ou en bas",
            "The serial number is on the back of the card, or at the bottom"),
    CODE("Code provisoire", "Provisional code"),
    CODE_HINT("Reçu par courrier ou par e-mail, valable 6 semaines", "Received by post or e-mail, valid for 6 weeks"),
    NEEDS_INS(
            "Écrivez les 15 caractères du numéro de sécurité sociale.",
            "Enter the 15 characters of the social security number."),
    NEEDS_SERIAL(
            "Écrivez les 11 derniers chiffres du numéro de série.", "Enter the last 11 digits of the serial number."),
    NEEDS_CODE("Écrivez le code provisoire.", "Enter the provisional code."),
    WRONG(
            "Ces trois informations ne vont pas ensemble. Vérifiez le numéro, la carte et le code.",
            "These three pieces of information do not go together. Check the number, the card and the code."),
    MINOR(
            "Ce code est celui d’un enfant. Son espace s’active depuis le vôtre : connectez-vous, puis ouvrez « Mes proches », « Activer l’espace de mon enfant ». À partir de 13 ans, un parent peut y donner à l’enfant son propre accès.",
            "This is a child’s code. The space is activated from yours: sign in, then open “My relatives”, “Activate my child’s space”. From the age of 13 a parent can give the child an access of their own there."),
    EXPIRED(
            "Ce code n’est plus valable. Appelez le 3422 pour en recevoir un nouveau.",
            "This code is no longer valid. Call 3422 to receive a new one."),
    USED(
            "Ce code a déjà servi. Si votre espace est activé, connectez-vous.",
            "This code has been used. If your space is active, log in."),
    CONTACT_LEAD(
            "Bonjour {0}. Indiquez où vous prévenir et où envoyer vos codes de connexion.",
            "Hello {0}. Say where to reach you and where to send your login codes."),
    EMAIL("Adresse e-mail", "E-mail address"),
    EMAIL_HINT("Exemple : nom@exemple.fr", "Example: name@example.com"),
    PHONE("Téléphone mobile", "Mobile phone"),
    PHONE_HINT("Exemple : 06 12 34 56 78", "Example: 06 12 34 56 78"),
    CODES_BY("Recevoir mes codes de connexion", "Receive my login codes"),
    CODES_BY_EMAIL("Par e-mail", "By e-mail"),
    CODES_BY_SMS("Par SMS", "By text message"),
    WRONG_EMAIL(
            "Cette adresse e-mail n’est pas complète. Exemple : nom@exemple.fr",
            "This e-mail address is not complete. Example: name@example.com"),
    WRONG_PHONE(
            "Ce numéro de mobile n’est pas complet. Exemple : 06 12 34 56 78",
            "This mobile number is not complete. Example: 06 12 34 56 78"),
    NEEDS_EMAIL(
            "Écrivez une adresse e-mail pour y recevoir vos codes.", "Enter an e-mail address to receive your codes."),
    NEEDS_PHONE(
            "Écrivez un numéro de mobile pour y recevoir vos codes.", "Enter a mobile number to receive your codes."),
    NEEDS_CODES_BY("Choisissez comment recevoir vos codes.", "Choose how to receive your codes."),
    CONFIRM_LEAD("Un code à 6 chiffres vient d’être envoyé : {0}", "A 6-digit code has just been sent: {0}"),
    CONFIRM_CHANGE("Ce n’est pas la bonne adresse ? Corriger le contact", "Not the right address? Correct the contact"),
    TERMS_LEAD("Lisez ces points, puis acceptez-les pour continuer.", "Read these points, then accept them to go on."),
    TERMS_ONE(
            "Vos documents de santé sont conservés dans votre espace, chiffrés avec une clé qui lui est propre.",
            "Your health documents are kept in your space, encrypted with a key of its own."),
    TERMS_TWO(
            "Un professionnel ne les consulte qu’avec votre accord. Chaque accès est inscrit et vous en êtes prévenu.",
            "A professional reads them only with your agreement. Each access is recorded and you are told."),
    TERMS_THREE(
            "Vous pouvez masquer un document, bloquer un professionnel, retirer un accord et fermer votre espace à tout moment.",
            "You can hide a document, block a professional, withdraw an agreement and close your space at any time."),
    TERMS_FOUR(
            "L’espace ne remplace ni une consultation ni un appel d’urgence. En cas d’urgence, appelez le 15 ou le 112.",
            "The space replaces neither a consultation nor an emergency call. In an emergency call 15 or 112."),
    TERMS_ACCEPT("J’ai lu et j’accepte les conditions d’utilisation", "I have read and accept the terms of use"),
    TERMS_NEEDED(
            "Cochez la case pour accepter les conditions d’utilisation.", "Tick the box to accept the terms of use."),
    CHOOSE_LOGIN("Choisissez un identifiant", "Choose a login"),
    CHOOSE_LOGIN_HINT(
            "6 caractères au moins. Ce peut être votre adresse e-mail.",
            "At least 6 characters. It can be your e-mail address."),
    CHOOSE_PASSWORD("Choisissez un mot de passe", "Choose a password"),
    CHOOSE_PASSWORD_HINT(
            "9 caractères au moins, avec une minuscule, une majuscule, un chiffre et un autre signe",
            "At least 9 characters, with a small letter, a capital, a digit and another sign"),
    REPEAT_PASSWORD("Écrivez-le une seconde fois", "Type it again"),
    REPEAT_DIFFERS("Les deux mots de passe ne sont pas les mêmes.", "The two passwords are not the same."),
    LOGIN_MALFORMED(
            "L’identifiant doit avoir au moins 6 caractères : lettres, chiffres, point, tiret ou arobase.",
            "The login must have at least 6 characters: letters, digits, dot, dash or at sign."),
    LOGIN_TAKEN("Cet identifiant est déjà pris. Choisissez-en un autre.", "This login is taken. Choose another."),
    PASSWORD_WEAK(
            "Ce mot de passe est trop simple : 9 caractères au moins, avec une minuscule, une majuscule, un chiffre et un autre signe, sans l’identifiant.",
            "This password is too simple: at least 9 characters, with a small letter, a capital, a digit and another sign, without the login."),
    FINISH("Activer mon espace", "Activate my space"),
    OVER(
            "Cette activation a pris trop de temps. Recommencez : votre code provisoire est toujours valable.",
            "This activation took too long. Start again: your provisional code is still valid."),
    DONE("Votre espace est activé. Bienvenue !", "Your space is active. Welcome!"),
    NO_CODE("Pas de code, ou un code expiré ?", "No code, or an expired one?"),
    NEW_CODE("Demander un nouveau code provisoire", "Ask for a new provisional code"),
    NEW_CODE_LEAD(
            "Le nouveau code part à l’adresse e-mail ou postale connue de votre caisse.",
            "The new code goes to the e-mail or postal address your health insurance fund knows."),
    NEW_CODE_SEND("Recevoir un nouveau code", "Receive a new code"),
    NEW_CODE_SENT(
            "Si ces informations vont ensemble, un nouveau code est parti. L’ancien ne sert plus.",
            "If this information goes together, a new code is on its way. The old one no longer works.");

    private final String french;
    private final String english;

    ActivationText(String french, String english) {
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
