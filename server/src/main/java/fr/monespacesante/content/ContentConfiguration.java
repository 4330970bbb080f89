package fr.monespacesante.content;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Offers the readers of documents to the other modules. All are shared.
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    /// @param signingKey PEM file of the key that signs files to keep, with its certificate; made at the first start
    @ConfigurationProperties("mes.content")
    record ContentProperties(
            @DefaultValue("var/keys/signing.pem") Path signingKey) {}

    @Bean
    SignedPdf signedPdf(ContentProperties properties, SecureRandom random, Clock clock) throws IOException {
        return new SignedPdf(SigningKey.in(properties.signingKey(), random, clock.instant()));
    }

    @Bean
    ContentLimits contentLimits() {
        return ContentLimits.defaults();
    }

    @Bean
    DocumentContents documentContents(ContentLimits limits) {
        return new DocumentContents(limits);
    }

    @Bean
    CdaReader cdaReader(ContentLimits limits) {
        return new CdaReader(limits);
    }

    @Bean
    Photos photos(ContentLimits limits) {
        return new Photos(limits);
    }
}
