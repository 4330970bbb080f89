package fr.monespacesante.ops;

import fr.monespacesante.audit.Anchors;
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
    private final Anchors anchors;
    private final ConfigurableApplicationContext context;

    CheckAndExit(IntegrityCheck check, Anchors anchors, ConfigurableApplicationContext context) {
        this.check = check;
        this.anchors = anchors;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // what came in the last minute before the stop has no anchor yet
        anchors.anchor();
        IntegrityReport report = check.run();
        System.exit(SpringApplication.exit(context, () -> report.isSound() ? 0 : DAMAGED));
    }
}
