package fr.monespacesante.ops;

import java.io.IOException;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/// Health is for everybody, the rest of `/actuator` for who shows the operator's token.
@Configuration(proxyBeanMethods = false)
class OpsSecurity {
    @Bean
    OperatorToken operatorToken(OpsProperties properties, SecureRandom random) throws IOException {
        return OperatorToken.in(properties.tokenFile(), random);
    }

    @Bean
    @Order(10)
    SecurityFilterChain operatorChain(HttpSecurity http, OperatorToken token) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .access((who, asked) -> new AuthorizationDecision(
                                token.isShownIn(asked.getRequest().getHeader("Authorization")))))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // programs only, with a token that no browser sends by itself
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }
}
