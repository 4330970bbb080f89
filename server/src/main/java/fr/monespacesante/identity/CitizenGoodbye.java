package fr.monespacesante.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/// The end of a citizen's session: of FranceConnect's as well, where she came that way.
@Component
final class CitizenGoodbye implements LogoutSuccessHandler {
    private static final String ENDING = CitizenGoodbye.class.getName();

    private final WebFranceConnect franceConnect;

    CitizenGoodbye(WebFranceConnect franceConnect) {
        this.franceConnect = franceConnect;
    }

    /// Before the session is gone.
    void remember(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        WebFranceConnect.ending(request).ifPresent(ending -> request.setAttribute(ENDING, ending));
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException, ServletException {
        if (request.getAttribute(ENDING) instanceof WebFranceConnect.Ending ending) {
            franceConnect.end(request, response, ending);
            request.getRequestDispatcher(WebFranceConnect.GOODBYE).forward(request, response);
        } else {
            response.sendRedirect(WebSignIn.LOGIN_PAGE + "?au-revoir");
        }
    }
}
