package fr.monespacesante;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between the modules.
class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(MonEspaceSante.class);

    @Test
    void noModuleReachesWhereItMayNot() {
        MODULES.verify();
    }

    @Test
    void everyModuleSaysWhatItMayUse() {
        assertThat(MODULES.stream()
                        .filter(module -> !module.getBasePackage().getName().equals("fr.monespacesante")))
                .isNotEmpty()
                .allSatisfy(module -> {
                    String name = module.getBasePackage().getName();
                    ApplicationModule declared = module.getBasePackage()
                            .getAnnotation(ApplicationModule.class)
                            .orElseThrow(() -> new AssertionError(name + " has no @ApplicationModule"));
                    assertThat(declared.allowedDependencies()).as(name).doesNotContain(ApplicationModule.OPEN_TOKEN);
                    assertThat(declared.displayName()).as(name).isNotBlank();
                });
    }
}
