package fr.monespacesante.journey;

import fr.monespacesante.MonEspaceSante;
import fr.monespacesante.interop.SoftwareConnector;
import fr.monespacesante.interop.mssante.SmtpServer;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// One running instance of the service, on free ports.
final class Node implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Node start(Map<String, String> settings) {
        return start(settings, Clock.systemUTC());
    }

    /// @param clock that the whole service goes by
    static Node start(Map<String, String> settings, Clock clock) {
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new Node(new SpringApplicationBuilder(MonEspaceSante.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new OtherClock(clock)))
                .run(arguments));
    }

    /// Of the pages, and of FHIR with a token.
    String origin() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /// Of FHIR for the software of structures.
    String softwareOrigin() {
        return "https://localhost:" + context.getBean(SoftwareConnector.class).port();
    }

    /// Where secure mail is taken.
    int mailPort() {
        return context.getBean(SmtpServer.class).port();
    }

    private record OtherClock(Clock clock) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Clock ? clock : bean;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
