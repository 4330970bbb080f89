package fr.monespacesante.sandbox;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import fr.monespacesante.sandbox.cast.Agent;
import fr.monespacesante.sandbox.cast.Cast;
import fr.monespacesante.sandbox.cast.Citizen;
import fr.monespacesante.sandbox.cast.Professional;
import fr.monespacesante.sandbox.mssante.Mailbox;
import fr.monespacesante.sandbox.pages.Html;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The first page: who one can be, and where to go.
final class HomePage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final SandboxProperties properties;

    HomePage(SandboxProperties properties) {
        this.properties = properties;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/", this::home)
                .GET("/sandbox.css", request -> resource("pages/sandbox.css", "text/css;charset=UTF-8"))
                .GET("/campagne.csv", request -> resource("campaign/demo.csv", "text/csv;charset=UTF-8"))
                .build();
    }

    private ServerResponse home(ServerRequest request) {
        return Html.page("Qui voulez-vous être ?", """
                <p>Ce programme joue le monde autour de <a href="%1$s">Mon espace santé</a>&nbsp;: la carte Vitale, la
                messagerie, FranceConnect, Pro Santé Connect. Aucune de ces personnes n’existe.</p>
                <p><a href="%1$s">Ouvrir le service</a> · <a href="/mail">Courriels reçus</a> · <a href="/sms">SMS reçus</a>
                · <a href="/push">Notifications reçues</a>%6$s
                · <a href="/campagne.csv">Fichier de la campagne d’invitation</a></p>
                <h2>Assurés</h2>
                <p>Pour activer un espace&nbsp;: l’INS, la fin du numéro de série de la carte Vitale, et le code provisoire
                reçu par courriel.</p>
                %2$s
                <h2>Professionnels de santé</h2>
                <p>Ils se connectent avec Pro Santé Connect.</p>
                %3$s
                <h2>Agents du service</h2>
                <p>Ils se connectent avec ProConnect.</p>
                %4$s
                <h2>Établissements et laboratoires</h2>
                <p>Leurs logiciels s’identifient par certificat.</p>
                %5$s
                %7$s
                """.formatted(
                Html.escape(properties.serviceUrl()),
                citizens(),
                professionals(),
                agents(),
                structures(),
                properties.mssante().isOn() ? "\n· <a href=\"/mssante\">Boîtes aux lettres des professionnels</a>" : "",
                properties.mssante().isOn() ? mailboxes() : ""));
    }

    private static String citizens() {
        return table(
                "Assurés",
                List.of("Nom", "Naissance", "INS", "Carte Vitale (11 derniers chiffres)", "Courriel", "Mobile"),
                Cast.citizens().stream().map(HomePage::row).toList());
    }

    private static List<String> row(Citizen citizen) {
        String birth = "%s, %s (%s)"
                .formatted(DAY.format(citizen.birthDate()), citizen.birthPlaceName(), citizen.birthPlace());
        return List.of(
                Html.escape(citizen.displayName()) + (citizen.adult() ? "" : " <span class=\"quiet\">(enfant)</span>"),
                Html.escape(birth),
                code(citizen.ins()),
                code(citizen.vitaleSerial()),
                citizen.email().isEmpty()
                        ? "–"
                        : "<a href=\"/mail?to=%1$s\">%1$s</a>".formatted(Html.escape(citizen.email())),
                citizen.phone().isEmpty()
                        ? "–"
                        : "<a href=\"/sms?to=%1$s\">%1$s</a>".formatted(Html.escape(citizen.phone())));
    }

    private static String professionals() {
        return table(
                "Professionnels",
                List.of("Nom", "Profession", "RPPS", "Exerce à"),
                Cast.professionals().stream().map(HomePage::row).toList());
    }

    private static List<String> row(Professional professional) {
        return List.of(
                Html.escape(professional.displayName()),
                Html.escape(professional.professionName()),
                code(professional.rpps()),
                professional.activities().stream()
                        .map(activity -> Html.escape(activity.structure().name()))
                        .collect(Collectors.joining("<br>")));
    }

    private static String agents() {
        return table(
                "Agents",
                List.of("Nom", "Rôle"),
                Cast.agents().stream().map(HomePage::row).toList());
    }

    private static List<String> row(Agent agent) {
        return List.of(Html.escape(agent.displayName()), code(String.join(", ", agent.roles())));
    }

    private static String structures() {
        return table(
                "Structures",
                List.of("Nom", "Numéro (Struct_IdNat)", "Certificat"),
                List.of(
                        List.of(Html.escape(Cast.MINIMES.name()), code(Cast.MINIMES.id()), code("laboratory.p12")),
                        List.of(
                                Html.escape(Cast.SAINT_CYPRIEN.name()),
                                code(Cast.SAINT_CYPRIEN.id()),
                                code("laboratory-2.p12")),
                        List.of(Html.escape(Cast.GARONNE.name()), code(Cast.GARONNE.id()), code("hospital.p12")),
                        List.of(Html.escape(Cast.TILLEULS.name()), code(Cast.TILLEULS.id()), code("practice.p12"))));
    }

    private static String mailboxes() {
        return "<h2>Messagerie sécurisée de santé</h2><p>Mot de passe de chaque boîte&nbsp;: " + code(Mailbox.PASSWORD)
                + ".</p>"
                + table(
                        "Boîtes aux lettres",
                        List.of("Titulaire", "Adresse"),
                        Arrays.stream(Mailbox.values())
                                .map(each -> List.of(
                                        Html.escape(each.owner()),
                                        "<a href=\"/mssante/boite/%1$s\">%1$s</a>".formatted(each.address())))
                                .toList());
    }

    private static String code(String text) {
        return "<code>" + Html.escape(text) + "</code>";
    }

    private static String table(String name, List<String> columns, List<List<String>> rows) {
        String head = columns.stream()
                .map(column -> "<th scope=\"col\">" + column + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream()
                .map(cells -> "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + name + "\"><table><thead><tr>"
                + head + "</tr></thead><tbody>\n" + body + "\n</tbody></table></div>";
    }

    private static ServerResponse resource(String path, String type) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(type))
                .body(new ClassPathResource(path, HomePage.class.getClassLoader()));
    }
}
