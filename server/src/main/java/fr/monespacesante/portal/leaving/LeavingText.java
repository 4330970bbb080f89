package fr.monespacesante.portal.leaving;

import fr.monespacesante.account.Closings;
import fr.monespacesante.portal.Text;

/// The words of leaving and coming back.
public enum LeavingText implements Text {
    TITLE("Fermer l’espace santé de {0}", "Close the health space of {0}"),
    TITLE_PLAIN("Fermer l’espace santé", "Close the health space"),
    LEAD(
            "Vous pouvez fermer cet espace à tout moment, et revenir plus tard.",
            "You can close this space at any time, and come back later."),
    UNCHANGED("Ce qui ne change pas", "What does not change"),
    UNCHANGED_MONEY(
            "Vos remboursements, vos droits et votre carte Vitale.",
            "Your reimbursements, your rights and your Vitale card."),
    UNCHANGED_CARE(
            "Vos soins. Les professionnels gardent leurs propres dossiers.",
            "Your care. Professionals keep their own records."),
    CHANGES("Ce qui change", "What changes"),
    CHANGES_ACCESS(
            "Plus personne n’entre dans l’espace : ni vous, ni vos proches, ni les professionnels.",
            "Nobody enters the space any more: neither you, nor your family, nor professionals."),
    CHANGES_DOCUMENTS(
            "Les professionnels ne peuvent plus y déposer de documents.",
            "Professionals can no longer add documents to it."),
    CHANGES_SESSIONS("Tous les appareils sont déconnectés.", "All devices are logged out."),
    FIRST("Avant de fermer", "Before you close"),
    FIRST_TEXT(
            "Gardez une copie de ce que contient l’espace : documents, historique, pages lisibles sans connexion.",
            "Keep a copy of what the space holds: documents, history, pages that open without a connection."),
    FIRST_LINK("Tout télécharger", "Download everything"),
    CHOICE("Que faire des données ?", "What should become of the data?"),
    KEEP(
            "Les archiver 10 ans. Personne n’y accède. Si l’espace est rouvert, tout est de nouveau là. Après 10 ans, tout est effacé.",
            "Archive it for 10 years. Nobody has access. If the space is opened again, everything is back. After 10 years everything is erased."),
    ERASE(
            "Les effacer tout de suite, pour toujours. Personne ne pourra les retrouver, pas même nous.",
            "Erase it now, for ever. Nobody will be able to bring it back, not even us."),
    CHOICE_NEEDED("Choisissez ce que deviennent les données.", "Choose what becomes of the data."),
    NEXT("Continuer", "Continue"),
    CONFIRM_KEEP("Confirmer la fermeture", "Confirm the closing"),
    CONFIRM_ERASE("Confirmer l’effacement", "Confirm the erasure"),
    CONFIRM_KEEP_TEXT(
            "L’espace de {0} va être fermé et archivé 10 ans.",
            "The space of {0} will be closed and archived for 10 years."),
    CONFIRM_ERASE_TEXT(
            "L’espace de {0} va être fermé et toutes ses données effacées. C’est définitif.",
            "The space of {0} will be closed and all its data erased. This cannot be undone."),
    PASSWORD("Votre mot de passe", "Your password"),
    PASSWORD_WRONG("Ce n’est pas votre mot de passe.", "This is not your password."),
    PASSWORD_OR_CODE("Vous n’avez pas de mot de passe ? Demandez un code.", "No password? Ask for a code."),
    SEND_CODE("Recevoir un code", "Send me a code"),
    CODE("Code reçu", "Code received"),
    CODE_SENT("Un code vous a été envoyé.", "A code was sent to you."),
    CODE_WRONG("Ce code n’est pas le bon, ou n’est plus valable.", "This code is not right, or no longer valid."),
    NEEDED("Tapez votre mot de passe ou le code reçu.", "Type your password or the code you received."),
    WAIT("Trop d’essais. Attendez {0} secondes.", "Too many attempts. Wait {0} seconds."),
    CLOSE("Fermer l’espace", "Close the space"),
    CLOSE_ERASE("Fermer et tout effacer", "Close and erase everything"),
    ALREADY(
            "Cet espace vient d’être fermé par une autre personne qui le gère.",
            "This space was just closed by another person who manages it."),
    DONE_TITLE("L’espace est fermé", "The space is closed"),
    DONE_ERASED_TITLE("L’espace est fermé, ses données sont effacées", "The space is closed, its data is erased"),
    DONE_WHO("Espace santé de {0}, né(e) le {1}.", "Health space of {0}, born on {1}."),
    DONE_WHEN("Fermé le {0}, {1}.", "Closed on {0}, {1}."),
    DONE_KEPT(
            "Ses données sont archivées, hors d’atteinte de tous, jusqu’au {0}. D’ici là, l’espace peut être rouvert en se connectant.",
            "Its data is archived, out of everybody’s reach, until {0}. Until then the space can be opened again by logging in."),
    DONE_ERASED(
            "La clé qui ouvrait ses données est détruite. Ses données sont effacées. Un nouvel espace, vide, peut être ouvert plus tard.",
            "The key that opened its data is destroyed. Its data is erased. A new, empty space can be opened later."),
    DONE_UNCHANGED("Les remboursements et les soins ne changent pas.", "Reimbursements and care do not change."),
    REFERENCE("Référence : {0}", "Reference: {0}"),
    REFERENCE_HINT(
            "Gardez-la : elle permet de retrouver cette page et l’attestation pendant 3 mois.",
            "Keep it: it brings you back to this page and the certificate for 3 months."),
    CERTIFICATE("Télécharger l’attestation (PDF)", "Download the certificate (PDF)"),
    BY_HOLDER("à la demande de son titulaire", "at its holder’s wish"),
    BY_REPRESENTATIVE(
            "à la demande de {0}, qui représente son titulaire", "at the wish of {0}, who represents its holder"),
    BY_SUPPORT("par téléphone, à la demande de son titulaire", "by phone, at its holder’s wish"),
    BY_DEATH("après l’annonce d’un décès", "after a death was announced"),
    BY_TERM("dix ans après sa fermeture", "ten years after it was closed"),
    BY_RESTORE("de nouveau, après la remise en place d’une sauvegarde", "again, after a back-up was restored"),
    FIND_TITLE("Vérifier une fermeture", "Check a closing"),
    FIND_TEXT(
            "La référence est sur l’attestation et dans le message reçu.",
            "The reference is on the certificate and in the message you received."),
    FIND_LABEL("Référence", "Reference"),
    FIND_HINT("Par exemple ABCD-EFGH-IJKL-MNOP", "For example ABCD-EFGH-IJKL-MNOP"),
    FIND("Chercher", "Search"),
    FIND_NONE(
            "Aucune fermeture avec cette référence, ou elle n’est plus disponible.",
            "No closing with this reference, or it is no longer available."),
    PDF_TITLE("Attestation de fermeture d’un espace santé", "Certificate: health space closed"),
    PDF_TITLE_ERASED(
            "Attestation de fermeture d’un espace santé et d’effacement de ses données",
            "Certificate: health space closed and its data erased"),
    PDF_CHECK("Cette attestation peut être vérifiée ici : {0}", "This certificate can be checked here: {0}"),
    PDF_FOOT(
            "Mon espace santé · référence {0} · page {1} sur {2}",
            "Mon espace santé · reference {0} · page {1} of {2}"),
    SHUT_TITLE("Cet espace santé est fermé", "This health space is closed"),
    SHUT_TEXT(
            "L’espace de {0} a été fermé. Ses données sont archivées : personne n’y accède.",
            "The space of {0} was closed. Its data is archived: nobody has access."),
    SHUT_BACK(
            "Vous pouvez le rouvrir maintenant. Tout sera de nouveau là : documents, réglages et historique.",
            "You can open it again now. Everything will be back: documents, settings and history."),
    SHUT_NOTHING(
            "Il n’y a rien à rouvrir. Pour toute question, appelez le 3422.",
            "There is nothing to open again. For any question, call 3422."),
    REOPEN("Rouvrir l’espace", "Open the space again"),
    REOPENED("L’espace est rouvert. Tout est de nouveau là.", "The space is open again. Everything is back."),
    OTHERS("Voir l’espace d’une autre personne", "See another person’s space"),
    LOGOUT("Me déconnecter", "Log out");

    private final String french;
    private final String english;

    LeavingText(String french, String english) {
        this.french = french;
        this.english = english;
    }

    static LeavingText by(Closings.Reason reason) {
        return switch (reason) {
            case HOLDER -> BY_HOLDER;
            case REPRESENTATIVE -> BY_REPRESENTATIVE;
            case SUPPORT -> BY_SUPPORT;
            case DEATH -> BY_DEATH;
            case TERM -> BY_TERM;
            case RESTORE -> BY_RESTORE;
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
