package fr.monespacesante.portal.opposition;

import fr.monespacesante.account.Oppositions;
import fr.monespacesante.portal.Text;

/// The words of the opposition.
public enum OppositionText implements Text {
    TITLE("M’opposer à la création d’un espace santé", "Object to the creation of a health space"),
    LEAD(
            "Il faut deux minutes, la carte Vitale et le code provisoire de l’invitation. Vous n’avez pas à dire pourquoi.",
            "It takes two minutes, the Vitale card and the provisional code of the invitation. You need not say why."),
    MEANS("Ce que cela change", "What it changes"),
    MEANS_NOTHING(
            "Rien pour vos remboursements ni pour vos soins.", "Nothing for your reimbursements nor for your care."),
    MEANS_NO_SPACE(
            "Aucun espace n’est ouvert, aucun document n’y est déposé.",
            "No space is opened, no document is filed in it."),
    MEANS_LATER(
            "Vous pourrez changer d’avis et ouvrir un espace quand vous voulez.",
            "You can change your mind and open a space whenever you like."),
    CHILD(
            "Pour un enfant, l’un de ses représentants légaux écrit le numéro et le code de l’enfant.",
            "For a child, one of the legal representatives enters the child’s number and code."),
    SEND("M’opposer", "Object"),
    NO_CODE("Vous n’avez plus le code ?", "You no longer have the code?"),
    NEW_CODE("Recevoir un nouveau code", "Receive a new code"),
    BY_PHONE(
            "Vous pouvez aussi vous opposer par téléphone, au 3422 (service gratuit, appel local).",
            "You can also object by phone, by calling 3422 (free service, local call)."),
    VERIFY_LINK("Vérifier une preuve d’opposition", "Check a proof of opposition"),
    NEEDS_INS(
            "Écrivez les 15 caractères du numéro de sécurité sociale.",
            "Enter the 15 characters of the social security number."),
    NEEDS_SERIAL(
            "Écrivez les 11 derniers chiffres du numéro de série.", "Enter the last 11 digits of the serial number."),
    NEEDS_CODE("Écrivez le code provisoire.", "Enter the provisional code."),
    WRONG(
            "Ces trois informations ne vont pas ensemble. Vérifiez le numéro, la carte et le code.",
            "These three pieces of information do not go together. Check the number, the card and the code."),
    EXPIRED(
            "Ce code n’est plus valable. Demandez-en un nouveau, ou appelez le 3422.",
            "This code is no longer valid. Ask for a new one, or call 3422."),
    SLOW(
            "Trop d’essais à la suite. Attendez {0} minute.|Trop d’essais à la suite. Attendez {0} minutes.",
            "Too many attempts in a row. Wait {0} minute.|Too many attempts in a row. Wait {0} minutes."),
    TOO_LATE_OPEN(
            "Les six semaines sont passées et l’espace est ouvert. Vous pouvez le fermer, ce qui met ses données hors de portée : activez-le puis fermez-le dans « Mon compte », ou appelez le 3422.",
            "The six weeks are over and the space is open. You can close it, which puts its data out of reach: activate it, then close it under “My account”, or call 3422."),
    TOO_LATE_ACTIVATED(
            "Cet espace a été activé : il n’y a plus à s’opposer. Connectez-vous pour le fermer, ou appelez le 3422.",
            "This space has been activated: there is nothing to object to any more. Log in to close it, or call 3422."),
    TOO_LATE_CLOSED(
            "Cet espace est déjà fermé. Il n’y a rien à faire.",
            "This space is closed already. There is nothing to do."),
    DONE_TITLE("Votre opposition est enregistrée", "Your opposition is recorded"),
    DONE_LEAD(
            "Aucun espace santé ne sera ouvert pour {0}. Gardez la preuve : elle porte une référence que chacun peut vérifier.",
            "No health space will be opened for {0}. Keep the proof: it has a reference that anyone can check."),
    REFERENCE("Référence", "Reference"),
    RECORDED("Enregistrée le", "Recorded on"),
    FOR("Pour", "For"),
    DOWNLOAD("Télécharger la preuve (PDF)", "Download the proof (PDF)"),
    AFTER(
            "Une confirmation part aussi à l’adresse où l’invitation est arrivée.",
            "A confirmation is also sent to where the invitation arrived."),
    CHANGED_MIND("Vous changez d’avis ?", "You change your mind?"),
    CHANGED_MIND_TEXT(
            "Demandez un nouveau code, puis activez l’espace. Il n’y a pas de délai.",
            "Ask for a new code, then activate the space. There is no time limit."),
    VERIFY_TITLE("Vérifier une preuve d’opposition", "Check a proof of opposition"),
    VERIFY_LEAD(
            "Écrivez ce qui est sur la preuve. La réponse dit si elle est authentique, sans rien montrer de plus.",
            "Enter what is on the proof. The answer says whether it is genuine, and shows nothing more."),
    REFERENCE_HINT("Exemple : OPP-K7RM-4TXA-9QWP", "Example: OPP-K7RM-4TXA-9QWP"),
    BIRTH_DATE("Date de naissance écrite sur la preuve", "Date of birth on the proof"),
    VERIFY("Vérifier", "Check"),
    NEEDS_REFERENCE("Écrivez la référence.", "Enter the reference."),
    NEEDS_BIRTH_DATE("Écrivez le jour, le mois et l’année de naissance.", "Enter the day, month and year of birth."),
    NOT_GENUINE(
            "Cette référence et cette date ne vont pas ensemble. Si vous les avez bien recopiées, la preuve n’est pas authentique.",
            "This reference and this date do not go together. If you copied them correctly, the proof is not genuine."),
    GENUINE("Cette preuve est authentique", "This proof is genuine"),
    GENUINE_IN_FORCE(
            "L’opposition a été enregistrée le {0}, {1}. Elle est toujours en vigueur.",
            "The opposition was recorded on {0}, {1}. It is still in force."),
    GENUINE_OVER(
            "L’opposition a été enregistrée le {0}, {1}. La personne a ouvert un espace depuis.",
            "The opposition was recorded on {0}, {1}. The person has opened a space since."),
    ONLINE("sur ce site", "on this site"),
    PHONE("par téléphone", "by phone"),
    PDF_TITLE("Preuve d’opposition", "Proof of opposition"),
    PDF_NAME("Personne : {0}, née le {1}", "Person: {0}, born on {1}"),
    PDF_SAYS(
            "L’opposition à la création de son espace santé a été enregistrée le {0}, {1}.",
            "The opposition to the creation of this person’s health space was recorded on {0}, {1}."),
    PDF_NO_SPACE(
            "Aucun espace n’est ouvert et aucun document n’y est déposé. Les remboursements et les soins ne changent pas.",
            "No space is opened and no document is filed in it. Reimbursements and care do not change."),
    PDF_LATER(
            "Cette personne peut ouvrir un espace plus tard, quand elle le veut.",
            "This person can open a space later, at any time."),
    PDF_REFERENCE("Référence : {0}", "Reference: {0}"),
    PDF_CHECK("Pour vérifier cette preuve : {0}", "To check this proof: {0}"),
    PDF_FOOT("{0} – page {1} sur {2}", "{0} – page {1} of {2}");

    private final String french;
    private final String english;

    OppositionText(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public static OppositionText of(Oppositions.Channel channel) {
        return switch (channel) {
            case ONLINE -> ONLINE;
            case PHONE -> PHONE;
        };
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
