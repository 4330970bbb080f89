package fr.monespacesante.portal.space;

import fr.monespacesante.portal.Text;

/// The words of the notifications and of how to be told.
public enum NoticeText implements Text {
    NOTICES_TITLE("Notifications", "Notifications"),
    NOTICES_LEAD(
            "Ce que le service vous signale. Les messages que vous recevez hors de cet espace ne contiennent jamais d’information de santé.",
            "What the service tells you. The messages you receive outside this space never hold health information."),
    NOTICES_EMPTY_TITLE("Aucune notification", "No notification"),
    NOTICES_EMPTY_TEXT(
            "Vous serez prévenu ici à chaque nouveau document et à chaque accès d’un professionnel.",
            "You will be told here of each new document and each access by a professional."),
    NOTICES_EMPTY_FILTER(
            "Aucune notification de ce genre pour le moment.", "No notification of this kind for the moment."),
    NOTICES_EMPTY_ACTION("Voir mes documents", "See my documents"),
    NOTICES_ALL("Toutes les notifications", "All notifications"),
    NOTICES_SHOW("Afficher", "Show"),
    NOTICES_FILTER("Filtrer", "Filter"),
    NOTICES_READ_ALL("Tout marquer comme lu", "Mark all as read"),
    NOTICES_DONE("Toutes les notifications sont marquées comme lues.", "All notifications are marked as read."),
    NOTICES_CHOOSE("Choisir comment être prévenu", "Choose how to be told"),
    READ_ONE("Marquer comme lue", "Mark as read"),
    UNREAD("Non lue", "Unread"),
    BY_RIGHT("À quel titre : {0}", "By what right: {0}"),
    REASON("Raison déclarée : {0}", "Declared reason: {0}"),
    DOCUMENT_NEW("Nouveau document", "New document"),
    DOCUMENT_REPLACED("Nouvelle version d’un document", "New version of a document"),
    DOCUMENT_CHANGED("Document modifié", "Document changed"),
    DOCUMENT_DELETED("Document supprimé par la personne qui l’avait déposé", "Document deleted by who had filed it"),
    CONSENT_DECLARED("Un professionnel déclare avoir votre accord", "A professional declares to have your agreement"),
    RIGHTS_CHANGED("Vos autorisations d’accès ont été modifiées", "Your access authorisations were changed"),
    ACCESS("Un professionnel a consulté votre espace", "A professional accessed your space"),
    DELEGATE_ACCESS(
            "Une personne qui agit pour vous a consulté votre espace", "A person acting for you accessed your space"),
    REFUSED("Un accès à votre espace a été refusé", "An access to your space was refused"),
    REFUSED_READING("Cette personne voulait voir vos documents.", "This person wanted to see your documents."),
    REFUSED_WRITING("Cette personne voulait vous écrire.", "This person wanted to write to you."),
    REFUSED_FILING("Cette personne voulait ajouter un document.", "This person wanted to add a document."),
    EMERGENCY_ACCESS("Accès en urgence à votre espace", "Emergency access to your space"),
    NEW_DEVICE("Connexion depuis un nouvel appareil", "Login from a new device"),
    NEW_DEVICE_TEXT(
            "Si ce n’est pas vous, déconnectez cet appareil et changez votre mot de passe.",
            "If it was not you, log this device out and change your password."),
    PASSWORD_CHANGED("Mot de passe changé", "Password changed"),
    CONTACT_CHANGED("Coordonnées de contact changées", "Contact details changed"),
    NOT_YOU_TEXT("Si ce n’est pas vous, appelez le 3422.", "If it was not you, call 3422."),
    SESSION_ASSISTED("Session ouverte avec un conseiller", "Session opened with a counsellor"),
    SUPPORT_ACTED("L’assistance 3422 est intervenue", "The 3422 support stepped in"),
    REPORT_ANSWERED("Réponse à votre signalement d’un accès", "Answer to the access you reported"),
    COPY_READY("La copie de vos données est prête", "The copy of your data is ready"),
    COPY_FAILED("La copie de vos données n’a pas pu être faite", "The copy of your data could not be made"),
    ERASURE_DONE("L’effacement que vous avez demandé est fait", "The erasure you asked for is done"),
    MESSAGE_NEW("Nouveau message", "New message"),
    MESSAGE_RETURNED("Un de vos messages n’est pas arrivé", "One of your messages did not arrive"),
    MESSAGE_RETURNED_TEXT("Ouvrez-le pour voir à qui et pourquoi.", "Open it to see who did not get it, and why."),
    MESSAGE_REFUSED("Un message pour vous a été refusé", "A message to you was refused"),
    MESSAGE_REFUSED_TEXT(
            "Une pièce jointe était dangereuse. L’expéditeur est prévenu, vous n’avez rien à faire.",
            "An attachment was dangerous. The sender has been told, there is nothing for you to do."),
    SEE_MESSAGE("Voir l’échange", "See the exchange"),
    SEE_COPY("Voir la copie de mes données", "See the copy of my data"),
    SEE_ERASURE("Voir ma demande", "See my request"),
    SEE_DOCUMENT("Voir le document", "See the document"),
    SEE_RIGHTS("Voir qui peut accéder à mon espace", "See who may access my space"),
    SEE_CONSENT("Voir ou retirer cet accord", "See or withdraw this agreement"),
    SEE_HISTORY("Voir l’historique", "See the history"),
    SEE_LOGIN("Voir mes appareils et ma connexion", "See my devices and login"),
    TOPIC_DOCUMENTS("Documents", "Documents"),
    TOPIC_DOCUMENTS_TEXT(
            "Un document arrive, change, est remplacé ou supprimé par quelqu’un d’autre que vous",
            "A document arrives, changes, is replaced or deleted by someone other than you"),
    TOPIC_MESSAGES("Messages", "Messages"),
    TOPIC_MESSAGES_TEXT(
            "Un professionnel vous écrit, ou un de vos messages n’arrive pas",
            "A professional writes to you, or one of your messages does not arrive"),
    TOPIC_ACCESSES("Consultations", "Accesses"),
    TOPIC_ACCESSES_TEXT(
            "Un professionnel, ou une personne qui agit pour vous, consulte votre espace",
            "A professional, or a person acting for you, accesses your space"),
    TOPIC_RIGHTS("Autorisations", "Authorisations"),
    TOPIC_RIGHTS_TEXT(
            "Un professionnel déclare avoir votre accord, ou quelqu’un d’autre que vous change les autorisations",
            "A professional declares to have your agreement, or someone else changes the authorisations"),
    TOPIC_REFUSALS("Accès refusés", "Refused accesses"),
    TOPIC_REFUSALS_TEXT(
            "Quelqu’un que vous avez écarté a essayé d’accéder à votre espace",
            "Someone you have kept out tried to access your space"),
    TOPIC_EMERGENCIES("Accès en urgence", "Emergency accesses"),
    TOPIC_EMERGENCIES_TEXT(
            "Un professionnel ouvre votre espace en urgence, avec la raison qu’il déclare",
            "A professional opens your space in an emergency, with the reason they declare"),
    TOPIC_SECURITY("Sécurité et signalements", "Security and reports"),
    TOPIC_SECURITY_TEXT(
            "Nouvel appareil, mot de passe ou coordonnées changés, réponse à un signalement",
            "New device, changed password or contact details, answer to a report"),
    CHOICES_TITLE("Comment être prévenu", "How to be told"),
    CHOICES_LEAD(
            "Dans votre espace, tout vous est toujours signalé. Choisissez ici ce que vous recevez aussi ailleurs. Ces messages disent seulement qu’il y a du nouveau.",
            "In your space you are always told of everything. Choose here what you also receive elsewhere. Those messages only say that there is something new."),
    CHOICES_EMAIL("Par e-mail", "By e-mail"),
    CHOICES_PUSH("Sur mes appareils", "On my devices"),
    CHOICES_PACE("Quand ?", "When?"),
    CHOICES_AT_ONCE("Tout de suite", "At once"),
    CHOICES_DAILY("Une fois par jour", "Once a day"),
    CHOICES_ALWAYS(
            "Toujours par e-mail et sur vos appareils, tout de suite. Pour votre sécurité, cela ne se désactive pas.",
            "Always by e-mail and on your devices, at once. For your safety this cannot be turned off."),
    CHOICES_HOUR("Heure du résumé quotidien", "Time of the daily summary"),
    CHOICES_HOUR_HINT(
            "Heure de Paris. Rien n’est envoyé s’il n’y a rien de nouveau.",
            "Paris time. Nothing is sent when there is nothing new."),
    CHOICES_HOUR_WRONG("Choisissez une heure dans la liste.", "Choose a time from the list."),
    CHOICES_PACE_WRONG("Choisissez quand être prévenu.", "Choose when to be told."),
    CHOICES_NO_EMAIL(
            "Vous n’avez pas donné d’adresse e-mail : rien ne peut être envoyé par e-mail.",
            "You have given no e-mail address: nothing can be sent by e-mail."),
    CHOICES_ADD_EMAIL("Ajouter une adresse e-mail", "Add an e-mail address"),
    CHOICES_SAVED("Vos choix sont enregistrés.", "Your choices are saved."),
    DEVICES("Notifications sur mes appareils", "Notifications on my devices"),
    DEVICES_TEXT(
            "Votre navigateur peut vous prévenir, même quand cette page est fermée. Sur l’écran n’apparaît que « Il y a du nouveau dans votre espace santé ».",
            "Your browser can tell you, even when this page is closed. The screen only shows that there is something new in your health space."),
    DEVICES_NONE("Aucun appareil pour le moment.", "No device for the moment."),
    DEVICE_SINCE("Depuis le {0}", "Since {0}"),
    DEVICE_REMOVE("Retirer", "Remove"),
    DEVICE_REMOVE_OF("Retirer {0}", "Remove {0}"),
    DEVICE_REMOVED("Cet appareil ne recevra plus de notification.", "This device will receive no more notifications."),
    DEVICE_NAME("Nom de cet appareil", "Name of this device"),
    DEVICE_NAME_HINT("Exemple : mon téléphone", "Example: my phone"),
    DEVICE_NAME_NEEDED("Donnez un nom à cet appareil, en 60 signes au plus.", "Name this device, in 60 signs at most."),
    DEVICE_ADD("Activer sur cet appareil", "Turn on for this device"),
    DEVICE_ADDED("Cet appareil recevra vos notifications.", "This device will receive your notifications."),
    DEVICE_REFUSED(
            "Ce navigateur n’a pas donné d’adresse que nous puissions utiliser. Rien n’a changé.",
            "This browser gave no address that we can use. Nothing has changed."),
    DEVICES_TOO_MANY(
            "Vous avez déjà 10 appareils. Retirez-en un d’abord.", "You have 10 devices already. Remove one first."),
    DEVICES_NEED_SCRIPT(
            "Pour activer cet appareil, autorisez JavaScript dans votre navigateur.",
            "To turn this device on, allow JavaScript in your browser."),
    PUSH_UNSUPPORTED(
            "Ce navigateur ne sait pas recevoir de notifications. Sur iPhone, ajoutez d’abord ce site à l’écran d’accueil.",
            "This browser cannot receive notifications. On an iPhone, first add this site to the home screen."),
    PUSH_DENIED(
            "Votre navigateur bloque les notifications de ce site. Autorisez-les dans ses réglages, puis recommencez.",
            "Your browser blocks this site’s notifications. Allow them in its settings and try again."),
    PUSH_FAILED(
            "Votre navigateur n’a pas pu joindre son service de notifications. Recommencez plus tard ; les e-mails, eux, continuent.",
            "Your browser could not reach its notification service. Try again later; e-mails go on.");

    private final String french;
    private final String english;

    NoticeText(String french, String english) {
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
