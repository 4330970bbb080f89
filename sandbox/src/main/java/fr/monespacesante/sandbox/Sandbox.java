package fr.monespacesante.sandbox;

import fr.monespacesante.sandbox.examples.ExamplesCommand;
import fr.monespacesante.sandbox.laboratory.Laboratory;
import fr.monespacesante.sandbox.mssante.MailCommand;
import fr.monespacesante.sandbox.pki.Pki;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// The commands of the sandbox.
///
/// Without a command, or with settings only (`--server.port=0`), the outside world starts and stays.
public final class Sandbox {
    private Sandbox() {}

    public static void main(String[] arguments) throws Exception {
        String command = arguments.length > 0 && !arguments[0].startsWith("--") ? arguments[0] : "";
        switch (command) {
            case "" -> run(arguments);
            case "pki" -> Pki.main(rest(arguments), System.out);
            case "examples" -> System.exit(ExamplesCommand.run(List.of(rest(arguments)), System.out));
            case "send" -> System.exit(Laboratory.run(List.of(rest(arguments)), System.out));
            case "mail" -> System.exit(MailCommand.run(List.of(rest(arguments)), System.out, Clock.systemUTC()));
            default -> {
                System.err.println(
                        "Commands: pki <directory>, examples <directory>, send <options and files>, mail <send, list or demo>, or none to start the sandbox.");
                System.exit(2);
            }
        }
    }

    static ConfigurableApplicationContext run(String... arguments) {
        SpringApplication application = new SpringApplicationBuilder(SandboxBeans.class)
                .properties("spring.config.name=sandbox")
                .web(WebApplicationType.SERVLET)
                .build();
        return application.run(arguments);
    }

    /// Without a slash at the end.
    static String address(SandboxProperties properties, Environment environment) {
        return properties.publicUrl().isEmpty()
                ? "http://localhost:" + environment.getRequiredProperty("local.server.port")
                : properties.publicUrl();
    }

    private static String[] rest(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }
}
