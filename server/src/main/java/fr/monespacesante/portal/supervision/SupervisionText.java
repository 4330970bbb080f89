package fr.monespacesante.portal.supervision;

import fr.monespacesante.portal.Text;

/// The words of the pages of supervision.
public enum SupervisionText implements Text {
    TITLE("Supervision", "Supervision"),
    LEAD(
            "Accès anormaux et signalements des usagers. Aucune donnée de santé, aucun nom de patient. Chaque consultation de ces pages est tracée.",
            "Abnormal access and reports by citizens. No health data, no patient’s name. Each reading of these pages is traced."),
    TILE("Alertes, signalements et seuils", "Alerts, reports and thresholds"),
    PARTS("Pages de la supervision", "Pages of supervision"),
    ALERTS("Alertes", "Alerts"),
    CASES("Signalements", "Reported accesses"),
    RULES("Seuils", "Thresholds"),
    JOURNAL("Journal des consultations", "Journal of readings"),
    OPEN_ALERTS("Alertes à traiter", "Alerts to handle"),
    WAITING_CASES("Signalements sans réponse", "Reports without an answer"),

    HOURS("Activité des dernières 24 heures", "Activity of the last 24 hours"),
    HOURS_ALT(
            "Graphique en barres : {0} consultations, {1} accès en urgence et {2} refus en 24 heures, heure par heure. Les chiffres sont dans le tableau qui suit.",
            "Bar chart: {0} readings, {1} emergency accesses and {2} refusals in 24 hours, hour by hour. The figures are in the table below."),
    HOURS_TABLE("Voir les chiffres", "See the figures"),
    HOUR("Heure", "Hour"),
    READS("Consultations", "Readings"),
    EMERGENCIES("Urgences", "Emergencies"),
    REFUSALS("Refus", "Refusals"),

    FILTER_STATE("État", "State"),
    FILTER_RULE("Règle", "Rule"),
    FILTER_ALL("Tous", "All"),
    FILTER_ALL_RULES("Toutes", "All"),
    FILTER("Filtrer", "Filter"),
    NO_ALERT("Aucune alerte", "No alert"),
    NO_ALERT_TEXT(
            "Rien ne dépasse les seuils, ou rien ne correspond à ce filtre.",
            "Nothing crosses a threshold, or nothing fits this filter."),
    OPEN("À traiter", "To handle"),
    ACKNOWLEDGED("Prise en charge", "Acknowledged"),
    CLOSED("Clôturée", "Closed"),
    SEE("Voir", "See"),
    FIGURE("{0} pour un seuil de {1}, en {2}", "{0} against a threshold of {1}, in {2}"),
    FULL_MINUTES("{0} minute|{0} minutes", "{0} minute|{0} minutes"),
    FULL_HOURS("{0} heure|{0} heures", "{0} hour|{0} hours"),
    DAYS("{0} jour|{0} jours", "{0} day|{0} days"),
    RAISED("Alerte levée le {0}", "Raised on {0}"),
    LAST("constatée encore le {0}", "found again on {0}"),
    TIMES("levée {0} fois|levée {0} fois", "raised {0} time|raised {0} times"),

    RULE_PATIENTS("Patients différents consultés", "Different patients consulted"),
    RULE_EMERGENCIES("Patients différents en accès d’urgence", "Different patients in emergency access"),
    RULE_REFUSALS("Accès refusés", "Refused accesses"),
    RULE_NIGHT("Patients différents la nuit (22 h – 6 h)", "Different patients at night (22:00–6:00)"),
    RULE_SPRAYED_ADDRESS("Comptes différents essayés d’une adresse", "Different accounts tried from one address"),
    RULE_SPRAYED_SERVICE("Connexions en échec sur tout le service", "Failed sign-ins over the whole service"),
    RULE_UNKNOWN_SPACES("Demandes pour des espaces inexistants", "Requests for spaces that do not exist"),

    WHO("Qui", "Who"),
    WHO_CITIZEN("Un usager", "A citizen"),
    WHO_ADDRESS("Adresse réseau {0}", "Network address {0}"),
    WHO_SERVICE("L’ensemble du service", "The whole service"),
    IDENTIFIER("Identifiant national", "National identifier"),
    PROFESSION("Profession", "Profession"),
    STRUCTURE("Structure", "Structure"),
    STATE("État", "State"),
    FOUND("Constaté", "Found"),
    ALERT("Alerte", "Alert"),
    ACKNOWLEDGED_BY("Prise en charge par {0}, le {1}", "Acknowledged by {0}, on {1}"),
    CLOSED_BY("Clôturée par {0}, le {1}", "Closed by {0}, on {1}"),
    COMMENT_OF("Commentaire de clôture", "Closing comment"),
    ACKNOWLEDGE("Prendre en charge", "Acknowledge"),
    ACKNOWLEDGED_DONE("L’alerte est prise en charge.", "The alert is acknowledged."),
    CLOSE("Clôturer l’alerte", "Close the alert"),
    CLOSE_HINT(
            "Ce qui a été vérifié et conclu, 1 000 caractères au plus. N’écrivez ni nom de patient ni donnée de santé.",
            "What was checked and found, at most 1,000 characters. Write no patient’s name and no health data."),
    CLOSE_COMMENT("Commentaire", "Comment"),
    CLOSED_DONE("L’alerte est clôturée.", "The alert is closed."),
    NEEDS_COMMENT("Écrivez ce qui a été conclu.", "Write what was found."),
    TOO_LONG("Ce texte est trop long.", "This text is too long."),
    MOVED_ON(
            "L’état a changé entre-temps : quelqu’un d’autre s’en est occupé.",
            "The state has changed meanwhile: somebody else took care of it."),

