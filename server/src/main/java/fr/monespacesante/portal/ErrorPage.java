package fr.monespacesante.portal;

import org.springframework.http.HttpStatus;

/// What happened, and what to do now.
public record ErrorPage(Text heading, Text happened, Text next) implements PageModel {
    static ErrorPage of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, GONE ->
                new ErrorPage(
                        FrameText.ERROR_NOT_FOUND, FrameText.ERROR_NOT_FOUND_WHAT, FrameText.ERROR_NOT_FOUND_NEXT);
            case UNAUTHORIZED, FORBIDDEN ->
                new ErrorPage(
                        FrameText.ERROR_FORBIDDEN, FrameText.ERROR_FORBIDDEN_WHAT, FrameText.ERROR_FORBIDDEN_NEXT);
            case CONTENT_TOO_LARGE ->
                new ErrorPage(
                        FrameText.ERROR_TOO_LARGE, FrameText.ERROR_TOO_LARGE_WHAT, FrameText.ERROR_TOO_LARGE_NEXT);
            case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS ->
                new ErrorPage(FrameText.ERROR_BUSY, FrameText.ERROR_BUSY_WHAT, FrameText.ERROR_BUSY_NEXT);
            default ->
                status.is4xxClientError()
                        ? new ErrorPage(
                                FrameText.ERROR_REQUEST, FrameText.ERROR_REQUEST_WHAT, FrameText.ERROR_REQUEST_NEXT)
                        : new ErrorPage(
                                FrameText.ERROR_FAILED, FrameText.ERROR_FAILED_WHAT, FrameText.ERROR_FAILED_NEXT);
        };
    }

    static ErrorPage otherPerson() {
        return new ErrorPage(
                FrameText.ERROR_OTHER_PERSON, FrameText.ERROR_OTHER_PERSON_WHAT, FrameText.ERROR_OTHER_PERSON_NEXT);
    }

    @Override
    public Message title() {
        return heading.plain();
    }
}
