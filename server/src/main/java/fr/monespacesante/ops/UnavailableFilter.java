package fr.monespacesante.ops;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 503 when what the service stands on is away, the database first of all: come back soon, nothing was done.
/// It stands before the sessions, which live in the database too, and needs neither template nor session itself.
final class UnavailableFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(UnavailableFilter.class);
    private static final String PAGE = """
            <!doctype html><html lang="fr"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Service momentanément indisponible – Mon espace santé</title>
            <h1>Le service est momentanément indisponible</h1>
            <p>Rien n’a été perdu et rien n’a été enregistré à moitié. Réessayez dans quelques instants.</p>
            <p lang="en">The service is away for a moment. Nothing was lost or half done. Please try again soon.</p>
            </html>
            """;
    private static final String PROBLEM = """
            {"type":"about:blank","title":"Service Unavailable","status":503,\
            "detail":"The service is away for a moment; nothing was done. Try again soon."}""";
    private static final String OUTCOME = """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"transient",\
            "diagnostics":"The service is away for a moment; nothing was done. Try again soon."}]}""";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() || !isAway(e)) {
                throw e;
            }
            LOG.warn("answered 503: {}", e.getClass().getSimpleName());
            answer(request, response);
        }
    }

    static boolean isAway(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean away = cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || (cause instanceof SQLException sql && isAway(sql.getSQLState()))
                    || isFull(cause);
            if (away) {
                return true;
            }
        }
        return false;
    }

    /// Classes 08 connection, 53 resources, 57P shutdown; without a state the pool gave up waiting.
    private static boolean isAway(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    private static boolean isFull(Throwable cause) {
        String message = cause.getMessage();
        boolean said = message != null && (message.contains("No space left") || message.contains("Disk quota"));
        return cause instanceof IOException && said;
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        String accept = request.getHeader("Accept");
        if (request.getRequestURI().startsWith("/fhir")) {
            write(response, "application/fhir+json", OUTCOME);
        } else if (accept != null && accept.contains("text/html")) {
            write(response, "text/html", PAGE);
        } else {
            write(response, "application/problem+json", PROBLEM);
        }
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type + ";charset=utf-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
