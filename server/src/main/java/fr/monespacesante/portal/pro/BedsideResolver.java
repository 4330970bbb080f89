package fr.monespacesante.portal.pro;

import fr.monespacesante.identity.ProfessionalSession;
import fr.monespacesante.portal.Notice;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives a controller the professional and the patient of the address. Who follows an address of another session, or
/// of one that is over, is asked to find the patient again.
@ControllerAdvice
class BedsideResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Consulted consulted;
    private final ObjectProvider<Pages> pages;

    BedsideResolver(Consulted consulted, ObjectProvider<Pages> pages) {
        this.consulted = consulted;
        this.pages = pages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Bedside.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (request != null
                && authentication != null
                && authentication.getPrincipal() instanceof ProfessionalSession who
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            return consulted
                    .find(request, String.valueOf(path.get("patient")))
                    .map(patient -> new Bedside(who, patient))
                    .orElseThrow(Bedside.NobodyThere::new);
        }
        throw new Bedside.NobodyThere();
    }

    @ExceptionHandler
    View nobodyThere(Bedside.NobodyThere nobody) {
        return pages.getObject().redirect("/pro", Notice.error(ProText.FIND_AGAIN));
    }
}