    CASE_FIND("Recherche de l’espace", "Looked for the space"),
    CASE_LIST("Consultation de la liste des documents", "Read the list of documents"),
    CASE_READ("Ouverture d’un document", "Opened a document"),
    CASE_DEPOSIT("Dépôt d’un document", "Deposited a document"),
    CASE_CHANGE("Modification d’un document", "Changed a document"),
    CASE_DELETE("Suppression d’un document", "Deleted a document"),
    CASE_CONSENT("Déclaration d’un accord", "Declared an agreement"),
    CASE_OTHER("Autre acte", "Another act"),
    NO_CASE("Aucun signalement", "No report"),
    NO_CASE_TEXT(
            "Aucun usager n’a signalé d’accès, ou rien ne correspond à ce filtre.",
            "No citizen reported an access, or nothing fits this filter."),
    CASE("Signalement", "Reported access"),
    RECEIVED("Reçu", "Received"),
    EXAMINED("En examen", "Being examined"),
    ANSWERED("Répondu", "Answered"),
    RECEIVED_ON("Reçu le {0}", "Received on {0}"),
    ACCESS("Accès signalé", "Reported access"),
    ACCESS_ON("Accès du {0}", "Access on {0}"),
    ACT("Acte", "Act"),
    RIGHT("À quel titre", "By what right"),
    REFUSED("Accès refusé", "Access refused"),
    WORDS("Ce qu’écrit l’usager", "What the citizen writes"),
    NO_WORDS("L’usager n’a rien ajouté.", "The citizen added nothing."),
    EXAMINE("Examiner ce signalement", "Examine this report"),
    EXAMINE_DONE("Vous examinez ce signalement.", "You are examining this report."),
    EXAMINED_BY("En examen par {0} depuis le {1}", "Examined by {0} since {1}"),
    ANSWER("Répondre à l’usager", "Answer the citizen"),
    ANSWER_LEAD(
            "L’usager est prévenu dans son espace et lit votre texte à côté de la ligne de son historique.",
            "The citizen is told in their space and reads your text beside the line of their history."),
    FOUNDED("Le signalement est-il fondé ?", "Is the report founded?"),
    FOUNDED_YES("Fondé : l’accès n’était pas justifié", "Founded: the access was not justified"),
    FOUNDED_NO("Non fondé : l’accès était justifié", "Not founded: the access was justified"),
    USUAL("Réponse type", "Usual answer"),
    USUAL_HINT("Utilisée si le texte reste vide.", "Used when the text stays empty."),
    USUAL_NONE("Aucune : j’écris le texte", "None: I write the text"),
    USUAL_JUSTIFIED(
            "Nous avons vérifié cet accès : il correspond à une prise en charge et il était justifié. Vous pouvez bloquer ce professionnel à tout moment dans vos paramètres.",
            "We checked this access: it belongs to a care you received and was justified. You can block this professional at any time in your settings."),
    USUAL_UNJUSTIFIED(
            "Nous avons vérifié cet accès : il n’était pas justifié. Le professionnel et sa structure en sont informés et les suites prévues sont engagées. Vous pouvez bloquer ce professionnel dans vos paramètres.",
            "We checked this access: it was not justified. The professional and their structure have been told and the measures provided for are under way. You can block this professional in your settings."),
    USUAL_MISTAKE(
            "Nous avons vérifié cet accès : c’était une erreur d’identité, et le professionnel l’a reconnue. Aucun document n’a été conservé.",
            "We checked this access: it was a mistaken identity, which the professional acknowledged. No document was kept."),
    TEXT("Texte de la réponse", "Text of the answer"),
    TEXT_HINT("2 000 caractères au plus, en mots simples.", "At most 2,000 characters, in plain words."),
    SEND("Envoyer la réponse", "Send the answer"),
    NEEDS_FOUNDED("Dites si le signalement est fondé.", "Say whether the report is founded."),
    NEEDS_TEXT("Choisissez une réponse type ou écrivez un texte.", "Choose a usual answer or write a text."),
    ANSWER_DONE("La réponse est envoyée, l’usager est prévenu.", "The answer is sent, the citizen is told."),
    ANSWERED_BY("Réponse de {0}, le {1}", "Answer of {0}, on {1}"),

