package fr.monespacesante.identity;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/// The chain of everything that no other chain has taken: the pages. Channels for software (`/fhir/**`)
/// bring chains of
/// their own with a smaller order.
@Configuration(proxyBeanMethods = false)
class CitizenSecurity {
    private static final String[] STATIC = {
        "/assets/**", "/favicon.ico", "/robots.txt", "/manifest.webmanifest", "/error", "/actuator/health/**"
    };

    /// A redirect names a path, never the host that the request claimed to be for.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> redirectsWithoutAHost() {
        return factory -> factory.addContextCustomizers(context -> context.setUseRelativeRedirects(true));
    }

    @Bean
    @Order(1000)
    SecurityFilterChain citizenPages(
            HttpSecurity http,
            SecurityContextRepository contexts,
            ObjectProvider<OpenPaths> openPaths,
            IdentityProperties properties,
            CitizenGoodbye goodbye,
            Clock clock) {
        String[] open = Stream.concat(Stream.of(STATIC), openPaths.stream().flatMap(paths -> paths.patterns().stream()))
                .toArray(String[]::new);
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(open).permitAll().anyRequest().hasRole(WebSignIn.ROLE))
                .addFilterBefore(new FilesFromSignedIn(CitizenSession.class, WebSignIn.LOGIN_PAGE), CsrfFilter.class)
                .addFilterBefore(new LongestSession(properties.longest(), clock), AnonymousAuthenticationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(WebSignIn.LOGIN_PAGE)))
                .logout(logout -> logout.logoutUrl(WebSignIn.LOGOUT)
                        .addLogoutHandler(goodbye::remember)
                        .logoutSuccessHandler(goodbye)
                        .deleteCookies(SessionCookies.CITIZEN))
                // the pages set their own headers; encryption in transit is announced here
                .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(tls -> {}))
                .requestCache(cache -> cache.disable())
                .build();
    }
}
