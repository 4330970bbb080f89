package fr.monespacesante.sandbox.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/// Writes pages. Text that comes from outside goes through `escape`, always.
public final class Html {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private Html() {}

    public static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /// Plain text with its web addresses made into links.
    public static String escapeAndLink(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int written = 0;
        while (link.find()) {
            String address = escape(link.group());
            html.append(escape(text.substring(written, link.start())))
                    .append("<a href=\"")
                    .append(address)
                    .append("\" rel=\"noreferrer\">")
                    .append(address)
                    .append("</a>");
            written = link.end();
        }
        return html.append(escape(text.substring(written))).toString();
    }

    public static ServerResponse page(String title, String body) {
        return page(HttpStatus.OK, title, body);
    }

    public static ServerResponse page(HttpStatus status, String title, String body) {
        return ServerResponse.status(status)
                .contentType(HTML)
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body("""
                        <!DOCTYPE html>
                        <html lang="fr">
                        <head>
                          <meta charset="utf-8">
                          <meta name="viewport" content="width=device-width, initial-scale=1">
                          <title>%1$s – Bac à sable</title>
                          <link rel="stylesheet" href="/sandbox.css">
                        </head>
                        <body>
                          <header>
                            <p class="mark">Bac à sable <span>tout ici est inventé</span></p>
                            <nav aria-label="Bac à sable">
                              <a href="/">Accueil</a> <a href="/mail">Courriels</a> <a href="/sms">SMS</a>
                              <a href="/push">Notifications</a> <a href="/mssante">MSSanté</a>
                            </nav>
                          </header>
                          <main>
                            <h1>%1$s</h1>
                        %2$s
                          </main>
                        </body>
                        </html>
                        """.formatted(escape(title), body));
    }
}
