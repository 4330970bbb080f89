package fr.monespacesante.portal;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/// Requests that cannot be read: the sender's mistake, not ours, and nothing of what they sent goes into a log.
@ControllerAdvice
class UnreadableRequests implements WebMvcConfigurer {
    private final Pages pages;

    UnreadableRequests(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    View brokenForm(MultipartException broken) {
        HttpStatus status = broken instanceof MaxUploadSizeExceededException
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        return pages.show(ErrorPage.of(status), status);
    }

    /// Its warnings repeat the values of the request.
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        for (HandlerExceptionResolver resolver : resolvers) {
            if (resolver instanceof DefaultHandlerExceptionResolver usual) {
                usual.setWarnLogCategory("");
            }
        }
    }
}
