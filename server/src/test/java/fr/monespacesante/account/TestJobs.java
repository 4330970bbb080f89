package fr.monespacesante.account;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.Directory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs a job of this module now, as its schedule would; and writes what a campaign would have.
public final class TestJobs {
    private TestJobs() {}

    public static void caregiverDates(ApplicationContext context) {
        context.getBean(CaregiverDates.class).tell();
    }

    public static void comingOfAge(ApplicationContext context) {
        context.getBean(ComingOfAge.class).run();
    }

    /// What the health insurance says beside the identity.
    public static void insured(
            ApplicationContext context, SpaceId space, String serial, @Nullable String email, List<String> guardians) {
        Insured.Details details = new Insured.Details(
                "01", List.of("1 rue des Tests"), "31000", "Toulouse", email, null, serial, guardians);
        context.getBean(JdbcClient.class)
                .sql("insert into account.insured (space_id, line_hash, sealed) values (:space, :line, :sealed)")
                .param("space", space.value())
                .param("line", new byte[32])
                .param("sealed", context.getBean(Directory.class).seal(InsuredPeople.place(space.value(), 1), details))
                .update();
    }

    /// The provisional code of this space from now on.
    public static String code(ApplicationContext context, SpaceId space) {
        return context.getBean(OwnCodes.class).replace(space, Instant.now()).text();
    }
}
