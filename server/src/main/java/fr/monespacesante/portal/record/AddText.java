package fr.monespacesante.portal.record;

import fr.monespacesante.portal.Text;

/// The words of the page that adds a document.
public enum AddText implements Text {
    ADD_TITLE("Ajouter un document", "Add a document"),
    ADD_LEAD(
            "Un fichier, ou des photos d’un document papier : plusieurs photos deviennent un seul document.",
            "A file, or photos of a paper document: several photos become one document."),
    ADD_FILES("Fichier ou photos", "File or photos"),
    ADD_FILES_HINT(
            "PDF, JPEG, PNG, TIFF, TXT ou RTF. 5 Mo au plus. Sur un téléphone, vous pouvez prendre la photo maintenant.",
            "PDF, JPEG, PNG, TIFF, TXT or RTF. At most 5 MB. On a phone you can take the photo now."),
    ADD_NAME("Titre", "Title"),
    ADD_NAME_HINT("Exemple : Ordonnance du docteur Lefèvre", "Example: Prescription by Dr Lefèvre"),
    ADD_TYPE("Type de document", "Type of document"),
    ADD_DATE("Date du document", "Date of the document"),
    ADD_HIDE("Masquer ce document aux professionnels", "Hide this document from professionals"),
    ADD_HIDE_HINT("Vous pourrez changer d’avis à tout moment.", "You can change your mind at any time."),
    ADD_SEND("Ajouter le document", "Add the document"),
    ADD_SENDING("Envoi en cours", "Sending"),
    ADD_KEPT(
            "Ce que vous avez écrit est conservé. Choisissez de nouveau le fichier.",
            "What you wrote is kept. Please choose the file again."),
    TYPE_PRESCRIPTION("Ordonnance ou document de soins", "Prescription or treatment"),
    TYPE_BIOLOGY("Résultat de biologie", "Laboratory result"),
    TYPE_IMAGING("Imagerie médicale", "Medical imaging"),
    TYPE_REPORT("Compte rendu", "Report"),
    TYPE_PREVENTION("Prévention", "Prevention"),
    TYPE_SUMMARY("Synthèse médicale", "Medical summary"),
    TYPE_CERTIFICATE("Certificat", "Certificate"),
    TYPE_DIRECTIVES("Directives anticipées", "Advance directives"),
    TYPE_WISHES("Volontés et droits", "Wishes and rights"),
    TYPE_ADMINISTRATIVE("Document administratif", "Administrative document"),
    TYPE_OTHER("Autre document", "Other document"),
    NEED_FILE("Choisissez un fichier ou une photo.", "Choose a file or a photo."),
    NEED_NAME("Donnez un titre au document.", "Give the document a title."),
    NEED_TYPE("Choisissez le type du document.", "Choose the type of document."),
    NEED_DATE(
            "Indiquez une date qui existe, par exemple 14 12 2025.",
            "Give a date that exists, for example 14 12 2025."),
    NEED_PAST("La date du document ne peut pas être dans le futur.", "The document’s date cannot be in the future."),
    WRONG_SIZE(
            "Ce fichier dépasse 5 Mo. Réduisez-le, ou prenez la photo avec une qualité plus basse.",
            "This file exceeds 5 MB. Reduce it, or take the photo at a lower quality."),
    WRONG_KIND(
            "Ce type de fichier n’est pas accepté. Choisissez un PDF, une image JPEG, PNG ou TIFF, un texte TXT ou RTF.",
            "This kind of file is not accepted. Choose a PDF, a JPEG, PNG or TIFF image, a TXT or RTF text."),
    WRONG_CONTENT(
            "Le contenu de ce fichier ne correspond pas à son type. Enregistrez-le de nouveau, puis recommencez.",
            "The content of this file is not what its type says. Save it again and retry."),
    WRONG_BROKEN(
            "Ce fichier est abîmé et ne s’ouvre pas. Vérifiez qu’il s’ouvre sur votre appareil.",
            "This file is broken and does not open. Check that it opens on your device."),
    WRONG_DANGER(
            "Ce fichier contient un élément dangereux et n’a pas été enregistré.",
            "This file contains something dangerous and was not saved."),
    WRONG_MIX(
            "Plusieurs fichiers ne peuvent être réunis que si ce sont des images.",
            "Several files can only be put together when they are images."),
    WRONG_OTHER(
            "Ce document n’a pas pu être ajouté. Réessayez, ou appelez le 3422.",
            "This document could not be added. Try again, or call 3422.");

    private final String french;
    private final String english;

    AddText(String french, String english) {
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
