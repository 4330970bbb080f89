package fr.monespacesante.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.TestBrowser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/// A citizen in front of the pages; each step checks that the page said yes.
final class Holder {
    private static final Pattern ROW =
            Pattern.compile("mes-row__title\"><a href=\"(/espace/documents/[0-9a-f-]{36})\">([^<]*)</a>");
    private static final Pattern EXCHANGE = Pattern.compile(
            "mes-row__title\"><a href=\"(/espace/messages/[0-9a-f-]{36})\">.*?mes-exchange__subject\">([^<]*)</span>");
    private static final Pattern HIDDEN_FIELD = Pattern.compile("name=\"(once|version)\" value=\"([^\"]+)\"");

    private final World world;
    private final Someone who;
    private final TestBrowser browser;

    Holder(World world, Node node, Someone who) {
        this(world, who, new TestBrowser(node.origin(), "Firefox"));
    }

    private Holder(World world, Someone who, TestBrowser browser) {
        this.world = world;
        this.who = who;
        this.browser = browser;
    }

    /// The same person in the same browser; the next request happens to reach this node.
    Holder at(Node node) {
        return new Holder(world, who, browser.at(node.origin()));
    }

    Someone who() {
        return who;
    }

    /// From the invitation's code to the open space, through every page of the activation.
    Holder activates() {
        page("/activation");
        String code = world.provisionalCode(who);
        sends("/activation", Map.of("ins", who.ins(), "serial", who.vitaleSerial(), "code", code));
        long before = world.mailsSoFar();
        sends("/activation/contact", Map.of("email", who.email(), "phone", "", "codesBy", "EMAIL"));
        page("/activation/suite");
        sends("/activation/confirmation", Map.of("code", world.oneTimeCode(who, before)));
        page("/activation/suite");
        sends("/activation/conditions", Map.of("accept", "oui"));
        page("/activation/suite");
        sends(
                "/activation/identifiants",
                Map.of("login", who.login(), "password", Someone.PASSWORD, "repeated", Someone.PASSWORD));
        assertThat(home()).contains("Bonjour");
        return this;
    }

    Holder logsIn() {
        page("/connexion");
        long before = world.mailsSoFar();
        assertThat(sends("/connexion", Map.of("login", who.login(), "password", Someone.PASSWORD)))
                .isEqualTo("/connexion/code");
        page("/connexion/code");
        assertThat(sends("/connexion/code", Map.of("code", world.oneTimeCode(who, before))))
                .isEqualTo("/espace");
        return this;
    }

    Holder logsOut() {
        page("/espace");
        sends("/deconnexion", Map.of());
        assertThat(isIn()).isFalse();
        return this;
    }

    boolean isIn() {
        return browser.get("/espace").statusCode() == 200;
    }

    String home() {
        return page("/espace");
    }

    /// What is in the list: title to address.
    Map<String, String> documents() {
        return rows(page("/espace/documents"));
    }

