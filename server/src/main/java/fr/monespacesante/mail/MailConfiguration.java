package fr.monespacesante.mail;

import fr.monespacesante.content.ContentLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Offers the readers and the writer of messages to the other modules. All are shared.
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    @Bean
    MailReader mailReader() {
        return new MailReader(MailLimits.defaults());
    }

    @Bean
    XdmReader xdmReader(ContentLimits contentLimits) {
        return new XdmReader(MailLimits.defaults(), contentLimits);
    }

    @Bean
    MailWriter mailWriter() {
        return new MailWriter();
    }
}
