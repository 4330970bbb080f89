package fr.monespacesante.portal.agent;

import fr.monespacesante.portal.Text;

/// The words of the agents’ first pages.
public enum AgentText implements Text {
    TITLE("Espace des agents", "Agents’ area"),
    LEAD(
            "Pour les personnes qui font fonctionner le service. Aucun rôle ne donne accès aux documents de santé.",
            "For the people who run the service. No role opens health documents."),
    SIGN_IN("S’identifier avec ProConnect", "Sign in with ProConnect"),
    FAILED("La connexion n’a pas abouti. Recommencez.", "The sign-in did not work. Start again."),
    UNKNOWN("Ce compte n’a aucun rôle dans ce service.", "This account has no role in this service."),
    AWAY(
            "ProConnect ne répond pas. Réessayez dans quelques minutes.",
            "ProConnect does not answer. Try again in a few minutes."),
    BYE_TITLE("Vous êtes déconnecté", "You are logged out"),
    BYE("Votre session est fermée.", "Your session is closed."),
    AGAIN("S’identifier de nouveau", "Sign in again"),
    HELLO("Bonjour {0}", "Hello {0}"),
    ROLES("Vos rôles : {0}", "Your roles: {0}"),
    NOTHING("Aucune page pour vos rôles", "No page for your roles"),
    NOTHING_TEXT(
            "Demandez à votre responsable quel rôle vous faut-il dans ProConnect.",
            "Ask your manager which role you need in ProConnect.");

    private final String french;
    private final String english;

    AgentText(String french, String english) {
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
