package fr.monespacesante.portal.account;

import fr.monespacesante.account.Mandate;
import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.identity.OpenPaths;
import fr.monespacesante.identity.WebSignIn;
import fr.monespacesante.portal.Beside;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.Visitor;
import fr.monespacesante.portal.Visitors;
import fr.monespacesante.portal.space.OwnSpace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// The citizen who is logged in, for the frame of the pages; and the pages that need no login.
@Configuration(proxyBeanMethods = false)
class CitizenVisitors {
    private static final List<Section> SECTIONS = List.of(
            Section.HOME,
            Section.DOCUMENTS,
            Section.ADD,
            Section.MESSAGES,
            Section.HISTORY,
            Section.NOTIFICATIONS,
            Section.SETTINGS);

    @Bean
    OpenPaths openPages() {
        return new OpenPaths(List.of(
                "/",
                "/accessibilite",
                "/donnees-personnelles",
                WebSignIn.LOGIN_PAGE,
                WebSignIn.LOGIN_PAGE + "/**",
                "/activation",
                "/activation/**",
                "/opposition",
                "/opposition/**",
                "/aidant"));
    }

    @Bean
    Visitors visitorsWhoSignedIn(OwnSpace own) {
        return request -> citizen(own, request);
    }

    private static Optional<Visitor> citizen(OwnSpace own, HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CitizenSession session
                ? Optional.of(new Visitor(
                        session.displayName(),
                        sections(own, request, session),
                        unread(request, OwnSpace.UNREAD),
                        unread(request, OwnSpace.UNREAD_MESSAGES),
                        session.assistance() == null ? WebSignIn.LOGOUT : "/accompagnement/terminer",
                        "",
                        "",
                        own.people(request, session),
                        Optional.ofNullable(session.assistance())
                                .map(beside -> new Beside(beside.counsellor(), beside.until()))))
                : Optional.empty();
    }

    private static List<Section> sections(OwnSpace own, HttpServletRequest request, CitizenSession session) {
        return own.may(request, session, Mandate.Scope.MESSAGE)
                ? SECTIONS
                : SECTIONS.stream()
                        .filter(section -> section != Section.MESSAGES)
                        .toList();
    }

    private static int unread(HttpServletRequest request, String kept) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(kept) instanceof Integer unread ? unread : 0;
    }
}
