package fr.monespacesante.identity;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The chain of everything that no other chain has taken: the pages. Channels for software (`/fhir/**`) bring chains of
/// their own with a smaller order.
@Configuration(proxyBeanMethods = false)
class CitizenSecurity {
    private static final String[] STATIC = {
        "/assets/**", "/favicon.ico", "/robots.txt", "/manifest.webmanifest", "/error", "/actuator/health/**"
    };

    /// Pages may use what comes from here and nothing else; images may also be made in the page.
    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data: blob:; "
            + "font-src 'self' data:; object-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; "
            + "form-action 'self'";

    @Bean
    @Order(1000)
    SecurityFilterChain pages(
            HttpSecurity http,
            SecurityContextRepository contexts,
            ObjectProvider<OpenPaths> openPaths,
            IdentityProperties properties,
            Clock clock) {
        String[] open = Stream.concat(Stream.of(STATIC), openPaths.stream().flatMap(paths -> paths.patterns().stream()))
                .toArray(String[]::new);
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(open).permitAll().anyRequest().hasRole(WebSignIn.ROLE))
                .addFilterBefore(new LongestSession(properties.longest(), clock), AnonymousAuthenticationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(WebSignIn.LOGIN_PAGE)))
                .logout(logout -> logout.logoutUrl(WebSignIn.LOGOUT)
                        .logoutSuccessUrl(WebSignIn.LOGIN_PAGE + "?au-revoir")
                        .deleteCookies("mes_session"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(cache -> cache.disable())
                .build();
    }
}
