package fr.monespacesante;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The service: one program, made of modules whose walls `ModularityTests` checks.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@Modulithic(sharedModules = "kernel")
public class MonEspaceSante {
    public static void main(String[] arguments) {
        SpringApplication.run(MonEspaceSante.class, arguments);
    }
}
