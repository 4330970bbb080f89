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
    AS_CHILD("Votre enfant", "Your child"),
    AS_PROTECTED("Vous représentez cette personne", "You represent this person"),
    AS_HELPED("Vous aidez cette personne", "You help this person"),
    UNTIL("Jusqu’au {0}", "Until {0}"),
    LEAVE("Ne plus aider", "Stop helping"),
    LEAVE_OF("Ne plus aider {0}", "Stop helping {0}"),
    WAITING("À activer", "To be activated"),
    ACTIVATE("Activer l’espace de {0}", "Activate the space of {0}"),
    GROWN("Devenus majeurs", "Come of age"),
    GROWN_TEXT(
            "{0} a 18 ans depuis le {1} : son espace n’est plus géré par vous. {0} peut l’activer avec ses propres identifiants et y retrouve tout son historique.",
            "{0} has been 18 since {1}: you no longer manage the space. {0} can activate it with a login of their own and finds the whole history there."),
    MORE("Ajouter un proche", "Add a relative"),
    CHILD("Activer l’espace de mon enfant", "Activate my child’s space"),
    CHILD_TEXT("Avec le code reçu par courrier ou par message.", "With the code that came by mail."),
    INVITED("J’ai reçu une invitation", "I was invited"),
    INVITED_TEXT("Pour aider un proche qui vous l’a demandé.", "To help a relative who asked you to."),
    CAREGIVERS("Les aidants de cet espace", "Caregivers of this space"),
    CAREGIVERS_TEXT("Demander de l’aide à un proche, ou y mettre fin.", "Ask a relative for help, or end it."),
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
