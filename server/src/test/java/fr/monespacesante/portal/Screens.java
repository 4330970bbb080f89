package fr.monespacesante.portal;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Takes the pictures of every page of the running demo, at both widths. `bin/screens` runs it; the tests do not.
class Screens {
    private static final String ORIGIN = System.getProperty("mes.screens.origin", "http://localhost:8080");
    private static final String SANDBOX = System.getProperty("mes.screens.sandbox", "http://localhost:8090");
    private static final Path FOLDER = Path.of(System.getProperty("mes.screens.folder", "../docs/screens"));
    private static final String EMAIL = "claire.martin-durand@courriel.test";
    private static final String LOGIN = "claire.martin";
    private static final String PASSWORD = "Lilas-Bleu-31";
    private static final Pattern PROVISIONAL = Pattern.compile(
            "espace santé va être ouvert.*?\\b([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})\\b", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("code est (\\d{6})");
    private static final Pattern NUMBER = Pattern.compile("\"id\":(\\d+)");

    @RegisterExtension
    final Browsers browsers = new Browsers(() -> ORIGIN);

    @Test
    void everyPageOfTheDemo() {
        Page page = browsers.computer();
        see(page, "/", "home");
        see(page, "/accessibilite", "accessibility");
        see(page, "/activation", "activation");
        see(page, "/connexion", "login");
        if (!logsIn(page)) {
            activates(page);
        }
        see(page, "/espace", "space");
        see(page, "/espace/documents", "documents");
        see(page, "/espace/documents?vue=chronologie", "documents-timeline");
        see(page, "/espace/documents?categorie=BIOLOGY", "documents-filtered");
        page.navigate("/espace/documents");
        for (String title :
                new String[] {"Compte rendu d'examens biologiques", "Radiographie", "Ordonnance", "Lettre"}) {
            var link = page.getByRole(AriaRole.LINK)
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(title))
                    .first();
            if (link.count() > 0) {
                see(
                        page,
                        link.getAttribute("href"),
                        "document-" + title.split(" ")[0].toLowerCase(java.util.Locale.ROOT));
                page.navigate("/espace/documents");
            }
        }
        see(page, "/espace/documents/ajouter", "add");
        messages(page);
        see(page, "/espace/historique", "history");
        see(page, "/espace/notifications", "notifications");
        see(page, "/espace/notifications?sujet=DOCUMENTS", "notifications-filtered");
        see(page, "/espace/parametres", "settings");
        see(page, "/espace/parametres/notifications", "settings-notifications");
        see(page, "/espace/parametres/acces", "settings-access");
        see(page, "/espace/parametres/connexion", "settings-login");
    }

    /// With what `bin/mail` has sent to the demo, if anything.
    private static void messages(Page page) {
        see(page, "/espace/messages", "messages");
        var exchange = page.locator(".mes-exchange a").first();
        if (exchange.count() > 0) {
            String address = exchange.getAttribute("href");
            see(page, address, "message");
            see(page, address + "/imprimer", "message-print");
            page.navigate(address + "/repondre");
            if (page.url().endsWith("/repondre")) {
                Look.picture(page, FOLDER, "message-answer");
            }
        }
    }

