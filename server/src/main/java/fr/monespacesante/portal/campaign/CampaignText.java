package fr.monespacesante.portal.campaign;

import fr.monespacesante.portal.Text;

/// The words of the pages of the campaigns.
public enum CampaignText implements Text {
    TITLE("Campagnes", "Campaigns"),
    LEAD(
            "Où en sont les invitations, les oppositions, les ouvertures et les activations. Aucun nom n’apparaît sur ces pages.",
            "Where invitations, oppositions, openings and activations stand. No name appears on these pages."),
    TILE("Invitations, ouvertures et fichiers de campagne", "Invitations, openings and campaign files"),
    PARTS("Pages des campagnes", "Pages of the campaigns"),
    FIGURES("Chiffres", "Figures"),
    FILES("Fichiers", "Files"),

    WAITING("En attente d’invitation", "Waiting to be invited"),
    INVITED("Personnes invitées", "People invited"),
    OPPOSED("Oppositions", "Oppositions"),
    OPPOSED_FIGURE("{0} ({1} %)", "{0} ({1} %)"),
    OPENED("Espaces ouverts", "Spaces opened"),
    ACTIVATED("Espaces activés", "Spaces activated"),
    DEPARTMENT("Département", "Department"),
    DEPARTMENT_OF("Département {0}", "Department {0}"),
    NO_DEPARTMENT("Adresse sans département", "Address without department"),
    ALL("Tous", "All"),
    FILTER("Afficher", "Show"),
    TOTAL("Total", "Total"),
    SHARE("Part des oppositions", "Share of oppositions"),
    BY_DEPARTMENT("Par département", "By department"),
    BY_DAY("Par jour", "By day"),
    BY_DAY_LEAD(
            "Chaque ligne compte ce qui s’est passé ce jour-là, à l’heure de Paris. Un courrier compte le jour où il est posté.",
            "Each line counts what happened on that day, in Paris time. A letter on paper counts on the day it is posted."),
    DAY("Jour", "Day"),
    CHART_DEPARTMENTS("Invitations et ouvertures par département", "Invitations and openings by department"),
    CHART_DAYS("Invitations et ouvertures par jour", "Invitations and openings by day"),
    CHART_FEW("Oppositions et activations par jour", "Oppositions and activations by day"),
    CHART_ALT(
            "Graphique en barres : {0}. En tout, {1} : {2} ; {3} : {4}. Les chiffres sont dans le tableau.",
            "Bar chart: {0}. In all, {1}: {2}; {3}: {4}. The figures are in the table."),
    NOTHING("Aucune campagne pour le moment", "No campaign yet"),
    NOTHING_TEXT(
            "Envoyez un premier fichier : les chiffres apparaîtront ici.",
            "Send a first file: the figures will appear here."),
    NO_FIGURES("Rien pour ce choix", "Nothing for this choice"),

    FILES_TITLE("Fichiers de campagne", "Campaign files"),
    FILES_LEAD(
            "Un fichier reprend là où il s’est arrêté après une panne. Le même fichier envoyé deux fois n’est lu qu’une fois.",
            "After a failure a file goes on where it stopped. The same file sent twice is read once."),
    SEND_TITLE("Envoyer un fichier", "Send a file"),
    SEND_FILE("Fichier CSV", "CSV file"),
    SEND_HINT(
            "En UTF-8, champs séparés par des points-virgules, noms des colonnes sur la première ligne. De très gros fichiers peuvent aussi être déposés par la commande bin/campaign.",
            "In UTF-8, fields separated by semicolons, names of the columns on the first line. Very large files can also be brought in by the command bin/campaign."),
    SENDING("Envoi du fichier", "Sending the file"),
    SEND("Envoyer", "Send"),
    SEND_NONE("Choisissez un fichier.", "Choose a file."),
    SEND_NO_ROOM(
            "Le serveur n’a plus assez de place pour ce fichier. Prévenez l’exploitation.",
            "The server has no room left for this file. Tell operations."),
    SENT(
            "Le fichier est reçu. Sa lecture commence dans quelques secondes.",
            "The file has arrived. It begins to be read in a few seconds."),
    FILES_NONE("Aucun fichier", "No file"),
    FILES_NONE_TEXT("Aucun fichier de campagne n’est encore arrivé.", "No campaign file has come yet."),
    FILE("Fichier", "File"),
    RECEIVED("Reçu le", "Received on"),
    STATE("État", "State"),
    PROGRESS("Avancement", "Progress"),
    PROGRESS_OF("{0} % lus ({1} sur {2})", "{0} % read ({1} of {2})"),
    STATE_WAITING("En attente", "Waiting"),
    STATE_READING("Lecture en cours", "Being read"),
    STATE_DONE("Terminé", "Done"),
    STATE_REFUSED("Refusé", "Refused"),
    LINES("Lignes lues", "Lines read"),
    ADDED("Personnes ajoutées", "People added"),
    CHANGED("Personnes mises à jour", "People brought up to date"),
    UNCHANGED("Personnes déjà connues, sans changement", "People known already, unchanged"),
    DEATHS("Décès", "Deaths"),
    REFUSED("Lignes refusées", "Lines refused"),
    REFRESH("Actualiser", "Refresh"),
    REFRESHES("Cette page s’actualise toute seule pendant la lecture.", "This page refreshes by itself while reading."),
    REPORT("Télécharger le rapport des lignes refusées (CSV)", "Download the report of refused lines (CSV)"),
    REPORT_LEAD(
            "Le rapport donne le numéro de la ligne, le champ et le motif, jamais ce que la ligne contenait. Corrigez ces lignes et renvoyez-les dans un nouveau fichier : les autres ne changent pas.",
            "The report gives the number of the line, the field and the reason, never what the line held. Correct these lines and send them in a new file: the others do not change."),
    FIRST_FAULTS("Premières lignes refusées", "First refused lines"),
    FAULT_LINE("Ligne", "Line"),
    FAULT_FIELD("Champ", "Field"),
    FAULT_REASON("Motif", "Reason"),
    WHY("Pourquoi ce fichier est refusé", "Why this file is refused"),
    NOTHING_TAKEN("Rien de ce fichier n’a été pris en compte.", "Nothing of this file was taken in."),
    WHAT_TO_DO("Que faire", "What to do"),

