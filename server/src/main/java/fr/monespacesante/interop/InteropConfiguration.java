package fr.monespacesante.interop;

import fr.monespacesante.identity.HealthDirectory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InteropConfiguration {
    @Bean
    Callers callers(PscProperties properties, Clock clock, HealthDirectory directory) {
        return new Callers(new ProfessionalTokens(properties, clock, directory::seen));
    }

    @Bean
    SoftwareConnector softwareConnector(SoftwareProperties properties) {
        return new SoftwareConnector(properties);
    }

    @Bean
    DepositGate depositGate(SoftwareProperties properties) {
        return new DepositGate(properties.concurrentDeposits());
    }
}
