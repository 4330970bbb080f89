package fr.monespacesante.portal.pro;

import fr.monespacesante.portal.Text;

/// The words of the professionals’ sign-in.
public enum SignInText implements Text {
    TITLE("Espace professionnel", "Professionals’ area"),
    LEAD(
            "Consultez et alimentez l’espace de santé de vos patients, avec leur accord.",
            "Read and feed your patients’ health spaces, with their agreement."),
    SIGN_IN("S’identifier avec Pro Santé Connect", "Sign in with Pro Santé Connect"),
    HOW(
            "Avec votre carte CPS ou l’application e-CPS. Chaque accès est visible par le patient.",
            "With your CPS card or the e-CPS app. Patients see every access."),
    CITIZEN("Vous êtes un particulier ?", "Are you a citizen?"),
    CITIZEN_LOGIN("Connectez-vous à votre espace", "Log in to your space"),
    FAILED(
            "La connexion n’a pas abouti. Recommencez ; si cela continue, fermez votre navigateur puis réessayez.",
            "The sign-in did not work. Start again; if it goes on, close your browser and retry."),
    UNKNOWN(
            "Pro Santé Connect ne nous indique pas de profession de santé pour ce compte. Vérifiez vos informations dans l’annuaire santé.",
            "Pro Santé Connect states no health profession for this account. Check your entry in the health directory."),
    AWAY(
            "Pro Santé Connect ne répond pas. Réessayez dans quelques minutes.",
            "Pro Santé Connect does not answer. Try again in a few minutes."),
    BYE_TITLE("Vous êtes déconnecté", "You are logged out"),
    BYE(
            "Votre session est fermée ici et auprès de Pro Santé Connect. Les patients consultés ne sont plus accessibles depuis ce poste.",
            "Your session is closed here and at Pro Santé Connect. The patients you consulted can no longer be reached from this computer."),
    AGAIN("S’identifier de nouveau", "Sign in again"),
    PLACE_TITLE("Pour quel lieu d’exercice ?", "For which place of work?"),
    PLACE_LEAD(
            "Vous exercez dans plusieurs lieux. Celui que vous choisissez est inscrit dans l’historique que voit le patient.",
            "You work in several places. The one you choose is written in the history that patients see."),
    PLACE_NEED("Choisissez un lieu d’exercice.", "Choose a place of work."),
    PLACE_CONTINUE("Continuer", "Continue"),
    PLACE_CHANGED("Vous exercez maintenant pour ce lieu.", "You now act for this place."),
    PLACE_NONE("Exercice sans structure", "Practice without a structure");

    private final String french;
    private final String english;

    SignInText(String french, String english) {
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
