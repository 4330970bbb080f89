package fr.monespacesante;

import fr.monespacesante.ops.CopyCommands;
import fr.monespacesante.vault.ArchivistTool;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The service: one program, made of modules whose walls `ModularityTests` checks.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@Modulithic(sharedModules = "kernel")
public class MonEspaceSante {
    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        switch (command) {
            case "backup", "restore" -> {
                // no Spring sets the levels here, and each migration would be told at length
                LoggingSystem.get(MonEspaceSante.class.getClassLoader())
                        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
                System.exit(new CopyCommands(System.out, Clock.systemUTC()).run(List.of(arguments)));
            }
            case "archivist" -> System.exit(new ArchivistTool(System.out).run(List.of(arguments)));
            default -> serve(arguments);
        }
    }

    private static void serve(String[] arguments) {
        SpringApplication.run(MonEspaceSante.class, arguments);
    }
}
