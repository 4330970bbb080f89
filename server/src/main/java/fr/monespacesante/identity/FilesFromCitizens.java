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

/// Forms with files are read into memory whole, before anything else is known of them: only from a citizen who
/// has shown both factors. Everybody else is sent to the login, and what they send is not read.
final class FilesFromCitizens extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                && !(who != null && who.getPrincipal() instanceof CitizenSession)) {
            response.sendRedirect(WebSignIn.LOGIN_PAGE);
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
