package fr.monespacesante.takeout;

import fr.monespacesante.access.Visit;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;

/// What the file is and how to read it, for somebody who opens it years later.
final class ReadMe implements Chapter, Ordered {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH:mm", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(ZoneId.of("Europe/Paris"));

    @Override
    public Writing prepare(Visit visit) {
        return ReadMe::write;
    }

    /// Last: before it everything else is there.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private static void write(Parcel parcel, Contents contents) throws IOException {
        String text = """
                MON ESPACE SANTÉ - COPIE DE TOUTES LES DONNÉES
                Titulaire : %s
                Faite le %s (heure de Paris)
                Documents : %d

                Pour lire : ouvrez d'abord tout le fichier ZIP (« Extraire tout »), puis index.html dans un navigateur.
                Aucune connexion n'est nécessaire.

                index.html        la page d'accueil, en français (en/index.html : en anglais)
                pages/            les autres pages : documents, autorisations, historique, informations personnelles
                messages/         les messages tels qu'ils ont été reçus ou envoyés (.eml), avec leurs pièces jointes
                documents/        les documents tels qu'ils ont été déposés
                fhir/             les mêmes données pour un logiciel (HL7 FHIR R4)
                SHA256SUMS.txt    les empreintes de tous les fichiers (sha256sum -c SHA256SUMS.txt)

                Attention : cette copie n'est pas chiffrée. Toute personne qui a ce fichier peut le lire.
                Gardez-le en lieu sûr, et ne le laissez pas sur un ordinateur partagé.
                %s
                ------------------------------------------------------------------------------------------------------
                MON ESPACE SANTÉ - COPY OF ALL THE DATA
                Made on %s (Paris time). Documents: %d

                To read it: extract the whole ZIP file first, then open index.html (en/index.html in English) in a browser.
                No connection is needed. documents/ holds the documents as they were filed, messages/ the messages as they
                came or were sent, fhir/ data for a program (HL7 FHIR R4), SHA256SUMS.txt the hashes of all files.

                Beware: this copy is not encrypted. Whoever has this file can read it. Keep it in a safe place.
                """.formatted(
                        contents.person().displayName(),
                        DAY.format(contents.at()),
                        contents.documents().size(),
                        damaged(contents),
                        DATE.format(contents.at()),
                        contents.documents().size());
        // with the mark and the line ends that Windows' editor needs
        parcel.add("LISEZMOI.txt", "\uFEFF" + text.replace("\n", "\r\n"));
    }

    private static String damaged(Contents contents) {
        return contents.damaged().isEmpty()
                ? ""
                : contents.damaged().stream()
                        .map(item -> "  - " + item.path().substring("documents/".length()))
                        .collect(Collectors.joining(
                                "\n",
                                "\nCes documents sont endommagés dans le service et manquent ici (appelez le 3422) :\n",
                                "\n"));
    }
}