    /// Titles of what a search by words finds.
    List<String> finds(String words) {
        return new ArrayList<>(rows(page("/espace/documents?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .keySet());
    }

    String opens(String title) {
        return page(address(title));
    }

    byte[] downloads(String title) {
        HttpResponse<byte[]> file = browser.download(address(title) + "/telecharger");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        return file.body();
    }

    String address(String title) {
        String address = documents().get(title);
        assertThat(address).as("the address of " + title).isNotNull();
        return String.valueOf(address);
    }

    /// @return the address of the new document
    String adds(String title, String type, Map<String, byte[]> files) {
        String form = page("/espace/documents/ajouter");
        HttpResponse<String> answer = browser.upload(
                "/espace/documents/ajouter",
                Map.of(
                        "once",
                        hiddenField(form, "once"),
                        "title",
                        title,
                        "type",
                        type,
                        "date.day",
                        "14",
                        "date.month",
                        "1",
                        "date.year",
                        "2019"),
                "files",
                files);
        return redirected(answer);
    }

    Holder hides(String title) {
        String address = address(title);
        sends(address + "/masquer", Map.of("version", hiddenField(page(address), "version")));
        assertThat(page(address)).contains("Masqué");
        return this;
    }

    Holder blocks(String rpps, String name) {
        page("/espace/parametres/acces/bloquer");
        sends("/espace/parametres/acces/bloquer", Map.of("rpps", rpps, "nom", name));
        assertThat(rights()).contains("RPPS " + rpps);
        return this;
    }

    /// What is in the list of exchanges: subject to address.
    Map<String, String> exchanges() {
        Map<String, String> rows = new LinkedHashMap<>();
        Matcher matcher = EXCHANGE.matcher(page("/espace/messages"));
        while (matcher.find()) {
            rows.put(text(matcher.group(2)), matcher.group(1));
        }
        return rows;
    }

    /// The address of an exchange, once it is there.
    String exchange(String subject) {
        World.await("the exchange " + subject, () -> exchanges().containsKey(subject));
        return String.valueOf(exchanges().get(subject));
    }

    /// Everything that an exchange says, as text.
    String reads(String exchange) {
        return text(page(exchange).replaceAll("(?s)<script.*?</script>", "").replaceAll("<[^>]+>", " "))
                .replaceAll("\\s+", " ");
    }

    Holder answers(String exchange, String words) {
        assertThat(sends(exchange + "/repondre", answer(exchange, words))).isEqualTo(exchange);
        return this;
    }

    /// An answer that the page does not take; what it says instead.
    String mayNotAnswer(String exchange, String words) {
        page(exchange);
        HttpResponse<String> refused = browser.post(
                exchange + "/repondre",
                Map.of("brouillon", UUID.randomUUID().toString(), "a", "un", "texte", words, "action", "envoyer"));
        assertThat(refused.statusCode()).isNotEqualTo(303).isNotEqualTo(302);
        return refused.body();
    }

    private Map<String, String> answer(String exchange, String words) {
        Matcher draft = Pattern.compile("name=\"brouillon\" value=\"([^\"]+)\"").matcher(page(exchange + "/repondre"));
        assertThat(draft.find()).as("the form of an answer").isTrue();
        return Map.of("brouillon", draft.group(1), "a", "un", "texte", words, "action", "envoyer");
    }

    private static String text(String html) {
        return HtmlUtils.htmlUnescape(html);
    }

    String rights() {
        return page("/espace/parametres/acces");
    }

    String history() {
        return page("/espace/historique");
    }

    String notices() {
        return page("/espace/notifications");
    }

    /// Lets a browser take messages, as the script of the page does.
    Holder names(String name, String endpoint, String key, String secret) {
        page("/espace/parametres/notifications");
        sends(
                "/espace/parametres/notifications/appareil",
                Map.of("nom", name, "endpoint", endpoint, "p256dh", key, "auth", secret));
        return this;
    }

    /// Is told outside her space of these topics alone, by every means and at once.
    Holder turnsOn(String... topics) {
        page("/espace/parametres/notifications");
        Map<String, String> fields = new LinkedHashMap<>(Map.of("hour", "18"));
        for (String topic : List.of("DOCUMENTS", "MESSAGES", "ACCESSES", "RIGHTS", "REFUSALS")) {
            fields.put(topic + ".pace", "AT_ONCE");
        }
        for (String topic : topics) {
            fields.put(topic + ".email", "oui");
            fields.put(topic + ".push", "oui");
        }
        sends("/espace/parametres/notifications", fields);
        return this;
    }

    /// A page, which must be there.
    String page(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /// A form, which must be accepted; where it leads.
    private String sends(String path, Map<String, String> fields) {
        return redirected(browser.post(path, fields));
    }

    private static String redirected(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(answer.uri() + " " + errors(answer.body()))
                .isBetween(302, 303);
        String target = answer.headers().firstValue("Location").orElseThrow();
        return target.replaceFirst("^https?://[^/]+", "");
    }

    private static String errors(String page) {
        Matcher matcher = Pattern.compile("fr-(?:error-text|message--error)\"[^>]*>([^<]+)")
                .matcher(page);
        StringBuilder errors = new StringBuilder();
        while (matcher.find()) {
            errors.append(matcher.group(1).strip()).append(' ');
        }
        return errors.toString();
    }

    private static String hiddenField(String page, String name) {
        Matcher matcher = HIDDEN_FIELD.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        throw new AssertionError("no field " + name);
    }

    private static Map<String, String> rows(String page) {
        Map<String, String> rows = new LinkedHashMap<>();
        Matcher matcher = ROW.matcher(page);
        while (matcher.find()) {
            rows.put(matcher.group(2).replace("&#39;", "'").replace("&amp;", "&"), matcher.group(1));
        }
        return rows;
    }
}
