package fr.monespacesante.portal.support;

import fr.monespacesante.access.AccountHistory;
import fr.monespacesante.account.Measure;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.portal.Text;
import java.util.Arrays;

/// The words of the support's pages.
public enum SupportText implements Text {
    TITLE("Assistance 3422", "Support 3422"),
    TILE("Répondre à un appel", "Answer a call"),
    LEAD(
            "Posez ces questions et écrivez les réponses. Rien ne s’affiche sur la personne tant que toutes ne sont pas justes.",
            "Ask these questions and enter the answers. Nothing about the person is shown until all of them are right."),
    TRACED(
            "Chaque essai est inscrit au journal des agents, et la personne voit dans son historique ce que vous faites.",
            "Each attempt is written in the agents’ journal, and the person sees what you do in their history."),
    CALLER("Qui appelle ?", "Who is calling?"),
    CALLER_PERSON("La personne elle-même", "The person"),
    CALLER_REPRESENTATIVE("Le représentant légal d’un enfant", "A child’s legal representative"),
    INS("Numéro de sécurité sociale de la personne", "The person’s social security number"),
    INS_HINT("15 caractères. Pour un enfant, le numéro de l’enfant", "15 characters. For a child, the child’s number"),
    NAME("Nom de famille", "Family name"),
    NAME_HINT("De naissance ou d’usage", "At birth or in use"),
    BORN("Date de naissance", "Date of birth"),
    POSTAL_CODE("Code postal de son adresse", "Postal code of the address"),
    SERIAL_END(
            "Les 4 derniers chiffres du numéro de série de la carte Vitale",
            "The last 4 digits of the Vitale card’s serial number"),
    SERIAL_END_HINT("La personne a sa carte en main", "The person has the card at hand"),
    REPRESENTATIVE("Numéro de sécurité sociale du représentant", "The representative’s social security number"),
    REPRESENTATIVE_HINT("Seulement si un représentant appelle", "Only if a representative is calling"),
    IDENTIFY("Vérifier les réponses", "Check the answers"),
    NEEDS_CALLER("Choisissez qui appelle.", "Choose who is calling."),
    NEEDS_INS("Écrivez le numéro de sécurité sociale.", "Enter the social security number."),
    NEEDS_NAME("Écrivez le nom de famille.", "Enter the family name."),
    NEEDS_BORN("Écrivez le jour, le mois et l’année de naissance.", "Enter the day, month and year of birth."),
    NEEDS_POSTAL_CODE("Écrivez le code postal.", "Enter the postal code."),
    NEEDS_SERIAL_END(
            "Écrivez les 4 derniers chiffres du numéro de série.", "Enter the last 4 digits of the serial number."),
    NEEDS_REPRESENTATIVE("Écrivez le numéro du représentant.", "Enter the representative’s number."),
    NOT_IDENTIFIED(
            "Une réponse au moins n’est pas juste, ou cette personne n’est pas connue. N’en dites pas plus. La personne peut se rendre à un accueil de l’Assurance Maladie ou dans un espace France services, avec une pièce d’identité.",
            "At least one answer is not right, or this person is not known. Say no more than that. The person can go to a health insurance office or a France services desk, with an identity document."),
    SLOW(
            "Trop d’essais à la suite. Attendez {0} minute.|Trop d’essais à la suite. Attendez {0} minutes.",
            "Too many attempts in a row. Wait {0} minute.|Too many attempts in a row. Wait {0} minutes."),
    CALL("Appel en cours", "Call under way"),
    CALL_FOR("Appel au sujet de {0}", "Call about {0}"),
    BY_REPRESENTATIVE(
            "Un représentant légal appelle pour cet enfant.", "A legal representative is calling for this child."),
    UNTIL("L’appel reste ouvert jusqu’à {0}.", "The call stays open until {0}."),
    OVER("Cet appel est terminé. Posez de nouveau les questions.", "This call is over. Ask the questions again."),
    END("Terminer l’appel", "End the call"),
    ENDED("L’appel est terminé.", "The call is over."),
    STATE("État de l’espace", "State of the space"),
    CODE("Code provisoire", "Provisional code"),
    CONTACT_NOW("Codes de connexion envoyés à", "Login codes go to"),
    SAY("Ce que vous pouvez dire", "What you can say"),
    DO("Ce que vous pouvez faire", "What you can do"),
    NOTHING_TO_DO("Rien ne se fait par téléphone dans cet état.", "Nothing can be done by phone in this state."),
    SEND_CODE("Renvoyer un code", "Send a new code"),
    SEND_CODE_TEXT(
            "Part là où l’invitation est arrivée : e-mail connu de l’Assurance Maladie, sinon courrier. L’ancien code ne marche plus.",
            "Goes where the invitation went: the e-mail known to the health insurance, otherwise post. The old code no longer works."),
    CODE_SENT("Un nouveau code part.", "A new code is on its way."),
    UNLOCK("Lever l’attente", "Lift the delay"),
    UNLOCK_TEXT(
            "Après trop d’essais, la personne doit attendre. Ce bouton remet les compteurs à zéro ; il n’ouvre rien.",
            "After too many attempts the person has to wait. This button resets the counters; it opens nothing."),
    UNLOCKED("L’attente est levée.", "The delay is lifted."),
    CONTACT("Corriger l’e-mail ou le mobile", "Correct the e-mail or mobile"),
    CONTACT_TEXT(
            "Un code part au nouveau contact, que la personne vous lit. L’ancien et le nouveau contact sont prévenus. Pendant trois jours, le nouveau ne permet pas de renouveler un mot de passe oublié.",
            "A code goes to the new contact, and the person reads it to you. The old and the new contact are told. For three days the new one cannot be used to renew a forgotten password."),
    CONTACT_CODE_LEAD("Demandez le code envoyé à {0}.", "Ask for the code sent to {0}."),
    CONTACT_CODE("Code lu par la personne", "Code read by the person"),
    CONTACT_CHANGED(
            "Le contact est corrigé. L’ancien et le nouveau sont prévenus.",
            "The contact is corrected. The old and the new one are told."),
    CODE_NEEDED("Écrivez les 6 chiffres du code.", "Enter the 6 digits of the code."),
    OPPOSE("Enregistrer une opposition", "Record an opposition"),
    OPPOSE_TEXT(
            "La personne ne veut pas d’espace. La preuve part à son adresse.",
            "The person wants no space. The proof goes to their address."),
    OPPOSE_READ_1(
            "Aucun espace ne sera ouvert et aucun document n’y sera déposé.",
            "No space will be opened and no document filed in it."),
    OPPOSE_READ_2(
            "Vos remboursements et vos soins ne changent pas.", "Your reimbursements and your care do not change."),
    OPPOSE_READ_3(
            "Vous pourrez ouvrir un espace plus tard, quand vous voulez.",
            "You can open a space later, whenever you like."),
    OPPOSED(
            "L’opposition est enregistrée. La confirmation part.",
            "The opposition is recorded. The confirmation is on its way."),
    PROOF("Référence de la preuve d’opposition", "Reference of the proof of opposition"),
    SLOW_NOW(
            "Trop de codes demandés. Réessayez dans quelques minutes.",
            "Too many codes asked for. Try again in a few minutes."),
    CLOSE("Fermer l’espace", "Close the space"),
    CLOSE_TEXT(
            "La personne ne veut plus de son espace. Le contenu est archivé dix ans.",
            "The person no longer wants the space. The content is archived for ten years."),
    CLOSE_READ_1(
            "Votre espace sera fermé tout de suite : ni vous ni un professionnel ne pourra plus l’ouvrir.",
            "Your space will be closed at once: neither you nor a professional can open it any more."),
    CLOSE_READ_2(
            "Son contenu est archivé dix ans, puis effacé. Si vous rouvrez l’espace d’ici là, tout revient.",
            "Its content is archived for ten years, then erased. If you reopen the space before that, all of it is back."),
    CLOSE_READ_3(
            "Vos remboursements et vos soins ne changent pas.", "Your reimbursements and your care do not change."),
    CLOSE_READ_4(
            "Pour tout effacer sans attendre, ou pour d’abord télécharger vos documents, connectez-vous à votre espace.",
            "To erase everything without waiting, or to download your documents first, log in to your space."),
    CLOSED_NOW("L’espace est fermé.", "The space is closed."),
    READ_THIS("Lisez ceci à la personne", "Read this to the person"),
    AGREED(
            "La personne a entendu ces phrases et confirme sa demande",
            "The person has heard these sentences and confirms the request"),
    NEEDS_AGREED("Cochez la case quand la personne a confirmé.", "Tick the box once the person has confirmed."),
    MOVED_ON(
            "L’état de l’espace a changé entre-temps. Rien n’a été fait.",
            "The state of the space has changed meanwhile. Nothing was done."),
    LIFE("Ce qui s’est passé", "What has happened"),
    BY("par {0}", "by {0}"),
    NO_CONTENT(
            "Vous ne voyez aucun document ni aucune information de santé, et personne de l’assistance ne le peut.",
            "You see no document and no health information, and nobody at the support can."),
    STATE_NOTIFIED("Invitation envoyée", "Invited"),
    STATE_OPPOSED("Opposition enregistrée", "Opposition recorded"),
    STATE_OPEN("Ouvert, pas encore activé", "Open, not activated yet"),
    STATE_ACTIVATED("Activé", "Activated"),
    STATE_CLOSED("Fermé, archivé", "Closed, archived"),
    STATE_DECEASED("Fermé : décès déclaré", "Closed: death declared"),
    STATE_ERASED("Effacé", "Erased"),
    SAY_WAITING(
            "L’invitation n’est pas encore partie. Elle arrivera par e-mail ou par courrier.",
            "The invitation has not left yet. It will come by e-mail or by post."),
    SAY_NOTIFIED(
            "La personne peut activer son espace avec son code, ou s’y opposer jusqu’au {0}. Sans réponse, il s’ouvre ensuite de lui-même.",
            "The person can activate the space with the code, or object until {0}. Without an answer it opens by itself after that."),
    SAY_OPPOSED(
            "Aucun espace n’existe. La personne peut en ouvrir un quand elle veut : renvoyez-lui un code.",
            "There is no space. The person can open one at any time: send a new code."),
    SAY_OPEN(
            "L’espace reçoit des documents. La personne l’active avec son code pour les lire, ou le ferme.",
            "The space receives documents. The person activates it with the code to read them, or closes it."),
    SAY_ACTIVATED(
            "La personne se connecte avec son identifiant et son mot de passe. Oubliés : « Identifiant ou mot de passe oublié » sur la page de connexion.",
            "The person logs in with login and password. Forgotten: “Forgotten login or password” on the login page."),
    SAY_CLOSED(
            "Le contenu est archivé. Pour rouvrir et tout retrouver : renvoyez un code, que la personne active.",
            "The content is archived. To reopen and find all of it again: send a code, which the person activates."),
    SAY_DECEASED(
            "L’Assurance Maladie a déclaré un décès. Si c’est une erreur, c’est à elle de la corriger.",
            "The health insurance declared a death. If that is a mistake, it is for it to correct."),
    SAY_ERASED(
            "Le contenu a été effacé à la demande de la personne. Elle peut ouvrir un espace neuf : renvoyez un code.",
            "The content was erased at the person’s request. A new space can be opened: send a code."),
    CODE_GOOD("Envoyé le {0}, valable jusqu’au {1}", "Sent on {0}, valid until {1}"),
    CODE_LATE("Expiré le {0}", "Expired on {0}"),
    CODE_USED("Déjà utilisé", "Used already"),
    WAS_INVITED("Invitation", "Invitation"),
    WAS_OPPOSED("Opposition", "Opposition"),
    WAS_OPENED("Ouverture de l’espace", "Space opened"),
    WAS_ACTIVATED("Activation", "Activation"),
    WAS_CLOSED("Fermeture", "Closing"),
    DID_LOOK("L’assistance a identifié la personne", "Support identified the person"),
    DID_SEND_CODE("L’assistance a renvoyé un code", "Support sent a new code"),
    DID_UNLOCK("L’assistance a levé l’attente", "Support lifted the delay"),
    DID_CORRECT("L’assistance a corrigé le contact", "Support corrected the contact"),
    DID_OPPOSE("L’assistance a enregistré l’opposition", "Support recorded the opposition"),
    DID_CLOSE("L’assistance a fermé l’espace", "Support closed the space"),
    PROTECTION("Protection de la personne", "Protection of the person"),
    PROTECTION_TEXT(
            "Adresse confidentielle, tutelle, curatelle, habilitation familiale : seulement sur des documents reçus et vérifiés.",
            "Confidential address, guardianship and other measures: only on documents received and checked."),
    CONCEALED_TITLE("Adresse confidentielle", "Confidential address"),
    CONCEALED_NO(
            "Pour une personne en danger. Plus personne n’agit pour elle, l’espace n’apparaît plus chez aucun proche et aucun courrier ne part à quelqu’un d’autre.",
            "For a person in danger. Nobody acts for them any more, the space is shown to no relative, and no letter goes to anybody else."),
    CONCEALED_YES(
            "Le réglage est actif : personne n’agit pour cette personne.",
            "The setting is on: nobody acts for this person."),
    CONCEAL("Mettre le réglage", "Turn it on"),
    REVEAL("Lever le réglage", "Turn it off"),
    CONCEALED_DONE("Le réglage est mis.", "It is turned on."),
    REVEALED_DONE("Le réglage est levé.", "It is turned off."),
    MEASURE("Mesure de protection", "Measure of protection"),
    MEASURE_NONE("Aucune mesure n’est enregistrée.", "No measure is recorded."),
    MEASURE_MINOR("Les mesures de protection concernent les adultes.", "Measures of protection are for adults."),
    MEASURE_IS("{0}, sans date de fin.", "{0}, without an end date."),
    MEASURE_IS_UNTIL("{0}, jusqu’au {1}.", "{0}, until {1}."),
    MEASURE_KIND("Mesure", "Measure"),
    TUTELLE("Tutelle : le tuteur agit, la personne lit", "Guardianship: the guardian acts, the person reads"),
    CURATELLE("Curatelle : la personne agit, le curateur lit", "Curatorship: the person acts, the curator reads"),
    HABILITATION(
            "Habilitation familiale : le proche agit, la personne lit",
            "Family authorisation: the relative acts, the person reads"),
    FUTURE("Mandat de protection future : les deux agissent", "Future protection mandate: both act"),
    GUARDIAN(
            "Numéro de sécurité sociale de celui ou celle qui représente",
            "Social security number of the representative"),
    MEASURE_END("Fin de la mesure, si le jugement en donne une", "End of the measure, if the judgement gives one"),
    MEASURE_SEEN("J’ai vérifié le jugement ou le mandat", "I have checked the judgement or the mandate"),
    MEASURE_SAVE("Enregistrer la mesure", "Record the measure"),
    MEASURE_STOP("Mettre fin à la mesure", "End the measure"),
    MEASURE_SAVED(
            "La mesure est enregistrée. Les deux personnes sont prévenues.",
            "The measure is recorded. Both people are told."),
    MEASURE_STOPPED("La mesure a pris fin.", "The measure has ended."),
    NEEDS_MEASURE("Choisissez la mesure.", "Choose the measure."),
    NEEDS_GUARDIAN(
            "Écrivez le numéro de sécurité sociale de celui ou celle qui représente.",
            "Enter the representative’s social security number."),
    NEEDS_SEEN("Cochez la case après avoir vérifié le document.", "Tick the box once you have checked the document."),
    NEEDS_COMING("La fin est une date à venir, ou reste vide.", "The end is a date to come, or is left empty."),
    NEEDS_ANOTHER("La personne ne peut pas se représenter elle-même.", "A person cannot represent themselves."),
    DID_CONCEAL("L’assistance a mis l’adresse confidentielle", "Support turned the confidential address on"),
    DID_REVEAL("L’assistance a levé l’adresse confidentielle", "Support turned the confidential address off"),
    DID_PROTECT("L’assistance a enregistré une mesure de protection", "Support recorded a measure of protection"),
    DID_END_PROTECTION("L’assistance a mis fin à la mesure de protection", "Support ended the measure of protection"),
    DID_OTHER("Autre acte", "Another act");