    @Test
    void everyPageOfSupervision() {
        Page page = browsers.computer();
        see(page, "/agent/connexion", "agent-login");
        page.navigate("/agent/connexion/avec/proconnect");
        page.getByRole(AriaRole.BUTTON)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("MERCIER"))
                .first()
                .click();
        page.waitForURL("**/agent");
        see(page, "/agent", "agent");
        see(page, "/agent/supervision", "supervision");
        see(page, "/agent/supervision/signalements", "supervision-cases");
        see(page, "/agent/supervision/regles", "supervision-rules");
        see(page, "/agent/supervision/regles/PATIENTS", "supervision-rule");
        see(page, "/agent/supervision/journal", "supervision-journal");
    }

    @Test
    void everyPageOfTheCampaigns() {
        Page page = browsers.computer();
        page.navigate("/agent/connexion/avec/proconnect");
        page.getByRole(AriaRole.BUTTON)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("PERRIN"))
                .first()
                .click();
        page.waitForURL("**/agent");
        see(page, "/agent/campagnes", "campaigns");
        see(page, "/agent/campagnes/fichiers", "campaign-files");
        page.locator("#fichiers a").first().click();
        see(page, page.url().replaceFirst("^https?://[^/]+", ""), "campaign-file");
    }

    @Test
    void everyPageOfTheProfessional() {
        Page page = browsers.computer();
        see(page, "/pro/connexion", "pro-sign-in");
        page.navigate("/pro/connexion");
        page.getByText("S’identifier avec Pro Santé Connect").click();
        page.locator("button[value='10004445556']").click();
        Look.picture(page, FOLDER, "pro-place");
        page.getByText("Cabinet médical des Tilleuls").last().click();
        Claire.go(page, "Continuer");
        Look.picture(page, FOLDER, "pro-find");
        page.locator("#ins").fill("2 84 05 31555 123 79");
        page.locator("#name").fill("Durand");
        page.locator("#born").fill("12");
        page.locator("#born-month").fill("5");
        page.locator("#born-year").fill("1984");
        Claire.go(page, "Ouvrir l’espace");
        page.waitForURL("**/pro/patient/**");
        if (page.url().endsWith("/accord")) {
            Look.picture(page, FOLDER, "pro-consent");
            page.getByText("Le patient a été informé").click();
            Claire.go(page, "Déclarer l’accord");
            page.waitForURL(url -> !url.endsWith("/accord"));
        }
        String folder = page.url().replaceFirst("/accord$", "");
        see(page, folder, "pro-folder");
        page.navigate(folder);
        String document = page.locator(".mes-kinds a").first().getAttribute("href");
        see(page, document, "pro-document");
        see(page, folder + "/ajouter", "pro-add");
        page.navigate(folder + "/urgence");
        page.getByText("Il existe un risque immédiat").click();
        page.getByText("Le patient est hors d’état").click();
        page.locator("#motif").fill("Patiente inconsciente, recherche d’antécédents");
        Look.picture(page, FOLDER, "pro-emergency-form");
        Claire.go(page, "Ouvrir en urgence");
        Look.picture(page, FOLDER, "pro-emergency");
        Claire.go(page, "Mettre fin à l’urgence");
        see(page, "/pro/activite", "pro-activity");
    }

    private static void see(Page page, String address, String name) {
        page.navigate(address);
        Look.picture(page, FOLDER, name);
    }

    /// False where she has not activated yet.
    private static boolean logsIn(Page page) {
        long before = newest();
        page.navigate("/connexion");
        page.getByLabel("Identifiant").fill(LOGIN);
        page.locator("#password").fill(PASSWORD);
        Claire.go(page, "Continuer");
        if (!page.url().endsWith("/code")) {
            return false;
        }
        Look.picture(page, FOLDER, "login-code");
        page.getByLabel("Code reçu").fill(mail(CODE, before));
        Claire.go(page, "Entrer");
        page.waitForURL("**/espace");
        return true;
    }

    private static void activates(Page page) {
        page.navigate("/activation");
        page.getByLabel("Numéro de sécurité sociale").fill("284053155512379");
        page.getByLabel("Les 11 derniers chiffres").fill("12345678901");
        page.getByLabel("Code provisoire").fill(mail(PROVISIONAL, 0));
        Claire.go(page, "Continuer");
        Look.picture(page, FOLDER, "activation-contact");
        long before = newest();
        Claire.go(page, "Continuer");
        page.getByLabel("Code reçu").fill(mail(CODE, before));
        Claire.go(page, "Continuer");
        Look.picture(page, FOLDER, "activation-terms");
        page.getByText("J’ai lu et j’accepte").click();
        Claire.go(page, "Continuer");
        Look.picture(page, FOLDER, "activation-credentials");
        page.getByLabel("Choisissez un identifiant").fill(LOGIN);
        page.locator("#password").fill(PASSWORD);
        page.locator("#repeated").fill(PASSWORD);
        Claire.go(page, "Activer mon espace");
        page.waitForURL("**/espace");
    }

    /// The newest mail that came after this one and holds such a code; awaited.
    private static String mail(Pattern pattern, long after) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < end) {
            Matcher code = pattern.matcher(mails());
            if (newest() > after && code.find()) {
                return code.group(code.groupCount());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("no mail with a code came");
    }

    private static long newest() {
        Matcher number = NUMBER.matcher(mails());
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }

    /// What the sandbox caught for her, newest first.
    private static String mails() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String to = URLEncoder.encode(EMAIL, StandardCharsets.UTF_8);
            HttpRequest request = HttpRequest.newBuilder(URI.create(SANDBOX + "/api/mail?to=" + to))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox does not answer: start bin/run first", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
