package fr.monespacesante.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Someone at a browser: activates their space with the code of the invitation, signs in with the code that came by
/// mail, and opens pages.
final class Citizen implements AutoCloseable {
    /// The pages of W5, by name; `document` stands for the citizen's own CDA.
    static final Map<String, String> PAGES = pages();

    private static final String PASSWORD = "Un-Banc-2026-solide!";
    private static final Pattern INVITATION = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
    private static final Pattern CODE = Pattern.compile("(?<=code est )\\d{6,8}");
    private static final Pattern DOCUMENT = Pattern.compile("/espace/documents/[0-9a-f-]{36}(?=\")");
    private static final Pattern MAIL_ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");
    private static final int PATIENCE = 100;

    private final Programs programs;
    private final Patient patient;
    private final Browser browser;
    private String cda = "/espace";

    Citizen(Programs programs, Patient patient) {
        this.programs = programs;
        this.patient = patient;
        this.browser = new Browser(programs.ports().service());
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/espace");
        pages.put("documents", "/espace/documents");
        pages.put("CDA document", "document");
        pages.put("history", "/espace/historique");
        return pages;
    }

    /// Activates the space, leaves, and signs in with password and code.
    void signIn() throws IOException, InterruptedException {
        browser.submit(
                "/activation",
                "/activation",
                Map.of("ins", patient.ins(), "serial", patient.vitaleSerial(), "code", mailed(INVITATION, 0)));
        long known = lastMail();
        browser.submit(
                "/activation/suite",
                "/activation/contact",
                Map.of("email", patient.email(), "phone", "", "codesBy", "EMAIL"));
        String code = mailed(CODE, known);
        browser.submit("/activation/suite", "/activation/confirmation", Map.of("code", code));
        browser.submit("/activation/suite", "/activation/conditions", Map.of("accept", "oui"));
        browser.submit(
                "/activation/suite",
                "/activation/identifiants",
                Map.of("login", patient.email(), "password", PASSWORD, "repeated", PASSWORD));
        browser.forget();
        known = lastMail();
        browser.submit("/connexion", "/connexion", Map.of("login", patient.email(), "password", PASSWORD));
        browser.submit("/connexion/code", "/connexion/code", Map.of("code", mailed(CODE, known)));
        Connection.Response home = browser.get("/espace");
        if (home.status() != 200) {
            throw new IOException("the sign-in came to nothing: " + home.status());
        }
        Matcher document =
                DOCUMENT.matcher(browser.get("/espace/documents?q=ferritine").text());
        if (document.find()) {
            cda = document.group();
        }
    }

    int size(String page) throws IOException {
        return browser.get(path(page)).body().length;
    }

    private String path(String page) {
        return page.equals("document") ? cda : page;
    }

    /// This citizen's page, asked by any number of clients at once.
    Work work(String page) {
        return work(List.of(this), page);
    }

    /// A page of one of these citizens, each with the session they have.
    static Work work(List<Citizen> citizens, String page) {
        return (client, chance) -> {
            Citizen citizen = citizens.get(chance.nextInt(citizens.size()));
            Connection.Response answer =
                    client.pages().get(citizen.path(page), "Accept: text/html", citizen.browser.cookie());
            return answer.status() == 200 ? 0 : answer.status();
        };
    }

    private String mails() throws IOException {
        try (Connection sandbox = new Connection(programs.ports().sandbox(), null)) {
            return sandbox.get("/api/mail?to=" + URLEncoder.encode(patient.email(), StandardCharsets.UTF_8))
                    .text();
        }
    }

    private long lastMail() throws IOException {
        Matcher id = MAIL_ID.matcher(mails());
        return id.find() ? Long.parseLong(id.group(1)) : 0;
    }

    /// What the newest mail says, once one has come that is newer than `known`.
    private String mailed(Pattern wanted, long known) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            String mails = mails();
            Matcher id = MAIL_ID.matcher(mails);
            if (id.find() && Long.parseLong(id.group(1)) > known) {
                int text = mails.indexOf("\"text\"");
                Matcher found = wanted.matcher(mails);
                if (text >= 0 && found.find(text)) {
                    return found.group();
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("the mail did not come");
    }

    @Override
    public void close() {
        browser.close();
    }
}
