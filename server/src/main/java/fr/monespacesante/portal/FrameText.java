package fr.monespacesante.portal;

/// The words around every page.
public enum FrameText implements Text {
    SERVICE("Mon espace santé", "Mon espace santé"),
    TAGLINE("Votre santé, au même endroit, sous votre contrôle", "Your health in one place, in your hands"),
    SERVICE_HOME("Accueil – Mon espace santé", "Home – Mon espace santé"),
    TITLE_ERROR("Erreur :", "Error:"),
    SKIP("Accès rapide", "Skip to"),
    SKIP_CONTENT("Contenu", "Content"),
    SKIP_MENU("Menu", "Menu"),
    SKIP_FOOTER("Pied de page", "Footer"),
    PEOPLE("Personnes", "People"),
    PEOPLE_NOW("Vous consultez l’espace de", "You are in the space of"),
    PEOPLE_TO("Passer à {0}", "Go to {0}"),
    PEOPLE_BACK("Revenir à mon espace", "Back to my space"),
    EXPIRY_TITLE("Êtes-vous toujours là ?", "Are you still there?"),
    EXPIRY_TEXT(
            "Pour protéger vos données, la session va se terminer faute d’activité. Ce que vous avez écrit sur cette page sera "
                    + "gardé si vous restez connecté.",
            "To protect your data, the session is about to end because nothing was done. What you typed on this page is kept "
                    + "if you stay logged in."),
    EXPIRY_LEFT("Temps restant, en minutes :", "Time left, in minutes:"),
    EXPIRY_STAY("Rester connecté", "Stay logged in"),
    EXPIRY_OVER(
            "La session est terminée. Ce que vous avez écrit est encore sur cette page : copiez-le avant de vous reconnecter.",
            "The session is over. What you typed is still on this page: copy it before you log in again."),
    EXPIRY_CLOSE("Revenir à la page", "Back to the page"),
    MENU("Menu", "Menu"),
    MENU_CLOSE("Fermer", "Close"),
    NAVIGATION("Menu principal", "Main menu"),
    NAVIGATION_HOME("Accueil", "Home"),
    NAVIGATION_DOCUMENTS("Documents", "Documents"),
    NAVIGATION_MESSAGES("Messages", "Messages"),
    NAVIGATION_ADD("Ajouter un document", "Add a document"),
    NAVIGATION_HISTORY("Historique des accès", "Access history"),
    NAVIGATION_NOTIFICATIONS("Notifications", "Notifications"),
    NAVIGATION_SETTINGS("Paramètres", "Settings"),
    NAVIGATION_PATIENTS("Mes patients", "My patients"),
    NAVIGATION_ACTIVITY("Mon activité", "My activity"),
    NAVIGATION_SUPPORT("Assistance 3422", "Support 3422"),
    NAVIGATION_ARCHIVES("Espaces fermés", "Closed spaces"),
    NAVIGATION_ASSISTED("Accompagnement", "Assistance"),
    NAVIGATION_SUPERVISION("Supervision", "Supervision"),
    NAVIGATION_CAMPAIGNS("Campagnes", "Campaigns"),
    PRO_TAGLINE("Espace professionnel", "Professionals’ area"),
    AGENT_TAGLINE("Espace des agents", "Agents’ area"),
    PLACE_CHANGE("Changer de lieu d’exercice", "Change place of work"),
    PRO_SIGN_IN("Vous êtes professionnel de santé ?", "Are you a health professional?"),
    UNREAD("{0} non lue|{0} non lues", "{0} unread|{0} unread"),
    UNREAD_EXCHANGES("{0} non lu|{0} non lus", "{0} unread|{0} unread"),
    LOG_IN("Se connecter", "Log in"),
    LOG_OUT("Se déconnecter", "Log out"),
    ACTIVATE("Activer mon espace", "Activate my space"),
    OTHER_LANGUAGE("English", "Français"),
    OTHER_LANGUAGE_TITLE("English – view this page in English", "Français – voir cette page en français"),
    TRAIL("vous êtes ici :", "you are here:"),
    TRAIL_SHOW("Voir le fil d’Ariane", "Show the breadcrumb"),
    TRAIL_HOME("Accueil", "Home"),
    FOOTER_WORDS(
            "Mon espace santé rassemble vos documents de santé. Vous seul décidez de qui y accède.",
            "Mon espace santé brings your health documents together. You alone decide who sees them."),
    FOOTER_HELP(
            "Une question ? Appelez le 3422 (service gratuit + prix d’un appel)",
            "A question? Call 3422 (free service + price of a call)"),
    FOOTER_ACCESSIBILITY("Accessibilité : partiellement conforme", "Accessibility: partially compliant"),
    FOOTER_DATA("Données personnelles", "Personal data"),
    FOOTER_CONTACT("Aide : 3422", "Help: 3422"),
    FOOTER_LICENCE("Logiciel libre, sous licence EUPL 1.2", "Open-source software, under the EUPL 1.2 licence"),
    NOTICE_SUCCESS("C’est fait", "Done"),
    NOTICE_INFORMATION("Information", "Information"),
    NOTICE_WARNING("Attention", "Please note"),
    NOTICE_ERROR("Erreur", "Error"),
    ERRORS_HEADING("{0} point à corriger|{0} points à corriger", "{0} thing to correct|{0} things to correct"),
    REQUIRED(
            "Tous les champs sont obligatoires, sauf ceux marqués « facultatif ».",
            "All fields are required unless marked “optional”."),
    OPTIONAL("(facultatif)", "(optional)"),
    PASSWORD_SHOW("Afficher", "Show"),
    CHOOSE("Choisir dans la liste", "Choose from the list"),
    DAY("Jour", "Day"),
    DAY_HINT("Exemple : 14", "Example: 14"),
    MONTH("Mois", "Month"),
    MONTH_HINT("Exemple : 12", "Example: 12"),
    YEAR("Année", "Year"),
    YEAR_HINT("Exemple : 1984", "Example: 1984"),
    YEAR_HINT_COMING("Exemple : 2027", "Example: 2027"),
    PAGINATION("Pages de la liste", "Pages of the list"),
    PAGE_PREVIOUS("Page précédente", "Previous page"),
    PAGE_NEXT("Page suivante", "Next page"),
    STEP("Étape {0} sur {1}", "Step {0} of {1}"),
    STEP_NEXT("Étape suivante :", "Next step:"),
    BACK("Retour", "Back"),
    CANCEL("Annuler", "Cancel"),
    CONTINUE("Continuer", "Continue"),
    SAVE("Enregistrer", "Save"),
    ERROR_NOT_FOUND("Page introuvable", "Page not found"),
    ERROR_NOT_FOUND_WHAT(
            "La page que vous cherchez n’existe pas, ou n’existe plus.",
            "The page you are looking for does not exist, or no longer exists."),
    ERROR_NOT_FOUND_NEXT(
            "Vérifiez l’adresse, ou revenez à l’accueil.", "Check the address, or go back to the home page."),
    ERROR_FORBIDDEN("Cette page ne s’ouvre pas", "This page cannot be opened"),
    ERROR_FORBIDDEN_WHAT(
            "Votre session a peut-être pris fin, ou le formulaire est resté ouvert trop longtemps.",
            "Your session may have ended, or the form was left open too long."),
    ERROR_FORBIDDEN_NEXT(
            "Revenez à l’accueil, connectez-vous, puis recommencez. Rien n’a été modifié.",
            "Go back to the home page, log in and try again. Nothing was changed."),
    ERROR_TOO_LARGE("Ce fichier est trop lourd", "This file is too large"),
    ERROR_TOO_LARGE_WHAT(
            "Un document ajouté ici ne peut pas dépasser 5 Mo.", "A document added here cannot exceed 5 MB."),
    ERROR_TOO_LARGE_NEXT(
            "Réduisez la taille du fichier ou des photos, puis recommencez. Rien n’a été enregistré.",
            "Reduce the size of the file or photos and try again. Nothing was saved."),
    ERROR_BUSY("Le service est momentanément indisponible", "The service is briefly unavailable"),
    ERROR_BUSY_WHAT(
            "Trop de demandes arrivent en même temps, ou une opération de maintenance est en cours.",
            "Too many requests at once, or maintenance under way."),
    ERROR_BUSY_NEXT(
            "Réessayez dans quelques minutes. Vos documents ne risquent rien.",
            "Try again in a few minutes. Your documents are safe."),
    ERROR_REQUEST("Cette demande n’a pas été comprise", "This request was not understood"),
    ERROR_REQUEST_WHAT(
            "Votre navigateur a envoyé une demande incomplète ou inattendue.",
            "Your browser sent an incomplete or unexpected request."),
    ERROR_REQUEST_NEXT(
            "Revenez à l’accueil et recommencez. Rien n’a été modifié.",
            "Go back to the home page and start again. Nothing was changed."),
    ERROR_OTHER_PERSON("Vous avez changé de personne", "You have changed to another person"),
    ERROR_OTHER_PERSON_WHAT(
            "Cette page avait été ouverte pour une autre personne que celle dont l’espace est affiché maintenant. Rien n’a été enregistré.",
            "This page was opened for another person than the one whose space is shown now. Nothing was recorded."),
    ERROR_OTHER_PERSON_NEXT(
            "Vérifiez le nom affiché en haut de la page, choisissez la bonne personne, puis recommencez.",
            "Check the name at the top of the page, choose the right person, then start again."),
    ERROR_FAILED("Une erreur est survenue de notre côté", "Something went wrong on our side"),
    ERROR_FAILED_WHAT("Nous n’avons pas pu terminer ce que vous demandiez.", "We could not finish what you asked for."),
    ERROR_FAILED_NEXT(
            "Réessayez dans quelques minutes. Si le problème continue, appelez le 3422.",
            "Try again in a few minutes. If it goes on, call 3422."),
    ERROR_HOME("Revenir à l’accueil", "Back to the home page"),
    ERROR_CODE("Erreur {0}", "Error {0}");

    private final String french;
    private final String english;

    FrameText(String french, String english) {
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
