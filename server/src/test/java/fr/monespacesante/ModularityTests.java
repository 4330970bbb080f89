package fr.monespacesante;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between the modules. Left out: the classes that the templates become, which are part of `portal`, and the
/// sandbox, which tests start beside the service.
class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(
            MonEspaceSante.class,
            JavaClass.Predicates.resideInAnyPackage("fr.monespacesante.pages..", "fr.monespacesante.sandbox.."));

    @Test
    void noModuleReachesWhereItMayNot() {
        MODULES.verify();
    }

    @Test
    void everyModuleSaysWhatItMayUse() {
        assertThat(MODULES.stream().filter(module -> !module.isRootModule()))
                .isNotEmpty()
                .allSatisfy(module -> {
                    String name = module.getBasePackage().getName();
                    ApplicationModule declared =
                            Class.forName(name + ".package-info").getAnnotation(ApplicationModule.class);
                    assertThat(declared).as(name).isNotNull();
                    assertThat(declared.allowedDependencies()).as(name).doesNotContain(ApplicationModule.OPEN_TOKEN);
                });
    }
}
