package fr.monespacesante.portal.family;

import fr.monespacesante.portal.Text;

/// What the pages about children, teenagers, protected adults and protection say.
public enum FamilyText implements Text {
    ACTIVATE_TITLE("Activer l’espace de {0} ?", "Activate the space of {0}?"),
    ACTIVATE_LEAD(
            "Vous y verrez ses documents de santé et pourrez en ajouter. Vous le gérez depuis vos propres identifiants, comme l’autre représentant légal.",
            "You will see the health documents there and can add some. You manage it with your own login, as the other legal representative does."),
    ACTIVATE_HIDDEN(
            "Un professionnel peut convenir avec un mineur que certains documents ne vous sont pas montrés.",
            "A professional may agree with a minor that some documents are not shown to you."),
    ACCEPT("J’accepte les conditions d’utilisation pour cette personne", "I accept the terms of use for this person"),
    ACCEPT_NEEDED("Acceptez les conditions pour continuer.", "Accept the terms to go on."),
    ACTIVATE("Activer", "Activate"),
    ACTIVATED(
            "L’espace est activé. Vous pouvez l’ouvrir dans cette liste.",
            "The space is activated. You can open it from this list."),
    ACTIVATED_ALREADY(
            "Cet espace est déjà activé, peut-être par l’autre parent.",
            "This space is activated already, maybe by the other parent."),
    CODE_TITLE("Activer l’espace de mon enfant", "Activate my child’s space"),
    CODE_LEAD(
            "Si votre enfant est dans la liste « Mes proches », un bouton suffit. Sinon, prenez la lettre ou le message qui contient son code.",
            "If your child is in the list “My relatives”, one button is enough. Otherwise take the letter or message with the code."),
    INS("Numéro de sécurité sociale de l’enfant", "The child’s social security number"),
    INS_HINT(
            "Le sien, 15 chiffres : il figure sur votre attestation de droits.",
            "Their own, 15 digits: it is on your certificate of rights."),
    INS_NEEDED("Saisissez le numéro de sécurité sociale de l’enfant.", "Enter the child’s social security number."),
    SERIAL(
            "Les 11 derniers chiffres du numéro de série de la carte Vitale",
            "The last 11 digits of the Vitale card’s serial number"),
    SERIAL_HINT("Au dos ou en bas de la carte sur laquelle figure l’enfant.", "On the card that names the child."),
    SERIAL_NEEDED("Saisissez les 11 derniers chiffres de la carte.", "Enter the last 11 digits of the card."),
    CODE("Code provisoire de l’enfant", "The child’s provisional code"),
    CODE_HINT("12 signes, par exemple K7RM-4TXA-9QWP.", "12 signs, such as K7RM-4TXA-9QWP."),
    CODE_NEEDED("Saisissez le code provisoire.", "Enter the provisional code."),
    CODE_WRONG(
            "Ces trois informations ne vont pas ensemble. Vérifiez-les une à une.",
            "These three do not go together. Check them one by one."),
    CODE_USED(
            "Cet espace est déjà activé. Si vous êtes l’autre parent et ne le voyez pas, appelez le 3422.",
            "This space is activated already. If you are the other parent and do not see it, call 3422."),
    CODE_EXPIRED(
            "Ce code n’est plus valable. Demandez-en un nouveau à la page d’activation.",
            "This code is no longer valid. Ask for a new one on the activation page."),
    CODE_ADULT(
            "Ce code est celui d’une personne majeure : elle active son espace elle-même.",
            "This is an adult’s code: they activate their space themselves."),
    CODE_PARENTS(
            "Deux représentants légaux gèrent déjà cet espace. Appelez le 3422.",
            "Two legal representatives manage this space already. Call 3422."),
    CODE_MINOR("Il faut être majeur pour représenter un enfant.", "One must be of age to represent a child."),
    CODE_SLOW("Trop d’essais. Attendez un peu, puis recommencez.", "Too many attempts. Wait a little, then try again."),
    TEEN_TITLE("L’accès personnel de votre enfant", "Your child’s own access"),
    TEEN_LEAD(
            "De 13 à 18 ans, votre enfant peut avoir son propre accès à son espace, à côté du vôtre.",
            "From 13 to 18 your child can have an access of their own, beside yours."),
    TEEN_SEES(
            "Il ou elle voit tous ses documents, y compris ceux qu’un professionnel a convenu de ne pas vous montrer.",
            "They see all their documents, those too that a professional agreed not to show you."),
    TEEN_ADDS(
            "Il ou elle peut ajouter des documents, sans rien supprimer ni choisir qui voit quoi.",
            "They can add documents, and neither delete anything nor choose who sees what."),
    TEEN_YOU("Votre propre accès ne change pas.", "Your own access does not change."),
    TEEN_EMAIL("Son adresse électronique", "Their e-mail address"),
    TEEN_EMAIL_HINT("La sienne, pas la vôtre : le code y est envoyé.", "Their own, not yours: the code goes there."),
    TEEN_GIVE("Donner un accès personnel", "Give an access of their own"),
    TEEN_AGAIN("Envoyer un nouveau code", "Send a new code"),
    TEEN_GIVEN(
            "Le code est envoyé. Votre enfant crée ses identifiants avec la carte Vitale.",
            "The code is on its way. Your child makes a login with the Vitale card."),
    TEEN_INVITED(
            "Le code est envoyé ; votre enfant n’a pas encore créé ses identifiants.",
            "The code is sent; your child has not made a login yet."),
    TEEN_ON("Votre enfant a son propre accès.", "Your child has an access of their own."),
    TEEN_END("Arrêter cet accès", "End this access"),
    TEEN_ENDED("L’accès personnel est arrêté.", "The access is ended."),
    TEEN_NOT_YET(
            "Un accès personnel est possible de 13 à 18 ans.", "An access of one’s own is possible from 13 to 18."),
    TEEN_ALREADY("C’est déjà fait, peut-être par l’autre parent.", "It is done already, maybe by the other parent."),
    SHIELD_TITLE("Protéger cet espace", "Protect this space"),
    SHIELD_LEAD(
            "Pour une personne en danger dont l’adresse doit rester confidentielle.",
            "For a person in danger whose address must stay confidential."),
    SHIELD_ALL(
            "Plus personne n’agit dans cet espace à la place de son titulaire : parents, représentants et aidants n’y ont plus accès, tout de suite.",
            "Nobody acts in this space for its holder any more: parents, representatives and caregivers have no access, at once."),
    SHIELD_YOU("Vous non plus, si ce n’est pas votre propre espace.", "Neither do you, if it is not your own space."),
    SHIELD_NOBODY_TOLD(
            "Personne n’est prévenu. Pour eux, l’espace n’existe plus, et aucun courrier ne leur est adressé.",
            "Nobody is told. To them the space exists no longer, and no letter goes to them."),
    SHIELD_BACK(
            "Seul le 3422 peut revenir en arrière, sur justificatifs.", "Only 3422 can undo it, on documents shown."),
    SHIELD_SURE(
            "J’ai compris : plus personne n’agit dans cet espace", "I understand: nobody acts in this space any more"),
    SHIELD_NEEDED("Cochez la case pour confirmer.", "Tick the box to confirm."),
    SHIELD_DO("Protéger maintenant", "Protect now"),
    SHIELD_DONE("C’est fait : plus personne n’agit dans cet espace.", "Done: nobody acts in this space any more."),
    SHIELD_IS_ON(
            "Cet espace est protégé : personne n’agit à la place de son titulaire. Pour changer cela, appelez le 3422.",
            "This space is protected: nobody acts for its holder. To change it, call 3422."),
    MORE("Autres réglages de la famille", "Other settings of the family"),
    MEASURE("Mesure de protection", "Measure of protection"),
    MEASURE_TUTELLE("Tutelle", "Guardianship (tutelle)"),
    MEASURE_CURATELLE("Curatelle", "Curatorship (curatelle)"),
    MEASURE_HABILITATION("Habilitation familiale", "Family authorisation (habilitation familiale)"),
    MEASURE_FUTURE("Mandat de protection future", "Lasting power (mandat de protection future)"),
    MEASURE_UNTIL("Jusqu’au {0}", "Until {0}"),
    GUARDIAN_ALL("La personne qui représente peut tout gérer.", "The person who represents can manage everything."),
    GUARDIAN_READ(
            "La personne qui représente peut voir, sans rien changer.",
            "The person who represents can see, and change nothing."),
    LEFT_ALL(
            "La personne protégée continue à tout gérer elle-même.",
            "The protected person goes on managing everything."),
    LEFT_READ(
            "La personne protégée continue à tout voir ; ce qui change l’espace revient à qui la représente.",
            "The protected person goes on seeing everything; what changes the space is for who represents them.");

    private final String french;
    private final String english;

    FamilyText(String french, String english) {
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
