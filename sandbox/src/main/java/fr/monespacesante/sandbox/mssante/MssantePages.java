package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.mssante.MailClient.Received;
import fr.monespacesante.sandbox.mssante.Outgoing.Parcel;
import fr.monespacesante.sandbox.mssante.ReceivedParts.Attached;
import fr.monespacesante.sandbox.pages.Html;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/// The HTML of the mailboxes' pages.
final class MssantePages {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));

    private final Mssante mssante;

    MssantePages(Mssante mssante) {
        this.mssante = mssante;
    }

    String overview() {
        String mailboxes = Arrays.stream(Mailbox.values())
                .map(each -> row(List.of(
                        Html.escape(each.owner()) + "<br>"
                                + Html.escape(each.structure().name()),
                        "<a href=\"/mssante/boite/%1$s\">%1$s</a>".formatted(each.address()),
                        each.operator().dnsName(),
                        String.valueOf(mssante.count(each)))))
                .collect(Collectors.joining("\n"));
        return """
                <p>Les opérateurs MSSanté des professionnels. Un logiciel de messagerie ordinaire s’y connecte&nbsp;:
                envoi sur <code>localhost:%d</code> (STARTTLS), lecture sur <code>localhost:%d</code> (IMAP, TLS)&nbsp;;
                identifiant&nbsp;: l’adresse, mot de passe&nbsp;: <code>%s</code>.</p>
                <p><a href="/mssante/ecrire">Écrire en tant que professionnel</a></p>
                <form method="post" action="/mssante/demonstration"><p><button>Envoyer à Claire les échanges de la
                démonstration</button> (son espace doit être activé)</p></form>
                <h2>Boîtes aux lettres</h2>
                %s
                <h2>Vers le service</h2>
                %s
                <form method="post" action="/mssante/relance"><p><button>Réessayer maintenant</button></p></form>
                <h2>Pannes</h2>
                %s
                """.formatted(
                mssante.submissionPort(),
                mssante.imapPort(),
                Mailbox.PASSWORD,
                table("Boîtes aux lettres", List.of("Titulaire", "Adresse", "Opérateur", "Messages"), mailboxes),
                parcels(),
                trouble());
    }

    private String parcels() {
        List<Parcel> all = mssante.outgoing().all();
        if (all.isEmpty()) {
            return "<p>Aucun message n’est parti.</p>";
        }
        String rows = all.stream()
                .limit(50)
                .map(each -> row(List.of(
                        when(each.since()),
                        each.sender().isEmpty() ? "(avis)" : Html.escape(each.sender()),
                        Html.escape(each.recipient()),
                        state(each),
                        String.valueOf(each.attempts()),
                        Html.escape(each.lastAnswer()))))
                .collect(Collectors.joining("\n"));
        return table("Vers le service", List.of("Depuis", "De", "À", "État", "Essais", "Réponse"), rows);
    }

    private static String state(Parcel parcel) {
        return switch (parcel.state()) {
            case WAITING -> "attend";
            case DELIVERED -> "remis";
            case REFUSED -> "refusé";
            case GIVEN_UP -> "abandonné";
        };
    }

    private String trouble() {
        String choices = Arrays.stream(Trouble.Kind.values())
                .map(each -> "<option value=\"%s\"%s>%s</option>"
                        .formatted(
                                each.name(),
                                each == mssante.trouble().kind() ? " selected" : "",
                                Html.escape(each.label())))
                .collect(Collectors.joining("\n"));
        return """
                <form method="post" action="/mssante/panne"><p><label for="kind">Comportement des opérateurs envers le
                service</label><br><select id="kind" name="kind">%s</select></p>
                <p><label for="seconds">Pendant (secondes)</label><br><input id="seconds" name="seconds" value="60"></p>
                <p><button>Appliquer</button></p></form>
                """.formatted(choices);
    }

    String mailbox(Mailbox mailbox, List<Received> mails) throws MessagingException {
        StringBuilder rows = new StringBuilder();
        for (Received each : mails.reversed()) {
            rows.append(row(List.of(
                    sent(each.mail()),
                    Html.escape(sender(each.mail())),
                    "<a href=\"/mssante/boite/%s/%d\">%s</a>"
                            .formatted(mailbox.address(), each.uid(), Html.escape(subject(each.mail()))))));
        }
        return "<p><a href=\"/mssante/ecrire?de=%s\">Écrire</a> · <a href=\"/mssante\">Toutes les boîtes</a></p>"
                        .formatted(mailbox.key())
                + (mails.isEmpty()
                        ? "<p>Aucun message.</p>"
                        : table("Messages", List.of("Date", "De", "Objet"), rows.toString()));
    }

    String mail(Mailbox mailbox, Received received) throws MessagingException, IOException {
        MimeMessage mail = received.mail();
        ReceivedParts parts = ReceivedParts.of(mail);
        String own = "/mssante/boite/" + mailbox.address() + "/" + received.uid();
        StringBuilder attached = new StringBuilder();
        for (Attached each : parts.attached()) {
            attached.append("<li><a href=\"%s/%d\">%s</a> (%s, %d octets)</li>"
                    .formatted(
                            own,
                            each.index(),
                            Html.escape(each.name()),
                            Html.escape(each.type()),
                            each.bytes().length));
        }
        String answer = "/mssante/ecrire?de=%s&amp;a=%s&amp;reponse=%d&amp;objet=%s"
                .formatted(
                        mailbox.key(),
                        UriUtils.encode(address(sender(mail)), StandardCharsets.UTF_8),
                        received.uid(),
                        UriUtils.encode(answerTo(subject(mail)), StandardCharsets.UTF_8));
        return """
                <p><strong>De</strong> %s<br><strong>Le</strong> %s</p>
                <p><a href="%s">Répondre</a> · <a href="%s&amp;fin=oui">Répondre et clore l’échange</a>
                · <a href="/mssante/boite/%s">Retour</a></p>
                <pre>%s</pre>
                %s
                <details><summary>En-têtes</summary><pre>%s</pre></details>
                """.formatted(
                        Html.escape(sender(mail)),
                        sent(mail),
                        answer,
                        answer,
                        mailbox.address(),
                        Html.escapeAndLink(parts.text()),
                        attached.isEmpty() ? "" : "<h2>Pièces jointes</h2><ul>" + attached + "</ul>",
                        Html.escape(headers(mail)));
    }

    /// What the form is filled with at first.
    record Draft(String from, String to, String subject, String answers, boolean closes) {}

    String form(Draft draft) {
        String senders = Arrays.stream(Mailbox.values())
                .map(each -> "<option value=\"%s\"%s>%s – %s</option>"
                        .formatted(
                                each.key(),
                                each.key().equals(draft.from()) ? " selected" : "",
                                Html.escape(each.owner()),
                                each.address()))
                .collect(Collectors.joining("\n"));
        String citizens = Conversations.citizens().stream()
                .map(each -> "<option value=\"%s\">%s</option>"
                        .formatted(Conversations.address(each.ins()), Html.escape(each.displayName())))
                .collect(Collectors.joining("\n"));
        String documents = Conversations.names().stream()
                .map(each -> "<option>" + each + "</option>")
                .collect(Collectors.joining("\n"));
        return """
                <form method="post" action="/mssante/ecrire" enctype="multipart/form-data">
                <input type="hidden" name="reponse" value="%s">
                <p><label for="de">De</label><br><select id="de" name="de">%s</select></p>
                <p><label for="a">À (INS@patient.mssante.fr)</label><br>
                <input id="a" name="a" list="citoyens" size="50" value="%s"><datalist id="citoyens">%s</datalist></p>
                <p><label for="objet">Objet</label><br><input id="objet" name="objet" size="60" value="%s"></p>
                <p><label for="texte">Message</label><br><textarea id="texte" name="texte" rows="10" cols="70"></textarea></p>
                <p><label for="xdm">Document structuré (IHE_XDM.ZIP et PDF)</label><br>
                <select id="xdm" name="xdm"><option value="">Aucun</option>%s</select></p>
                <p><label for="fichiers">Pièces jointes</label><br><input id="fichiers" name="fichiers" type="file" multiple></p>
                <p><label><input type="checkbox" name="fin" value="oui"%s> Clore l’échange (X-MSS-MES: FIN)</label></p>
                <p><label><input type="checkbox" name="accuse" value="oui"> Demander un accusé de lecture</label></p>
                <p><button>Envoyer</button> · <a href="/mssante">Toutes les boîtes</a></p></form>
                """.formatted(
                        Html.escape(draft.answers()),
                        senders,
                        Html.escape(draft.to()),
                        citizens,
                        Html.escape(draft.subject()),
                        documents,
                        draft.closes() ? " checked" : "");
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        String subject = mail.getSubject();
        return subject == null || subject.isBlank() ? "(sans objet)" : subject;
    }

    private static String answerTo(String subject) {
        return subject.startsWith("Re:") ? subject : "Re: " + subject;
    }

    private static String sender(MimeMessage mail) throws MessagingException {
        return mail.getFrom() == null || mail.getFrom().length == 0 ? "" : mail.getFrom()[0].toString();
    }

    private static String address(String sender) {
        return sender.replaceFirst(".*<(.*)>.*", "$1");
    }

    private static String sent(MimeMessage mail) throws MessagingException {
        return mail.getSentDate() == null ? "" : when(mail.getSentDate().toInstant());
    }

    private static String headers(MimeMessage mail) throws MessagingException {
        StringBuilder lines = new StringBuilder();
        for (Enumeration<String> each = mail.getAllHeaderLines(); each.hasMoreElements(); ) {
            lines.append(each.nextElement()).append('\n');
        }
        return lines.toString();
    }

    private static String when(Instant instant) {
        return WHEN.format(instant);
    }

    private static String row(List<String> cells) {
        return "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>";
    }

    private static String table(String name, List<String> columns, String rows) {
        String head = columns.stream()
                .map(column -> "<th scope=\"col\">" + column + "</th>")
                .collect(Collectors.joining());
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + name + "\"><table><thead><tr>"
                + head + "</tr></thead><tbody>\n" + rows + "\n</tbody></table></div>";
    }
}
