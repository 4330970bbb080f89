package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Text;

/// What the page of people says.
public enum PeopleText implements Text {
    TITLE("Mes proches", "My relatives"),
    LEAD(
            "Choisissez la personne dont vous voulez ouvrir l’espace santé. Tout ce que vous y faites y est inscrit à votre nom.",
            "Choose the person whose health space you want to open. All you do there is recorded under your name."),
    YOU("vous", "you"),
    CURRENT("Espace ouvert", "Open now"),
    OPEN("Ouvrir l’espace de {0}", "Open the space of {0}"),
    NONE_TITLE("Vous ne gérez que votre espace", "You manage your own space only"),
    NONE_TEXT(
            "Les enfants mineurs dont vous êtes le représentant légal auprès de l’Assurance Maladie apparaissent ici.",
            "Minors whose legal representative you are for the health insurance appear here."),
    NONE_BACK("Revenir à mon espace", "Back to my space");

    private final String french;
    private final String english;

    PeopleText(String french, String english) {
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
