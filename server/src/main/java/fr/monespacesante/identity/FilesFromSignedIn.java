package fr.monespacesante.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Forms with files are read into memory whole, before anything else is known of them: only from a person who has
/// signed in. Everybody else is sent to the login, and what they send is not read.
final class FilesFromSignedIn extends OncePerRequestFilter {
    private final Class<?> principal;
    private final String login;

    FilesFromSignedIn(Class<?> principal, String login) {
        this.principal = principal;
        this.login = login;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                && !(who != null && principal.isInstance(who.getPrincipal()))) {
            response.sendRedirect(login);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InvalidFileNameException trick) {
            // Its message repeats the name, which may say something of the document: it goes no further.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
