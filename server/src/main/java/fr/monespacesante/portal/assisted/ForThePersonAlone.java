package fr.monespacesante.portal.assisted;

import fr.monespacesante.identity.CitizenSession;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What a session with a counsellor may not do: the ways in, who helps, taking everything out, and the end of
/// the space.
@Component
class ForThePersonAlone implements HandlerInterceptor, WebMvcConfigurer {
    static final String[] PATHS = {
        "/espace/parametres/connexion/**",
        "/espace/parametres/aidants/**",
        "/espace/parametres/acces-personnel/**",
        "/espace/parametres/protection/**",
        "/espace/parametres/fermer/**",
        "/espace/donnees/**",
        "/espace/personnes/enfant/**",
        "/espace/personnes/invitation/**"
    };

    private final Pages pages;

    ForThePersonAlone(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PATHS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof CitizenSession who)
                || who.assistance() == null) {
            return true;
        }
        pages.show(new NotTogetherPage(), HttpStatus.FORBIDDEN).render(Map.of(), request, response);
        return false;
    }
}
