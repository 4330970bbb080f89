package fr.monespacesante.journey;

import fr.monespacesante.MonEspaceSante;
import fr.monespacesante.interop.SoftwareConnector;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// One running instance of the service, on free ports.
final class Node implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Node start(Map<String, String> settings) {
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new Node(new SpringApplicationBuilder(MonEspaceSante.class).run(arguments));
    }

    /// Of the pages, and of FHIR with a token.
    String origin() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /// Of FHIR for the software of structures.
    String softwareOrigin() {
        return "https://localhost:" + context.getBean(SoftwareConnector.class).port();
    }

    @Override
    public void close() {
        context.close();
    }
}
