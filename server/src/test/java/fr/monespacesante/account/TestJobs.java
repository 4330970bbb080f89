package fr.monespacesante.account;

import org.springframework.context.ApplicationContext;

/// Runs a job of this module now, as its schedule would.
public final class TestJobs {
    private TestJobs() {}

    public static void caregiverDates(ApplicationContext context) {
        context.getBean(CaregiverDates.class).tell();
    }
}