    RULES_LEAD(
            "Une alerte est levée à partir du seuil, sur la durée indiquée. Un changement vaut dès la prochaine évaluation et il est tracé. Valeurs de départ : à régler sur l’activité réelle.",
            "An alert is raised from the threshold on, over the given time. A change holds from the next evaluation on and is traced. Starting values: to be tuned with real activity."),
    RULE("Règle", "Rule"),
    THRESHOLD("Seuil", "Threshold"),
    THRESHOLD_HINT("De 1 à 100 000", "From 1 to 100,000"),
    MINUTES("Durée en minutes", "Time in minutes"),
    WINDOW("Durée", "Time"),
    MINUTES_HINT("De 1 à 10 080 (7 jours)", "From 1 to 10,080 (7 days)"),
    PROFESSIONS("Seuils par profession", "Thresholds by profession"),
    PROFESSIONS_HINT(
            "Une profession par ligne, code et seuil : « 21 = 80 ». Les autres professions gardent le seuil ci-dessus.",
            "One profession per line, code and threshold: “21 = 80”. The other professions keep the threshold above."),
    ENABLED("Règle active", "Rule in force"),
    ON("Active", "On"),
    OFF("Désactivée", "Off"),
    CHANGE_OF("Modifier : {0}", "Change: {0}"),
    SAVE("Enregistrer", "Save"),
    SAVED("La règle est modifiée.", "The rule is changed."),
    WRONG_THRESHOLD("Le seuil est un nombre de 1 à 100 000.", "The threshold is a number from 1 to 100,000."),
    WRONG_MINUTES("La durée est un nombre de 1 à 10 080 minutes.", "The time is a number from 1 to 10,080 minutes."),
    WRONG_PROFESSIONS(
            "Écrivez une profession par ligne, comme « 21 = 80 », avec un code connu et un seuil de 1 à 100 000.",
            "Write one profession per line, such as “21 = 80”, with a known code and a threshold from 1 to 100,000."),
    NO_PROFESSIONS("Cette règle ne distingue pas les professions.", "This rule does not tell professions apart."),
    CHANGED_MEANWHILE(
            "Cette règle vient d’être modifiée par quelqu’un d’autre. Vérifiez les valeurs et recommencez.",
            "Somebody else has just changed this rule. Check the values and start again."),

    JOURNAL_LEAD(
            "Qui, parmi les agents, a consulté ou fait quoi. Le service ne peut ni les modifier ni les effacer, et le contrôle d’intégrité décèle qui l’aurait fait dans la base.",
            "Who among the agents read or did what. The service can neither change nor remove these lines, and the integrity check finds who did so in the database."),
    WHEN("Quand", "When"),
    AGENT("Agent", "Agent"),
    WHAT("Quoi", "What"),
    DETAIL("Détail", "Detail"),
    ACT_READ_ALERTS("Liste des alertes lue", "List of alerts read"),
    ACT_READ_ALERT("Alerte lue", "Alert read"),
    ACT_ACKNOWLEDGE_ALERT("Alerte prise en charge", "Alert acknowledged"),
    ACT_CLOSE_ALERT("Alerte clôturée", "Alert closed"),
    ACT_READ_CASES("Liste des signalements lue", "List of reports read"),
    ACT_READ_CASE("Signalement lu", "Report read"),
    ACT_EXAMINE_CASE("Signalement mis en examen", "Report taken up"),
    ACT_ANSWER_CASE("Réponse à un signalement", "Report answered"),
    ACT_READ_RULES("Seuils lus", "Thresholds read"),
    ACT_CHANGE_RULE("Seuil modifié", "Threshold changed"),
    ACT_SUPPORT_LOOKED("3422 : personne identifiée", "3422: person identified"),
    ACT_SUPPORT_NOT_IDENTIFIED("3422 : réponses fausses", "3422: wrong answers"),
    ACT_SUPPORT_SENT_CODE("3422 : code renvoyé", "3422: code sent"),
    ACT_SUPPORT_UNLOCKED("3422 : attente levée", "3422: delay lifted"),
    ACT_SUPPORT_CORRECTED_CONTACT("3422 : contact corrigé", "3422: contact corrected"),
    ACT_SUPPORT_RECORDED_OPPOSITION("3422 : opposition enregistrée", "3422: opposition recorded"),
    ACT_CONCEALED("3422 : adresse confidentielle mise", "3422: confidential address turned on"),
    ACT_NO_LONGER_CONCEALED("3422 : adresse confidentielle levée", "3422: confidential address turned off"),
    ACT_MEASURE_RECORDED("3422 : mesure de protection enregistrée", "3422: measure of protection recorded"),
    ACT_MEASURE_ENDED("3422 : mesure de protection levée", "3422: measure of protection ended"),
    ACT_SUPPORT_CLOSED("3422 : espace fermé", "3422: space closed"),
    ACT_ASSISTED_SESSION_STARTED("Accompagnement : session ouverte", "Assistance: session opened"),
    ACT_ASSISTED_SESSION_ENDED("Accompagnement : session terminée", "Assistance: session ended"),
    ACT_READ_JOURNAL("Journal lu", "Journal read");

    private final String french;
    private final String english;

    SupervisionText(String french, String english) {
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
