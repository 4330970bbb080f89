package fr.monespacesante;

import fr.monespacesante.kernel.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Time and chance, given to every module that needs them so that tests can choose both.
@Configuration(proxyBeanMethods = false)
class Basics {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(Clock clock, SecureRandom random) {
        return new Ids(clock, random);
    }
}
