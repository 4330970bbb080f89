package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Text;

/// The words of the pages inside the space.
public enum SpaceText implements Text {
    HOME_TITLE("Accueil", "Home"),
    HELLO("Bonjour {0}", "Hello {0}"),
    NEW("Quoi de neuf", "What is new"),
    NEW_NOTICES(
            "{0} notification non lue|{0} notifications non lues", "{0} unread notification|{0} unread notifications"),
    NEW_NONE("Rien de nouveau depuis votre dernière visite.", "Nothing new since your last visit."),
    NEW_SEE("Voir les notifications", "See notifications"),
    LATEST("Derniers documents", "Latest documents"),
    LATEST_ALL("Voir tous les documents ({0})", "See all documents ({0})"),
    LATEST_NONE_TITLE("Votre espace est prêt", "Your space is ready"),
    LATEST_NONE_TEXT(
            "Il ne contient pas encore de document. Ajoutez une ordonnance ou un résultat que vous avez sur papier : une photo suffit.",
            "It holds no document yet. Add a prescription or a result you have on paper: a photo will do."),
    NEXT("Que faire maintenant", "What to do next"),
    TODO_ADD("Ajouter un document", "Add a document"),
    TODO_ADD_TEXT("Un fichier, ou la photo d’un papier", "A file, or a photo of a paper"),
    TODO_MESSAGES("Lire mes messages", "Read my messages"),
    TODO_MESSAGES_TEXT_SOME("{0} échange non lu|{0} échanges non lus", "{0} unread exchange|{0} unread exchanges"),
    TODO_MESSAGES_TEXT_NONE("Vos échanges avec les professionnels", "Your exchanges with professionals"),
    TODO_HISTORY("Vérifier qui a vu vos documents", "Check who has seen your documents"),
    TODO_HISTORY_TEXT("L’historique de tous les accès", "The history of every access"),
    TODO_PEOPLE("Mes proches", "My relatives"),
    TODO_PEOPLE_TEXT("Vos enfants, et les proches que vous aidez", "Your children, and those you help"),
    TODO_RIGHTS("Choisir qui peut y accéder", "Choose who may access them"),
    TODO_RIGHTS_TEXT_ONE(
            "{0} professionnel a votre accord en ce moment|{0} professionnels ont votre accord en ce moment",
            "{0} professional has your agreement now|{0} professionals have your agreement now"),
    TODO_RIGHTS_TEXT_NONE(
            "Aucun professionnel n’a votre accord en ce moment", "No professional has your agreement now");

    private final String french;
    private final String english;

    SpaceText(String french, String english) {
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
