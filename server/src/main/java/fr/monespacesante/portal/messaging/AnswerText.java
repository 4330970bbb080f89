package fr.monespacesante.portal.messaging;

import fr.monespacesante.portal.Text;

/// The words of the page where an answer is written.
public enum AnswerText implements Text {
    TITLE("Ma réponse", "My answer"),
    TO("Destinataires", "To"),
    TO_ONE("{0} seulement", "{0} only"),
    TO_ALL("Tout le monde : {0}", "Everybody: {0}"),
    TO_ONLY("À : {0}", "To: {0}"),
    FOR(
            "Votre réponse partira au nom de {0}, avec votre nom.",
            "Your answer will go out in the name of {0}, with your own name."),
    BODY("Votre message", "Your message"),
    FILES("Pièces jointes", "Attachments"),
    FILES_NONE("Aucun fichier joint.", "No file attached."),
    FILES_SIZE("{0} sur 5 Mo", "{0} of 5 MB"),
    FILE_REMOVE("Retirer", "Remove"),
    FILE_REMOVE_OF("Retirer {0}", "Remove {0}"),
    ADD("Ajouter des fichiers de cet appareil", "Add files from this device"),
    ADD_HINT(
            "5 Mo au plus en tout, 20 fichiers au plus. PDF, photos et images, textes, documents bureautiques. Sur un téléphone, vous pouvez prendre la photo maintenant.",
            "At most 5 MB in all and 20 files. PDF, photos and images, texts, office documents. On a phone you can take the photo now."),
    ADD_NOW("Joindre ces fichiers", "Attach these files"),
    ADD_RECORD("Joindre depuis mes documents", "Attach from my documents"),
    SEND("Envoyer", "Send"),
    SENDING("Envoi en cours", "Sending"),
    KEEP("Enregistrer le brouillon", "Save the draft"),
    DISCARD("Abandonner cette réponse", "Discard this answer"),
    DISCARD_TITLE("Abandonner cette réponse ?", "Discard this answer?"),
    DISCARD_TEXT(
            "Ce que vous avez écrit et les fichiers joints seront effacés. Rien n’est envoyé.",
            "What you wrote and the attached files will be erased. Nothing is sent."),
    DISCARD_YES("Abandonner", "Discard"),
    AUTOSAVED("Brouillon enregistré.", "Draft saved."),
    AUTOSAVE_FAILED(
            "Le brouillon n’a pas pu être enregistré. Votre texte reste sur cette page.",
            "The draft could not be saved. Your text stays on this page."),
    SAVED_AT("Brouillon enregistré le {0}.", "Draft saved on {0}."),
    ANSWERED("Message auquel vous répondez", "Message you are answering"),
    DONE_SENT(
            "Votre réponse est envoyée. Son état est indiqué sous le message.",
            "Your answer is sent. Its state is shown under the message."),
    DONE_KEPT("Le brouillon est enregistré. Rien n’est envoyé.", "The draft is saved. Nothing is sent."),
    DONE_DISCARDED("La réponse est abandonnée. Rien n’a été envoyé.", "The answer is discarded. Nothing was sent."),
    NEED_TEXT("Écrivez un message, ou joignez un fichier.", "Write a message, or attach a file."),
    NEED_FILE("Choisissez un fichier.", "Choose a file."),
    NEED_DOCUMENT("Choisissez au moins un document.", "Choose at least one document."),
    WRONG_LONG(
            "Le message dépasse 100 000 caractères. Raccourcissez-le, ou joignez un fichier.",
            "The message exceeds 100,000 characters. Shorten it, or attach a file."),
    WRONG_SIZE(
            "Les pièces jointes dépassent 5 Mo en tout, ou 20 fichiers. Retirez un fichier, ou réduisez les photos.",
            "The attachments exceed 5 MB in all, or 20 files. Remove a file, or reduce the photos."),
    WRONG_KIND(
            "« {0} » n’est pas d’un type accepté. Choisissez un PDF, une photo, un texte ou un document bureautique.",
            "“{0}” is not of an accepted type. Choose a PDF, a photo, a text or an office document."),
    WRONG_DANGER(
            "« {0} » contient un élément dangereux et n’a pas été joint.",
            "“{0}” contains something dangerous and was not attached."),
    WRONG_INFECTED(
            "« {0} » contient un virus et n’a pas été joint. Faites vérifier votre appareil.",
            "“{0}” contains a virus and was not attached. Have your device checked."),
    WRONG_CLOSED(
            "Le professionnel a terminé cet échange pendant que vous écriviez : votre réponse ne peut pas partir. Copiez votre texte si vous voulez le garder.",
            "The professional ended this exchange while you were writing: your answer cannot be sent. Copy your text if you want to keep it."),
    WRONG_STALE(
            "Cette réponse a changé ailleurs, dans une autre fenêtre ou sur un autre appareil. Vérifiez-la, puis envoyez-la de nouveau.",
            "This answer changed elsewhere, in another window or on another device. Check it, then send it again."),
    WRONG_OTHER(
            "Votre réponse n’est pas partie. Réessayez dans quelques minutes.",
            "Your answer was not sent. Try again in a few minutes."),
    PICK_TITLE("Joindre depuis mes documents", "Attach from my documents"),
    PICK_LEAD(
            "Cochez les documents à joindre. Le professionnel en recevra une copie, même s’ils sont masqués dans votre espace.",
            "Tick the documents to attach. The professional will receive a copy, even of those hidden in your space."),
    PICK_CDA(
            "Un document structuré (CDA) est joint tel quel, en XML : le logiciel du professionnel sait le lire.",
            "A structured document (CDA) is attached as it is, in XML: the professional’s software can read it."),
    PICK_LEFT("Place disponible : {0}.", "Space left: {0}."),
    PICK_LEGEND("Mes documents", "My documents"),
    PICK_NONE("Aucun document trouvé.", "No document found."),
    PICK_MORE(
            "Seuls les 50 premiers sont affichés : cherchez par un mot.",
            "Only the first 50 are shown: search by a word."),
    PICK_ATTACH("Joindre les documents choisis", "Attach the chosen documents"),
    PICK_BACK("Revenir à ma réponse", "Back to my answer"),
    PICK_SEARCH("Rechercher un document", "Search a document");

    private final String french;
    private final String english;

    AnswerText(String french, String english) {
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
