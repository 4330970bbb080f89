package fr.monespacesante.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/// What a form may send. Nothing of it is ever written to a disk as it came: it is health content, and disks hold none
/// in clear (SEC-02). So what is too large is refused by its announced length, before it fills the memory.
@Configuration(proxyBeanMethods = false)
class UploadLimits {
    /// Photos as a phone takes them, before they are made smaller; the document itself may have 5 MB.
    private static final long REQUEST = 30_000_000;

    private static final int SWALLOWED = 100_000_000;

    @Bean
    MultipartConfigElement multipart() {
        return new MultipartConfigElement("", REQUEST, REQUEST, (int) REQUEST);
    }

    /// A browser reads an answer only after it has sent all: what is refused is still taken off the line.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> swallow() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setProperty("maxSwallowSize", String.valueOf(SWALLOWED)));
    }

    @Bean
    TooLarge tooLarge() {
        return new TooLarge();
    }

    /// Answers 413 before anybody reads the form.
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    static final class TooLarge extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String type = request.getContentType();
            if (type != null && type.startsWith("multipart/") && request.getContentLengthLong() > REQUEST) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
