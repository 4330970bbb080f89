package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Text;

/// The words of the settings.
public enum SettingsText implements Text {
    SETTINGS("Paramètres", "Settings"),
    DATA("Mes données", "My data"),
    DATA_TEXT(
            "Télécharger tout ce que contient mon espace, ou en faire effacer une partie",
            "Download all that my space holds, or have a part of it erased"),
    ACCESS("Qui peut accéder à mon espace", "Who may access my space"),
    ACCESS_TEXT(
            "Accords donnés aux professionnels, professionnels bloqués",
            "Agreements given to professionals, blocked professionals"),
    NOTIFICATIONS("Comment être prévenu", "How to be told"),
    NOTIFICATIONS_TEXT(
            "E-mails, notifications sur vos appareils, résumé quotidien",
            "E-mails, notifications on your devices, daily summary"),
    SECURITY("Connexion et sécurité", "Login and security"),
    SECURITY_TEXT(
            "Mot de passe, moyens de contact, appareils connectés", "Password, contact details, connected devices"),
    CAREGIVERS("Les aidants", "Caregivers"),
    CAREGIVERS_TEXT("Demander à un proche de vous aider, ou y mettre fin.", "Ask a relative to help you, or end it."),
    PEOPLE("Mes proches", "My relatives"),
    PEOPLE_TEXT(
            "L’espace de vos enfants et des proches que vous aidez.",
            "The spaces of your children and of those you help."),
    CLOSING("Fermer l’espace santé", "Close the health space"),
    CLOSING_TEXT("Archiver ou effacer ses données, revenir plus tard", "Archive or erase its data, come back later"),
    LANGUAGE("Langue des pages", "Language of the pages"),
    LANGUAGE_FRENCH("Français", "Français"),
    LANGUAGE_ENGLISH("English", "English"),
    LANGUAGE_NOW("(langue actuelle)", "(current language)"),
    PASSWORD("Mot de passe", "Password"),
    PASSWORD_CHANGE("Changer de mot de passe", "Change password"),
    PASSWORD_CURRENT("Mot de passe actuel", "Current password"),
    PASSWORD_NEXT("Nouveau mot de passe", "New password"),
    PASSWORD_WRONG("Ce n’est pas votre mot de passe actuel.", "This is not your current password."),
    PASSWORD_CHANGED(
            "Votre mot de passe est changé. Vos autres appareils sont déconnectés.",
            "Your password is changed. Your other devices are logged out."),
    PASSWORD_TEXT("Changez-le si vous pensez que quelqu’un le connaît.", "Change it if you think someone knows it."),
    CONTACT("Moyens de contact", "Contact details"),
    CONTACT_EMAIL("E-mail : {0}", "E-mail: {0}"),
    CONTACT_PHONE("Mobile : {0}", "Mobile: {0}"),
    CONTACT_NONE("aucun", "none"),
    CONTACT_CODES_EMAIL("Vos codes de connexion arrivent par e-mail.", "Your login codes come by e-mail."),
    CONTACT_CODES_SMS("Vos codes de connexion arrivent par SMS.", "Your login codes come by text message."),
    CONTACT_CHANGE("Changer mes moyens de contact", "Change my contact details"),
    CONTACT_LEAD(
            "Un code sera envoyé au nouveau contact pour vérifier qu’il est bien à vous.",
            "A code will be sent to the new contact to check that it is yours."),
    CONTACT_CONFIRM("Confirmer le nouveau contact", "Confirm the new contact"),
    CONTACT_CHANGED(
            "Vos moyens de contact sont changés. L’ancien contact en est prévenu.",
            "Your contact details are changed. The old contact has been told."),
    SESSIONS("Appareils connectés", "Connected devices"),
    SESSIONS_TEXT(
            "Si vous ne reconnaissez pas un appareil, déconnectez-le et changez de mot de passe.",
            "If you do not recognise a device, log it out and change your password."),
    SESSION_CURRENT("Cet appareil", "This device"),
    SESSION_SINCE("Connecté le {0}, vu le {1}", "Logged in on {0}, seen on {1}"),
    SESSION_END("Déconnecter", "Log out"),
    SESSION_END_OF("Déconnecter l’appareil {0}", "Log out the device {0}"),
    SESSION_ENDED("L’appareil est déconnecté.", "The device is logged out."),
    SESSIONS_END_OTHERS("Déconnecter tous les autres appareils", "Log out all other devices"),
    SESSIONS_ENDED("Tous les autres appareils sont déconnectés.", "All other devices are logged out."),
    ASSISTED("Accompagné par {0}", "Assisted by {0}"),
    DEVICE("{0} sur {1}", "{0} on {1}"),
    BROWSER("Navigateur", "Browser"),
    UNKNOWN_DEVICE("appareil inconnu", "unknown device");

    private final String french;
    private final String english;

    SettingsText(String french, String english) {
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
