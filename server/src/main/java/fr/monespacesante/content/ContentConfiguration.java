package fr.monespacesante.content;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Offers the readers of documents to the other modules. All are shared.
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ContentConfiguration.class);

    /// @param signingKey PEM file of the key that signs files to keep, with its certificate; made at
    /// the first start
    @ConfigurationProperties("mes.content")
    record ContentProperties(
            @DefaultValue("var/keys/signing.pem") Path signingKey) {}

    /// @param clamd path of the Unix socket of ClamAV's daemon, or its `host:port`; without it
    /// nothing is checked
    /// @param timeout of one check
    @ConfigurationProperties("mes.antivirus")
    record AntivirusProperties(
            @DefaultValue("") String clamd,
            @DefaultValue("PT30S") Duration timeout) {
        AntivirusProperties {
            if (!clamd.isEmpty() && !clamd.startsWith("/") && !clamd.matches("[^/]+:\\d{1,5}")) {
                throw new IllegalArgumentException("mes.antivirus.clamd is neither a path nor host:port");
            }
        }
    }

    @Bean
    Antivirus antivirus(AntivirusProperties properties) {
        if (properties.clamd().isEmpty()) {
            LOG.warn("no antivirus is configured (mes.antivirus.clamd): what comes in is not checked");
            return Antivirus.none();
        }
        Antivirus clamd = new Clamd(properties.clamd(), properties.timeout());
        if (!clamd.answers()) {
            LOG.error("the antivirus does not answer: nothing that needs it is taken until it does");
        }
        return clamd;
    }

    @Bean
    SignedPdf signedPdf(ContentProperties properties, SecureRandom random, Clock clock) throws IOException {
        return new SignedPdf(SigningKey.in(properties.signingKey(), random, clock.instant()));
    }

    @Bean
    ContentLimits contentLimits() {
        return ContentLimits.defaults();
    }

    @Bean
    DocumentContents documentContents(ContentLimits limits, Antivirus antivirus) {
        return new DocumentContents(limits, antivirus);
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
