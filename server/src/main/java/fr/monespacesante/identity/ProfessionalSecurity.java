package fr.monespacesante.identity;

import fr.monespacesante.kernel.Nomenclatures;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;

/// The chain of the professionals' pages (AUT-04): only with Pro Santé Connect, and only once they have said for which
/// place of work.
@Configuration(proxyBeanMethods = false)
class ProfessionalSecurity {
    static final String PAGES = "/pro";

    private static final String PROVIDER = "psc";
    private static final String ROLE = "PROFESSIONAL";
    private static final String CHOOSING = "PROFESSIONAL_WITHOUT_PLACE";

    @Bean
    OpenIdDoor professionalsDoor(
            SignInProperties settings,
            IdentityProperties limits,
            SecurityContextRepository contexts,
            HealthDirectory directory,
            Clock clock) {
        OpenIdDoor.Place place = new OpenIdDoor.Place(PAGES, PROVIDER, PAGES, limits);
        LazyRegistration registration = new LazyRegistration(
                PROVIDER,
                settings.professionals(),
                settings.redirect(place.login() + "/retour"),
                List.of("openid", "scope_all"));
        return new OpenIdDoor(
                place,
                registration,
                new OpenIdDoor.Reading(
                        ProfessionalSecurity::read,
                        claims -> ProfessionalIdentity.person(claims).ifPresent(directory::seen)),
                contexts,
                clock);
    }

    @Bean
    PlacesOfWork placesOfWork(OpenIdDoor professionalsDoor) {
        return (request, response, who, place) -> professionalsDoor.save(
                request, response, signedIn(new ProfessionalSession(who.id(), who.professional(), place)));
    }

    @Bean
    @Order(100)
    SecurityFilterChain professionalPages(HttpSecurity http, OpenIdDoor professionalsDoor) {
        return professionalsDoor
                .guard(
                        http,
                        requests -> requests.requestMatchers(PlacesOfWork.PAGE)
                                .hasAnyRole(ROLE, CHOOSING)
                                .anyRequest()
                                .hasRole(ROLE),
                        ProfessionalSession.class)
                .exceptionHandling(handling -> handling.accessDeniedHandler((request, response, denied) -> {
                    if (!(denied instanceof CsrfException) && request.isUserInRole(CHOOSING)) {
                        response.sendRedirect(PlacesOfWork.PAGE);
                    } else {
                        response.sendError(HttpServletResponse.SC_FORBIDDEN);
                    }
                }))
                .build();
    }

    /// Who has no RPPS, or a profession that no nomenclature knows, is not a professional of this service.
    private static Optional<Authentication> read(Map<String, Object> claims) {
        return ProfessionalIdentity.read(claims)
                .filter(who -> who.places().stream()
                        .map(ProfessionalIdentity.Place::profession)
                        .allMatch(code ->
                                Nomenclatures.national().profession(code).isPresent()))
                .map(who -> signedIn(ProfessionalSession.of(UUID.randomUUID(), who)));
    }

    private static Authentication signedIn(ProfessionalSession who) {
        return UsernamePasswordAuthenticationToken.authenticated(
                who,
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + (who.place().isPresent() ? ROLE : CHOOSING)));
    }
}
