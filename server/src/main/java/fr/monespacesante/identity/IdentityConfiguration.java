package fr.monespacesante.identity;

import fr.monespacesante.vault.Directory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FlushMode;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;

/// Sessions in PostgreSQL, shared by all nodes, with cookies that scripts cannot read.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "identity.spring_session")
class IdentityConfiguration {
    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    ConversionService springSessionConversionService(Directory directory) {
        return new SealedAttributes(directory, IdentityConfiguration.class.getClassLoader());
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> onPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> endingAfterInactivity(IdentityProperties properties) {
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(properties.inactivity());
            sessions.setFlushMode(FlushMode.ON_SAVE);
        };
    }

    @Bean
    CookieSerializer sessionCookies() {
        return new SessionCookies();
    }
}
