package fr.monespacesante.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
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
        chain.doFilter(request, response);
    }
}
