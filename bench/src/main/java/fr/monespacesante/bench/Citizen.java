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
/// mail, and opens pages. Forms are filled as a browser would, hidden fields included.
final class Citizen implements AutoCloseable {
    /// The pages of W5, by name; `document` stands for the citizen's own CDA.
    static final Map<String, String> PAGES = pages();

    private static final String PASSWORD = "Un-Banc-2026-solide!";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern INVITATION = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
    private static final Pattern CODE = Pattern.compile("(?<=code est )\\d{6,8}");
    private static final Pattern DOCUMENT = Pattern.compile("/espace/documents/[0-9a-f-]{36}(?=\")");
    private static final Pattern MAIL_ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");
    private static final int PATIENCE = 100;

    private final Programs programs;
    private final Patient patient;
    private final Connection connection;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String cda = "/espace";

    Citizen(Programs programs, Patient patient) {
        this.programs = programs;
        this.patient = patient;
        this.connection = new Connection(programs.ports().service(), null);
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
        submit(
                "/activation",
                "/activation",
                Map.of("ins", patient.ins(), "serial", patient.vitaleSerial(), "code", mailed(INVITATION, 0)));
        long known = lastMail();
        submit(
                "/activation/suite",
                "/activation/contact",
                Map.of("email", patient.email(), "phone", "", "codesBy", "EMAIL"));
        String code = mailed(CODE, known);
        submit("/activation/suite", "/activation/confirmation", Map.of("code", code));
        submit("/activation/suite", "/activation/conditions", Map.of("accept", "oui"));
        submit(
                "/activation/suite",
                "/activation/identifiants",
                Map.of("login", patient.email(), "password", PASSWORD, "repeated", PASSWORD));
        cookies.clear();
        known = lastMail();
        submit("/connexion", "/connexion", Map.of("login", patient.email(), "password", PASSWORD));
        submit("/connexion/code", "/connexion/code", Map.of("code", mailed(CODE, known)));
        Connection.Response home = get("/espace");
        if (home.status() != 200) {
            throw new IOException("the sign-in came to nothing: " + home.status());
        }
        Matcher document = DOCUMENT.matcher(get("/espace/documents?q=ferritine").text());
        if (document.find()) {
            cda = document.group();
        }
    }

    private void submit(String page, String action, Map<String, String> fields) throws IOException {
        Connection.Response form = get(page);
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form.text());
        while (hidden.find()) {
            all.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Connection.Response answer = connection.post(
                action,
                body.toString().getBytes(StandardCharsets.UTF_8),
                "Content-Type: application/x-www-form-urlencoded",
                cookie());
        keep(answer);
        if (answer.status() < 300 || answer.status() >= 400) {
            throw new IOException("the form " + action + " was not taken: " + answer.status());
        }
    }

    Connection.Response get(String path) throws IOException {
        Connection.Response answer = connection.get(path, "Accept: text/html", cookie());
        keep(answer);
        return answer;
    }

    private void keep(Connection.Response answer) {
        for (String set : answer.all("set-cookie")) {
            String pair = set.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
    }

    private String cookie() {
        StringBuilder line = new StringBuilder("Cookie: ");
        cookies.forEach(
                (name, value) -> line.append(name).append('=').append(value).append("; "));
        return line + "banc=1";
    }

    int size(String page) throws IOException {
        return get(path(page)).body().length;
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
            Connection.Response answer = client.pages().get(citizen.path(page), "Accept: text/html", citizen.cookie());
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
        connection.close();
    }
}
