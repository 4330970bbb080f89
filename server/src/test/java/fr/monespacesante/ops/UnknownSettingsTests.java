package fr.monespacesante.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class UnknownSettingsTests {
    private final ApplicationContextRunner service = new ApplicationContextRunner().withUserConfiguration(Part.class);

    @Test
    void aSettingThatNobodyReadsStopsTheStart() {
        service.withInitializer(context -> org.springframework.boot.test.util.TestPropertyValues.of(
                                "mes.ops.space-leftt=1GB", "mes.oops.x=1")
                        .applyTo(
                                context.getEnvironment(),
                                org.springframework.boot.test.util.TestPropertyValues.Type.MAP))
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasMessageContaining("mes.ops.space-leftt")
                        .hasMessageContaining("mes.oops.x"));
    }

    @Test
    void knownSettingsAndThoseOfOthersAreTaken() {
        service.withPropertyValues("mes.ops.space-left=1GB", "mes.data=/tmp", "other.thing=1")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(OpsProperties.class)
    static class Part {
        @Bean
        static UnknownSettings unknownSettings() {
            return new UnknownSettings();
        }
    }
}