    PROBLEM_EMPTY("Le fichier est vide.", "The file is empty."),
    DO_EMPTY("Vérifiez l’export, puis renvoyez le fichier.", "Check the export, then send the file again."),
    PROBLEM_NOT_TEXT(
            "Ce n’est pas un fichier de texte, mais peut-être une archive, un tableur ou un PDF.",
            "It is not a text file, but perhaps an archive, a spreadsheet or a PDF."),
    DO_NOT_TEXT(
            "Décompressez-le ou exportez-le au format CSV, puis renvoyez-le.",
            "Unpack it, or export it as CSV, then send it again."),
    PROBLEM_NOT_UTF8(
            "Le fichier n’est pas en UTF-8 ; il est probablement en Latin-1 (Windows-1252) ou en UTF-16.",
            "The file is not in UTF-8; it is probably in Latin-1 (Windows-1252) or UTF-16."),
    DO_NOT_UTF8(
            "Choisissez l’encodage UTF-8 à l’export, ou convertissez le fichier : iconv -f WINDOWS-1252 -t UTF-8.",
            "Choose the encoding UTF-8 when you export, or convert the file: iconv -f WINDOWS-1252 -t UTF-8."),
    PROBLEM_OTHER_SEPARATOR(
            "Les champs sont séparés par des virgules ou des tabulations.",
            "The fields are separated by commas or tabs."),
    DO_OTHER_SEPARATOR("Exportez avec le point-virgule comme séparateur.", "Export with the semicolon as separator."),
    PROBLEM_NO_LINES(
            "La première ligne n’a pas de fin : ce n’est pas un fichier CSV.",
            "The first line has no end: this is no CSV file."),
    DO_NO_LINES(
            "Vérifiez les fins de ligne du fichier et renvoyez-le.",
            "Check the line ends of the file and send it again."),
    PROBLEM_NO_HEADER(
            "La première ligne ne donne pas le nom des colonnes.",
            "The first line does not give the names of the columns."),
    DO_NO_HEADER("Ajoutez cette première ligne : {0}", "Add this first line: {0}"),
    PROBLEM_COLUMNS_MISSING("Il manque des colonnes : {0}.", "Columns are missing: {0}."),
    DO_COLUMNS_MISSING(
            "Ajoutez ces colonnes, même vides pour email, phone et representatives, puis renvoyez le fichier.",
            "Add these columns, even empty for email, phone and representatives, then send the file again."),
    PROBLEM_COLUMNS_TOO_MANY(
            "Il y a des colonnes en trop, ou deux fois la même.", "There are columns too many, or the same one twice."),
    DO_COLUMNS_TOO_MANY(
            "Ne gardez que les colonnes prévues, et event pour un flux d’événements.",
            "Keep only the columns that are expected, and event for a feed of events."),
    PROBLEM_GONE(
            "Le fichier a été retiré ou remplacé avant la fin de sa lecture. Les personnes déjà lues restent prises en compte.",
            "The file was removed or replaced before it was read to its end. The people read so far stay."),
    DO_GONE(
            "Renvoyez le fichier entier : ces personnes ne changeront pas.",
            "Send the whole file again: those people will not change."),

    MAILINGS("Courriers pour le routeur", "Letters for the mail house"),
    MAILINGS_LEAD(
            "Un PDF et un CSV par lot, dans le dossier des courriers. Ils contiennent les codes : personne ne les lit ici, et ils sont à effacer une fois imprimés.",
            "A PDF and a CSV for each lot, in the folder of letters. They hold the codes: nobody reads them here, and they are to be erased once printed."),
    MAILING("Lot", "Lot"),
    LETTERS("Courriers", "Letters"),
    WRITTEN("Écrit le", "Written on"),
    POSTED("À poster le", "To be posted on");

    private final String french;
    private final String english;

    CampaignText(String french, String english) {
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