    private final String french;
    private final String english;

    SupportText(String french, String english) {
        this.french = french;
        this.english = english;
    }

    static SupportText of(SpaceState state) {
        return Arrays.stream(values())
                .filter(text -> text.name().equals("STATE_" + state))
                .findFirst()
                .orElseThrow();
    }

    static SupportText of(Measure.Kind kind) {
        return switch (kind) {
            case TUTELLE -> TUTELLE;
            case CURATELLE -> CURATELLE;
            case HABILITATION -> HABILITATION;
            case FUTURE -> FUTURE;
        };
    }

    static SupportText of(AccountHistory.What what) {
        return switch (what) {
            case SUPPORT_LOOKED -> DID_LOOK;
            case SUPPORT_SENT_CODE -> DID_SEND_CODE;
            case SUPPORT_UNLOCKED -> DID_UNLOCK;
            case SUPPORT_CORRECTED_CONTACT -> DID_CORRECT;
            case SUPPORT_RECORDED_OPPOSITION -> DID_OPPOSE;
            case SUPPORT_CLOSED -> DID_CLOSE;
            case CONCEALED -> DID_CONCEAL;
            case NO_LONGER_CONCEALED -> DID_REVEAL;
            case MEASURE_RECORDED -> DID_PROTECT;
            case MEASURE_ENDED -> DID_END_PROTECTION;
            default -> DID_OTHER;
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
