package fr.monespacesante.identity;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;

/// The chain of the operator's pages (AUT-05): only with the agents' own provider, by the roles it states.
@Configuration(proxyBeanMethods = false)
class AgentSecurity {
    static final String PAGES = "/agent";

    private static final String PROVIDER = "proconnect";
    private static final String ROLE = "AGENT";

    @Bean
    OpenIdDoor agentsDoor(
            SignInProperties settings, IdentityProperties limits, SecurityContextRepository contexts, Clock clock) {
        OpenIdDoor.Place place = new OpenIdDoor.Place(PAGES, PROVIDER, PAGES, limits);
        LazyRegistration registration = new LazyRegistration(
                PROVIDER,
                settings.agents(),
                settings.redirect(place.login() + "/retour"),
                List.of("openid", "uid", "given_name", "usual_name", "email", "roles"));
        return new OpenIdDoor(
                place, registration, new OpenIdDoor.Reading(AgentSecurity::read, claims -> {}), contexts, clock);
    }

    @Bean
    @Order(101)
    SecurityFilterChain agentPages(HttpSecurity http, OpenIdDoor agentsDoor, ObjectProvider<AgentArea> areas) {
        return agentsDoor
                .guard(
                        http,
                        requests -> {
                            areas.forEach(area ->
                                    requests.requestMatchers(area.pattern()).hasRole(authority(area.role())));
                            requests.anyRequest().hasRole(ROLE);
                        },
                        AgentSession.class)
                .build();
    }

    /// Without a role nobody is an agent.
    private static Optional<Authentication> read(Map<String, Object> claims) {
        Set<String> roles = new HashSet<>();
        if (claims.get("roles") instanceof List<?> listed) {
            listed.forEach(role -> roles.add(String.valueOf(role)));
        }
        String id = String.valueOf(claims.getOrDefault("uid", ""));
        if (roles.isEmpty() || id.isBlank()) {
            return Optional.empty();
        }
        String name = (text(claims, "given_name") + " " + text(claims, "usual_name")).strip();
        AgentSession who = new AgentSession(UUID.randomUUID(), id, name.isEmpty() ? id : name, roles);
        String[] authorities = Stream.concat(Stream.of(ROLE), roles.stream().map(AgentSecurity::authority))
                .map(role -> "ROLE_" + role)
                .toArray(String[]::new);
        return Optional.of(UsernamePasswordAuthenticationToken.authenticated(
                who, null, AuthorityUtils.createAuthorityList(authorities)));
    }

    /// Kept apart from the roles of other chains.
    private static String authority(String role) {
        return ROLE + "_" + role.toUpperCase(Locale.ROOT);
    }

    private static String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text.strip() : "";
    }
}
