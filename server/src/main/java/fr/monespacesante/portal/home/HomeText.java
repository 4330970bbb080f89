package fr.monespacesante.portal.home;

import fr.monespacesante.portal.Text;

/// The words of the public pages.
public enum HomeText implements Text {
    TITLE("Vos documents de santé, réunis et protégés", "Your health documents, together and protected"),
    LEAD(
            "Ordonnances, résultats d’analyses, comptes rendus : retrouvez-les au même endroit, et décidez vous-même qui peut les voir.",
            "Prescriptions, test results, reports: find them in one place, and decide yourself who may see them."),
    LOG_IN("Se connecter", "Log in"),
    LOG_IN_TEXT("Mon espace est déjà activé.", "My space is already active."),
    ACTIVATE("Activer mon espace", "Activate my space"),
    ACTIVATE_TEXT(
            "J’ai reçu un code provisoire par courrier ou par e-mail. Je prépare ma carte Vitale.",
            "I received a provisional code by post or e-mail. I have my Vitale card at hand."),
    OPPOSE("M’opposer à la création", "Object to the creation"),
    OPPOSE_TEXT(
            "Je ne veux pas d’un espace. J’ai six semaines pour le dire, sans conséquence sur mes remboursements.",
            "I do not want a space. I have six weeks to say so; my reimbursements do not change."),
    WHAT("Ce que vous pouvez y faire", "What you can do here"),
    FIND("Retrouver", "Find"),
    FIND_TEXT(
            "Vos soignants et les laboratoires y déposent vos documents. Une recherche lit aussi à l’intérieur.",
            "Your carers and laboratories file your documents here. Search also reads inside them."),
    DECIDE("Décider", "Decide"),
    DECIDE_TEXT(
            "Vous masquez un document, vous bloquez un professionnel, vous mettez fin à un accord. L’effet est immédiat.",
            "You hide a document, block a professional, end an agreement. It takes effect at once."),
    WATCH("Vérifier", "Check"),
    WATCH_TEXT(
            "Chaque consultation est inscrite : qui, quand, quel document. Vous êtes prévenu.",
            "Every access is recorded: who, when, which document. You are told."),
    WHO("Qui n’y a jamais accès", "Who never has access"),
    WHO_TEXT(
            "Ni votre employeur, ni votre assureur, ni votre banque, ni l’administration. Vos documents sont chiffrés avec une clé propre à votre espace.",
            "Not your employer, insurer, bank or the administration. Your documents are encrypted with a key of your space’s own."),
    HELP("Besoin d’aide ?", "Need help?"),
    HELP_TEXT(
            "Des conseillers vous répondent au 3422, du lundi au vendredi de 8 h 30 à 17 h 30. Service gratuit, prix d’un appel.",
            "Advisers answer on 3422, Monday to Friday, 8:30 to 17:30. Free service, price of a call."),
    CALL("Appeler le 3422", "Call 3422"),
    ACCESSIBILITY_TITLE("Accessibilité", "Accessibility"),
    ACCESSIBILITY_STATE(
            "Ce service est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1).",
            "This service partially complies with the French accessibility rules (RGAA 4.1)."),
    ACCESSIBILITY_CHECKED("Ce qui est vérifié", "What is checked"),
    ACCESSIBILITY_CHECKED_TEXT(
            "Chaque page est contrôlée automatiquement à chaque version, parcourue au clavier seul, sans script et à la largeur d’un téléphone.",
            "Each page is checked automatically at every version, walked through with the keyboard alone, without script and at phone width."),
    ACCESSIBILITY_LIMITS("Ce qui ne l’est pas encore", "What is not yet"),
    ACCESSIBILITY_LIMITS_TEXT(
            "Aucun audit complet n’a été mené par un tiers. Les documents PDF et les images sont affichés tels que leurs auteurs les ont produits : leur contenu peut ne pas être accessible.",
            "No full audit by a third party has been done. PDF documents and images are shown as their authors made them: their content may not be accessible."),
    ACCESSIBILITY_CONTACT("Signaler une difficulté", "Report a difficulty"),
    ACCESSIBILITY_CONTACT_TEXT(
            "Appelez le 3422 : un conseiller vous aide à faire la démarche et transmet votre signalement. Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits.",
            "Call 3422: an adviser helps you and passes on your report. If the answer does not satisfy you, you can turn to the French Defender of Rights."),
    DATA_TITLE("Données personnelles", "Personal data"),
    DATA_KEPT("Ce qui est conservé", "What is kept"),
    DATA_KEPT_TEXT(
            "Votre identité, vos moyens de contact, vos documents de santé et la trace de chaque accès. Un seul cookie vous reconnaît pendant votre visite, un autre retient votre langue. Il n’y a ni mesure d’audience ni publicité.",
            "Your identity, your contact details, your health documents and the trace of each access. One cookie recognises you during your visit, another remembers your language. There is no audience tracking and no advertising."),
    DATA_PROTECTED("Comment c’est protégé", "How it is protected"),
    DATA_PROTECTED_TEXT(
            "Tout ce qui touche à votre santé est chiffré avec une clé propre à votre espace. Ni la base de données ni les sauvegardes ne sont lisibles sans elle.",
            "Everything about your health is encrypted with a key of your space’s own. Neither the database nor the backups can be read without it."),
    DATA_RIGHTS("Vos droits", "Your rights"),
    DATA_RIGHTS_TEXT(
            "Vous lisez, téléchargez et masquez vos documents à tout moment, et supprimez ceux que vous avez ajoutés. Pour fermer votre espace ou faire rectifier une information, appelez le 3422.",
            "You can read, download and hide your documents at any time, and delete those you added. To close your space or have something corrected, call 3422.");

    private final String french;
    private final String english;

    HomeText(String french, String english) {
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
