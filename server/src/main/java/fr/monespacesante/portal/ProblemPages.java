package fr.monespacesante.portal;

import fr.monespacesante.kernel.Problem;
import org.springframework.http.HttpStatus;

/// What a page answers to a problem that no form of its own explains. A new kind of problem does not compile until it
/// has an answer here.
final class ProblemPages {
    private ProblemPages() {}

    static HttpStatus status(Problem problem) {
        return switch (problem.kind()) {
            case UNAUTHENTICATED, FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNPROCESSABLE, UNSUPPORTED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case CONFLICT, STALE -> HttpStatus.CONFLICT;
            case THROTTLED -> HttpStatus.TOO_MANY_REQUESTS;
            case DAMAGED -> HttpStatus.INTERNAL_SERVER_ERROR;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
