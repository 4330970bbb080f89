package fr.monespacesante.portal;

import jakarta.servlet.http.HttpServletResponse;

/// What a browser may do with what we send it.
public final class ContentPolicy {
    static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String DOCUMENT = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
            + "object-src 'self'; frame-ancestors 'self'";

    private static final String MAIL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private ContentPolicy() {}

    /// For a message as its sender laid it out: our page may frame it; nothing in it runs or loads, and it is of no
    /// origin. A link in it opens outside.
    public static void mail(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", MAIL);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
    }

    /// For a document's own bytes: our page may frame it, and nothing in it runs.
    public static void frameable(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", DOCUMENT);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
    }
}
