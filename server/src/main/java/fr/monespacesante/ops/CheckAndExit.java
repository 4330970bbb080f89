package fr.monespacesante.ops;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/// The check of data whose service does not run (`bin/integrity --stopped`, after a restore): start, check, end.
@Component
@ConditionalOnBooleanProperty("mes.ops.check-and-exit")
final class CheckAndExit implements ApplicationRunner {
    private static final int DAMAGED = 3;

    private final IntegrityCheck check;
    private final ConfigurableApplicationContext context;

    CheckAndExit(IntegrityCheck check, ConfigurableApplicationContext context) {
        this.check = check;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        IntegrityReport report = check.run();
        System.exit(SpringApplication.exit(context, () -> report.isSound() ? 0 : DAMAGED));
    }
}
