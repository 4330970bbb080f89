package fr.monespacesante.interop.fhir;

import fr.monespacesante.access.Caller;
import fr.monespacesante.interop.Callers;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Proves who asks before anything of the request is read.
final class CallerFilter extends OncePerRequestFilter {
    private static final String CALLER = CallerFilter.class.getName();

    private final Callers callers;
    private final Answers answers;

    CallerFilter(Callers callers, Answers answers) {
        this.callers = callers;
        this.answers = answers;
    }

    static Caller caller(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller;
        }
        if (Entrance.isOpen(request)) {
            return Entrance.NOBODY;
        }
        throw new Refusal(Problem.NOT_AUTHENTICATED, "");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Entrance.isOpen(request)) {
            chain.doFilter(request, response);
            return;
        }
        switch (callers.of(request, "FHIR")) {
            case Outcome.Done<Caller>(Caller caller) -> {
                request.setAttribute(CALLER, caller);
                SecurityContextHolder.getContext().setAuthentication(new Proven(caller));
                chain.doFilter(request, response);
            }
            case Outcome.Refused<Caller>(Problem problem, String where) ->
                answers.refuse(request, response, new Refusal(problem, where));
        }
    }

    /// A caller, in Spring Security's terms.
    private static final class Proven extends AbstractAuthenticationToken {
        static final String ROLE = "CALLER";

        private final transient Caller caller;

        Proven(Caller caller) {
            super(roles());
            this.caller = caller;
            setAuthenticated(true);
        }

        private static Collection<SimpleGrantedAuthority> roles() {
            return List.of(new SimpleGrantedAuthority("ROLE_" + ROLE));
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return caller;
        }
    }
}
