package fr.monespacesante.portal.rights;

import fr.monespacesante.portal.Text;

/// The words of who may see what.
public enum RightsText implements Text {
    TITLE("Qui peut voir quoi", "Who can see what"),
    LEAD(
            "Un professionnel ne voit vos documents qu’avec votre accord. Tout ce que vous décidez ici prend effet tout de suite.",
            "A professional sees your documents only with your agreement. Everything you decide here takes effect at once."),
    NOW("Qui peut voir mes documents aujourd’hui", "Who can see my documents today"),
    NOW_NOBODY(
            "Personne d’autre que vous. Lors d’une consultation, le professionnel vous demande votre accord.",
            "Nobody but you. During a consultation, the professional asks for your agreement."),
    NOW_AUTHORS(
            "Un professionnel voit aussi, toujours, les documents qu’il a rédigés lui-même.",
            "A professional also always sees the documents they wrote themselves."),
    PREVIEW("Voir mon espace comme un professionnel", "See my space as a professional"),
    PREVIEW_THIS("Voir comme {0}", "See as {0}"),
    DOCTOR("Médecin traitant", "Treating doctor"),
    DOCTOR_SINCE(
            "Votre médecin traitant dans cet espace, depuis le {0}", "Your treating doctor in this space, since {0}"),
    TREATING_NAME("Choisir mon médecin traitant", "Name my treating doctor"),
    TREATING_OTHER("Changer de médecin traitant", "Change my treating doctor"),
    TREATING_LEAD(
            "Votre médecin traitant voit tous vos documents, même ceux que vous avez masqués. Ce choix ne vaut que dans cet espace : il ne change rien à votre déclaration à l’Assurance Maladie.",
            "Your treating doctor sees all your documents, even those you have hidden. This choice holds in this space only: it changes nothing with the health insurance."),
    TREATING_YES("Choisir ce médecin traitant", "Name this treating doctor"),
    TREATING_NAMED("Votre médecin traitant est enregistré.", "Your treating doctor is saved."),
    TREATING_WITHDRAW("Retirer", "Withdraw"),
    TREATING_WITHDRAW_OF("Retirer {0} comme médecin traitant", "Withdraw {0} as treating doctor"),
    TREATING_WITHDRAWN(
            "Vous n’avez plus de médecin traitant dans cet espace.",
            "You no longer have a treating doctor in this space."),
    TEAM("Équipe de soins, depuis le {0}, jusqu’au {1}", "Care team, since {0}, until {1}"),
    CONSULTATION("Pour une consultation, jusqu’au {0}", "For one consultation, until {0}"),
    CONSENT_END("Mettre fin à l’accord", "End the agreement"),
    CONSENT_END_OF("Mettre fin à l’accord de {0}", "End the agreement of {0}"),
    CONSENT_ENDED(
            "L’accord est terminé. Ce professionnel ne peut plus consulter vos documents.",
            "The agreement has ended. This professional can no longer read your documents."),
    SEES_ALL(
            "Voit tous les types de documents, sauf ceux que vous masquez.",
            "Sees all types of documents, except those you hide."),
    SEES_ALL_HIDDEN(
            "Voit tous vos documents, même ceux que vous masquez.", "Sees all your documents, even those you hide."),
    SEES_ONLY("Ne voit que : {0} ; sauf ce que vous masquez.", "Sees only: {0}; except what you hide."),
    SEES_ONLY_HIDDEN("Ne voit que : {0} ; même ce que vous masquez.", "Sees only: {0}; even what you hide."),
    SEES_EXCEPT("Ne voit pas : {0}, ni ce que vous masquez.", "Does not see: {0}, nor what you hide."),
    SEES_EXCEPT_HIDDEN(
            "Voit tout, même ce que vous masquez, sauf : {0}.", "Sees everything, even what you hide, except: {0}."),
    SEES_NOTHING("Sa profession ne donne accès à aucun document.", "This profession gives access to no document."),
    DELEGATE_REPRESENTATIVE("Représentant légal", "Legal representative"),
    DELEGATE_CAREGIVER("Aidant", "Caregiver"),
    DELEGATE_UNKNOWN("Une personne qui n’a pas encore d’espace", "A person who has no space yet"),
    CAREGIVERS("Choisir mes aidants", "Choose my caregivers"),
    DELEGATE_ALL("Voit et gère cet espace comme vous.", "Sees and manages this space as you do."),
    DELEGATE_SOME(
            "Voit ou ajoute des documents pour vous, dans la limite que vous avez fixée.",
            "Sees or adds documents for you, within the limits you set."),
    EMERGENCY("En urgence", "In an emergency"),
    EMERGENCY_LEAD(
            "Quand la vie est en danger et que vous ne pouvez pas vous exprimer, un professionnel peut entrer sans votre accord. Il doit dire pourquoi, et vous en êtes averti.",
            "When life is at stake and you cannot speak for yourself, a professional may come in without your agreement. They must say why, and you are told."),
    EMERGENCY_OTHERS(
            "Les professionnels qui vous soignent en urgence peuvent voir mes documents",
            "Professionals who treat you in an emergency may see my documents"),
    EMERGENCY_SAMU("Le médecin du SAMU (15) peut voir mes documents", "The SAMU doctor (15) may see my documents"),
    EMERGENCY_MASKED(
            "Dans ces deux cas, montrer aussi les documents que j’ai masqués",
            "In both cases, also show the documents I have hidden"),
    EMERGENCIES_SAVED("Vos choix pour les urgences sont enregistrés.", "Your choices for emergencies are saved."),
    BLOCKS("Professionnels bloqués", "Blocked professionals"),
    BLOCKS_NONE("Vous n’avez bloqué personne.", "You have blocked nobody."),
    SINCE("depuis le {0}", "since {0}"),
    RPPS("RPPS {0}", "RPPS {0}"),
    UNBLOCK("Débloquer", "Unblock"),
    UNBLOCK_OF("Débloquer {0}", "Unblock {0}"),
    UNBLOCKED(
            "Ce professionnel n’est plus bloqué. Il lui faudra de nouveau votre accord pour consulter vos documents.",
            "This professional is no longer blocked. Your agreement is needed again to read your documents."),
    BLOCK("Bloquer un professionnel", "Block a professional"),
    BLOCK_THIS("Bloquer {0}", "Block {0}"),
    BLOCK_LEAD(
            "Un professionnel bloqué n’a plus aucun accès, même en urgence. Il apprend seulement que l’accès est refusé.",
            "A blocked professional has no access of any kind, even in an emergency. They only learn that access is refused."),
    BLOCK_YES("Bloquer", "Block"),
    BLOCKED("Ce professionnel est bloqué.", "This professional is blocked."),
    FEEDINGS("Professionnels qui n’ajoutent plus de documents", "Professionals who no longer add documents"),
    FEEDINGS_NONE(
            "Tous les professionnels qui vous soignent peuvent ajouter des documents.",
            "All professionals who treat you may add documents."),
    FEEDING_WHY("Votre raison : {0}", "Your reason: {0}"),
    FEEDING_REFUSE("Refuser qu’un professionnel ajoute des documents", "Refuse that a professional adds documents"),
    FEEDING_LEAD(
            "Ce professionnel ne pourra plus ajouter de document dans votre espace. Ceux qu’il a déjà ajoutés restent.",
            "This professional will no longer be able to add documents to your space. Those already added stay."),
    FEEDING_YES("Refuser ses ajouts", "Refuse their additions"),
    FEEDING_REFUSED(
            "Ce professionnel ne peut plus ajouter de document.", "This professional can no longer add documents."),
    FEEDING_REASON("Votre raison", "Your reason"),
    FEEDING_REASON_HINT(
            "Elle reste dans votre espace. 500 caractères au plus.", "It stays in your space. 500 characters at most."),
    FEEDING_ACCEPT("Accepter de nouveau", "Accept again"),
    FEEDING_ACCEPT_OF("Accepter de nouveau les documents de {0}", "Accept documents by {0} again"),
    FEEDING_ACCEPTED(
            "Ce professionnel peut de nouveau ajouter des documents.", "This professional may add documents again."),
    RULES("Documents réglés pour une personne", "Documents set for one person"),
    RULES_NONE(
            "Aucun. Depuis la page d’un document, vous pouvez le montrer ou le masquer pour un seul professionnel.",
            "None. From the page of a document, you can show it to, or hide it from, a single professional."),
    RULE_IS_SHOWN("Montré à {0}", "Shown to {0}"),
    RULE_IS_HIDDEN("Masqué pour {0}", "Hidden from {0}"),
    RULE_UNTIL("jusqu’au {0}", "until {0}"),
    RULE_SEE("Voir ou changer", "See or change"),
    RULE_SEE_OF("Voir ou changer, pour {0}", "See or change, for {0}"),
    ARRIVALS("À l’arrivée d’un document", "When a document comes in"),
    ARRIVAL("Documents masqués à leur arrivée", "Documents hidden as they come in"),
    ARRIVAL_NONE("Aucune catégorie n’est masquée à l’arrivée.", "No category is hidden as it comes in."),
    ARRIVAL_SOME("Arrivent masqués aux professionnels :", "Come in hidden from professionals:"),
    ARRIVAL_LEAD(
            "Les nouveaux documents de ces catégories arriveront masqués : seuls leur auteur et votre médecin traitant les verront. Ceux qui sont déjà là ne changent pas. Vous pourrez toujours les montrer un par un.",
            "New documents of these categories will come in hidden: only their author and your treating doctor will see them. Those already here do not change. You can still show them one by one."),
    ARRIVAL_LEGEND("Masquer à l’arrivée", "Hide as they come in"),
    ARRIVAL_CHANGE("Choisir les catégories", "Choose the categories"),
    ARRIVAL_SAVED(
            "Vos choix pour les nouveaux documents sont enregistrés.", "Your choices for new documents are saved."),
    DELAYS("Délai avant de voir un résultat", "Delay before seeing a result"),
    DELAYS_NONE(
            "Aucun délai : vous voyez chaque résultat dès son arrivée.",
            "No delay: you see each result as soon as it comes in."),
    DELAYS_LEAD(
            "Certains préfèrent qu’un résultat sensible leur soit d’abord expliqué par leur médecin. Vous pouvez choisir qu’un type de résultat ne vous soit montré qu’après quelques jours. Vos professionnels, eux, le voient dès son arrivée.",
            "Some people prefer that a sensitive result is first explained by their doctor. You can choose that a type of result is shown to you only after some days. Your professionals see it as soon as it comes in."),
    DELAY_OF("{0} : {1} jour(s)", "{0}: {1} day(s)"),
    DELAY_TYPE("Type de résultat", "Type of result"),
    DELAY_DAYS("Nombre de jours", "Number of days"),
    DELAY_DAYS_HINT("De 1 à 30", "From 1 to 30"),
    DELAY_ADD("Ajouter ce délai", "Add this delay"),
    DELAY_REMOVE("Retirer", "Remove"),
    DELAY_REMOVE_OF("Retirer le délai : {0}", "Remove the delay: {0}"),
    DELAY_CHANGE("Choisir un délai", "Choose a delay"),
    DELAY_SAVED("Le délai est enregistré.", "The delay is saved."),
    DELAY_REMOVED(
            "Le délai est retiré. Ce qui attendait est visible.", "The delay is removed. What was waiting is visible."),
    DELAY_NEEDS_TYPE("Choisissez un type de résultat.", "Choose a type of result."),
    DELAY_NEEDS_DAYS("Écrivez un nombre de jours, de 1 à 30.", "Enter a number of days, from 1 to 30."),
    CHOOSE_SEARCH("Nom du professionnel, ou numéro RPPS", "Name of the professional, or RPPS number"),
    CHOOSE_HINT(
            "Par exemple : Lefèvre Antoine. Le numéro RPPS (11 chiffres) figure sur ses ordonnances et dans votre historique.",
            "For example: Lefèvre Antoine. The RPPS number (11 digits) is on their prescriptions and in your history."),
    CHOOSE_BUTTON("Chercher", "Search"),
    CHOOSE_FOUND(
            "{0} professionnel trouvé|{0} professionnels trouvés", "{0} professional found|{0} professionals found"),
    CHOOSE_MANY(
            "Seuls les 20 premiers sont montrés. Ajoutez un prénom.", "Only the first 20 are shown. Add a given name."),
    CHOOSE_NONE(
            "Aucun professionnel de ce nom dans l’annuaire. Vérifiez l’orthographe, ou écrivez son numéro RPPS.",
            "No professional of this name in the directory. Check the spelling, or enter the RPPS number."),
    CHOOSE_KNOWN("Déjà venus dans votre espace", "Already came to your space"),
    CHOOSE_THIS("Choisir {0}", "Choose {0}"),
    CHOOSE_UNLISTED("Ce numéro n’est pas dans l’annuaire", "This number is not in the directory"),
    CHOOSE_OTHER("Choisir quelqu’un d’autre", "Choose somebody else"),
    CHOOSE_SOMEBODY(
            "Choisissez d’abord un professionnel : cherchez son nom, ou écrivez son numéro RPPS.",
            "Choose a professional first: search by name, or enter the RPPS number."),
    CHOSEN("Vous avez choisi", "You chose"),
    NAME("Nom du professionnel", "Name of the professional"),
    NAMESAKE(
            "C’est un homonyme : ce professionnel porte mon nom, mais ce n’est pas moi",
            "A namesake: this professional bears my name, but is not me"),
    WRONG_NOT_A_DOCTOR(
            "Un médecin traitant doit être médecin. Ce professionnel exerce une autre profession, ou n’est pas dans l’annuaire.",
            "A treating doctor must be a doctor. This professional has another profession, or is not in the directory."),
    WRONG_BLOCKED(
            "Vous avez bloqué ce professionnel. Débloquez-le d’abord.",
            "You have blocked this professional. Unblock them first."),
    WRONG_ONESELF(
            "Ce professionnel porte exactement votre nom. On ne peut pas se bloquer soi-même : s’il s’agit de quelqu’un d’autre, cochez la case.",
            "This professional bears exactly your name. You cannot block yourself: if it is somebody else, tick the box."),
    WRONG_NO_REASON("Écrivez votre raison.", "Write your reason."),
    WRONG_LONG_REASON("Écrivez 500 caractères au plus.", "Write at most 500 characters."),
    WRONG_NO_NAME("Écrivez le nom du professionnel.", "Enter the name of the professional."),
    WRONG_PAST(
            "Cette date est passée. Choisissez une date à venir, ou laissez vide.",
            "This date is past. Choose a date to come, or leave it empty."),
    WRONG_FAR("Cette date est trop lointaine.", "This date is too far away."),
    DATE_UNREADABLE(
            "Écrivez une date comme 2026-12-31, ou choisissez-la dans le calendrier.",
            "Enter a date such as 2026-12-31, or pick it from the calendar."),
    MEANWHILE(
            "Vos autorisations ont changé entre-temps. Vérifiez-les, puis recommencez.",
            "Your authorisations have changed in the meantime. Check them, then start again."),
    PREVIEW_LEAD(
            "Vous verrez la liste exacte des documents que ce professionnel voit aujourd’hui, ni plus ni moins.",
            "You will see the exact list of documents that this professional sees today, no more and no less."),
    PREVIEW_YES("Voir", "See"),
    PREVIEW_AS("Votre espace, vu par {0}", "Your space, as {0} sees it"),
    PREVIEW_BANNER(
            "Aperçu : voici ce que {0} voit aujourd’hui. Rien ne lui est envoyé.",
            "Preview: this is what {0} sees today. Nothing is sent to them."),
    PREVIEW_LEAVE("Quitter l’aperçu", "Leave the preview"),
    PREVIEW_COUNT("{0} document visible|{0} documents visibles", "{0} visible document|{0} visible documents"),
    PREVIEW_NONE(
            "Ce professionnel a le droit de regarder, mais aucun document ne lui est visible.",
            "This professional may look, but no document is visible to them."),
    PREVIEW_EMPTY("Ce professionnel ne voit rien", "This professional sees nothing"),
    PREVIEW_BLOCKED(
            "Vous l’avez bloqué : tout accès lui est refusé, même en urgence.",
            "You have blocked them: every access is refused, even in an emergency."),
    PREVIEW_NO_AGREEMENT(
            "Vous ne lui avez pas donné votre accord, ou il est terminé. Les documents qu’il a rédigés lui restent accessibles un par un.",
            "You have not given your agreement, or it has ended. Documents they wrote remain open to them one by one."),
    PREVIEW_NOTHING("Sa profession ne donne pas accès à cet espace.", "This profession gives no access to this space."),
    SENDERS("Adresses bloquées dans la messagerie", "Addresses blocked in messaging"),
    SENDERS_NONE(
            "Aucune adresse n’est bloquée. Vous pouvez en bloquer une depuis un message reçu.",
            "No address is blocked. You can block one from a message you received."),
    SENDER_UNBLOCKED(
            "L’adresse est débloquée : elle peut de nouveau vous écrire.",
            "The address is unblocked: it may write to you again."),
    WHO_TITLE("Qui pourrait voir ce document aujourd’hui ?", "Who could see this document today?"),
    WHO_LINK("Qui pourrait voir ce document ?", "Who could see this document?"),
    WHO_HISTORY("Qui a vu ce document", "Who has seen this document"),
    WHO_PEOPLE("Les professionnels que votre espace connaît", "Professionals your space knows"),
    WHO_PEOPLE_NONE("Aucun professionnel n’a d’accord en ce moment.", "No professional has an agreement now."),
    WHO_SEES("Peut le voir", "Can see it"),
    WHO_SEES_NOT("Ne peut pas le voir", "Cannot see it"),
    WHO_OTHERS("Les autres professionnels", "Other professionals"),
    WHO_OTHERS_MAY(
            "Seulement après votre accord, et selon leur profession :",
            "Only after your agreement, and by profession:"),
    WHO_OTHERS_HIDDEN(
            "Ce document est masqué : même avec votre accord, ces professions ne le voient pas :",
            "This document is hidden: even with your agreement, these professions do not see it:"),
    WHO_OTHERS_NEVER(
            "Jamais, même avec votre accord, pour ce type de document :",
            "Never, even with your agreement, for this type of document:"),
    WHO_EMERGENCIES("En urgence, sans votre accord", "In an emergency, without your agreement"),
    WHO_EMERGENCY("Un professionnel qui vous soigne en urgence", "A professional who treats you in an emergency"),
    WHO_REGULATION("Le médecin du SAMU (15)", "The SAMU doctor (15)"),
    WHO_SETTINGS("Changer mes réglages", "Change my settings"),
    WHO_DELEGATES("Les personnes qui agissent pour vous", "People who act for you"),
    WHO_NOBODY_ELSE(
            "Personne d’autre : ni votre mutuelle, ni votre employeur, ni une banque, ni les agents de l’Assurance Maladie ou du service.",
            "Nobody else: not your insurer, your employer, a bank, the staff of the health insurance or of the service."),
    WHY_AUTHOR("en est l’auteur", "is its author"),
    WHY_CONSENT("vous avez donné votre accord pour une consultation", "you agreed to one consultation"),
    WHY_CARE_TEAM("fait partie de votre équipe de soins", "is in your care team"),
    WHY_TREATING_DOCTOR("est votre médecin traitant", "is your treating doctor"),
    WHY_SHOWN("vous lui avez montré ce document", "you showed them this document"),
    WHY_HIDDEN_FROM_THEM("vous lui avez masqué ce document", "you hid this document from them"),
    WHY_MATRIX_ALLOWS(
            "sa profession peut consulter ce type de document", "this profession may view this type of document"),
    WHY_MATRIX_REFUSES(
            "sa profession ne peut pas consulter ce type de document",
            "this profession may not view this type of document"),
    WHY_HIDDEN("le document est masqué", "the document is hidden"),
    WHY_NO_AGREEMENT("n’a pas votre accord en ce moment", "does not have your agreement now"),
    WHY_BLOCKED("vous avez bloqué ce professionnel", "you have blocked this professional"),
    WHY_EMERGENCY_ALLOWED("vous l’autorisez dans vos réglages", "you allow it in your settings"),
    WHY_EMERGENCY_REFUSED("vous le refusez dans vos réglages", "you refuse it in your settings"),
    WHY_REPRESENTATIVE("votre représentant légal", "your legal representative"),
    WHY_CAREGIVER("votre aidant", "your caregiver"),
    WHY_OUT_OF_SCOPE(
            "ce document lui est masqué, ou n’entre pas dans ce qui lui est confié",
            "this document is hidden from them, or outside what they were entrusted with"),
    WHY_UNTIL("{0}, jusqu’au {1}", "{0}, until {1}"),
    RULE_TITLE("Montrer ou masquer pour un professionnel", "Show to or hide from one professional"),
    RULE_LEAD(
            "Ce choix ne vaut que pour ce document et pour un seul professionnel. Il passe avant le réglage du document.",
            "This choice holds for this document and one professional only. It comes before the document’s own setting."),
    RULE_HOW("Ce professionnel", "This professional"),
    RULE_SHOW("peut voir ce document, même si je l’ai masqué", "may see this document, even if I have hidden it"),
    RULE_HIDE("ne doit pas voir ce document", "must not see this document"),
    RULE_END("Jusqu’au", "Until"),
    RULE_END_HINT("Laissez vide pour ne pas fixer de fin.", "Leave empty to set no end."),
    RULE_YES("Enregistrer", "Save"),
    RULE_NEEDS_WAY("Choisissez de montrer ou de masquer.", "Choose to show or to hide."),
    RULE_SHOWN(
            "Ce professionnel peut voir ce document, s’il a votre accord.",
            "This professional may see this document, with your agreement."),
    RULE_HIDDEN("Ce professionnel ne voit plus ce document.", "This professional no longer sees this document."),
    RULE_FORGET("Revenir au réglage du document", "Back to the document’s setting"),
    RULE_FORGET_OF("Revenir au réglage du document pour {0}", "Back to the document’s setting for {0}"),
    RULE_FORGOTTEN(
            "Ce document est de nouveau réglé pour ce professionnel comme pour les autres.",
            "This document is set for this professional as for the others again.");

    private final String french;
    private final String english;

    RightsText(String french, String english) {
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
