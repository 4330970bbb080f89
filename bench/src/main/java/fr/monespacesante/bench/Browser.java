package fr.monespacesante.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A browser as far as the measuring needs one: it keeps cookies and fills forms, hidden fields included.
final class Browser implements AutoCloseable {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Connection connection;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(int port) {
        this.connection = new Connection(port, null);
    }

    /// Fills the form that stands on a page; where the answer leads.
    String submit(String page, String action, Map<String, String> fields) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(get(page).text());
        while (hidden.find()) {
            all.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        Connection.Response answer = connection.post(
                action,
                encoded(all).getBytes(StandardCharsets.UTF_8),
                "Content-Type: application/x-www-form-urlencoded",
                cookie());
        keep(answer);
        if (answer.status() < 300 || answer.status() >= 400) {
            throw new IOException("the form " + action + " was not taken: " + answer.status());
        }
        return answer.header("location").orElse("").replaceFirst("^https?://[^/]+", "");
    }

    static String encoded(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }

    Connection.Response get(String path) throws IOException {
        Connection.Response answer = connection.get(path, "Accept: text/html", cookie());
        keep(answer);
        return answer;
    }

    void forget() {
        cookies.clear();
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

    String cookie() {
        StringBuilder line = new StringBuilder("Cookie: ");
        cookies.forEach(
                (name, value) -> line.append(name).append('=').append(value).append("; "));
        return line + "banc=1";
    }

    @Override
    public void close() {
        connection.close();
    }
}
