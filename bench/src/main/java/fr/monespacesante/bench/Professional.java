package fr.monespacesante.bench;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A doctor at the professional's pages: signs in with the provider of identity, finds a patient, declares their
/// agreement, and opens pages of their folder.
final class Professional implements AutoCloseable {
    private static final String RPPS = "10001234567";
    private static final Pattern DOCUMENT = Pattern.compile("/pro/patient/[0-9a-f-]{36}/documents/[0-9a-f-]{36}(?=\")");

    private final Programs programs;
    private final Browser browser;

    Professional(Programs programs) {
        this.programs = programs;
        this.browser = new Browser(programs.ports().service());
    }

    void signIn() throws IOException {
        URI provider = URI.create(
                browser.get("/pro/connexion/avec/psc").header("location").orElse(""));
        try (Connection sandbox = new Connection(programs.ports().sandbox(), null)) {
            Connection.Response chosen = sandbox.post(
                    provider.getRawPath(),
                    (provider.getRawQuery() + "&person=" + RPPS).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "Content-Type: application/x-www-form-urlencoded");
            URI back = URI.create(chosen.header("location").orElse(""));
            browser.get(back.getRawPath() + "?" + back.getRawQuery());
        }
        if (browser.get("/pro").status() != 200) {
            throw new IOException("the professional's sign-in came to nothing");
        }
    }

    /// The pages of W10 for one patient, by name.
    Map<String, String> pages(Patient patient) throws IOException {
        String folder = browser.submit(
                "/pro",
                "/pro/patient",
                Map.of(
                        "ins",
                        patient.ins(),
                        "name",
                        Patient.FAMILY,
                        "born.day",
                        "12",
                        "born.month",
                        "5",
                        "born.year",
                        "1984"));
        browser.submit(folder + "/accord", folder + "/accord", Map.of("duree", "consultation", "dit", "oui"));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("folder", folder);
        pages.put("word search", folder + "?q=compte+rendu");
        Matcher document = DOCUMENT.matcher(browser.get(folder).text());
        if (document.find()) {
            pages.put("document", document.group());
        }
        return pages;
    }

    int size(String path) throws IOException {
        return browser.get(path).body().length;
    }

    /// This page, asked by any number of clients at once.
    Work work(String path) {
        return (client, chance) -> {
            Connection.Response answer = client.pages().get(path, "Accept: text/html", browser.cookie());
            return answer.status() == 200 ? 0 : answer.status();
        };
    }

    @Override
    public void close() {
        browser.close();
    }
}
