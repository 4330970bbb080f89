package fr.monespacesante.portal.space;

import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// A form sent from a page that was made for one person never lands in the space of another, chosen meanwhile in
/// another window: it is refused before any controller sees it, and nothing of it is kept.
@Component
class SamePerson implements HandlerInterceptor, WebMvcConfigurer {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final OwnSpace own;
    private final Pages pages;

    SamePerson(OwnSpace own, Pages pages) {
        this.own = own;
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/espace/**").excludePathPatterns("/espace/personnes");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (READING.contains(request.getMethod())
                || authentication == null
                || !(authentication.getPrincipal() instanceof CitizenSession who)
                || own.madeForCurrent(request, who)) {
            return true;
        }
        pages.refused(Problem.OTHER_PERSON).render(Map.of(), request, response);
        return false;
    }
}
