package fr.monespacesante.content;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Offers the readers of documents to the other modules. All are free of state and shared.
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
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
