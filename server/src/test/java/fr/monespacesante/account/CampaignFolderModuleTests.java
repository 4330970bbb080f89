package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.kernel.Ins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CampaignFolderModuleTests extends ServerTest {
    private static final Path DEMO = Path.of("../sandbox/src/main/resources/campaign/demo.csv");

    @Autowired
    private Spaces spaces;

    @Test
    @Requirement("ENR-01")
    @Requirement("ENR-02")
    @Requirement("ENR-03")
    void theDemonstrationCampaignDroppedIntoTheFolderInvitesItsPeople() throws IOException {
        Path file = HOME.resolve("campaigns/demo.csv");
        Files.createDirectories(file.getParent());
        Files.copy(DEMO, file);
        Path done = HOME.resolve("campaigns/demo.csv.done");
        await(() -> Files.exists(done));
        assertThat(HOME.resolve("campaigns/demo.csv.report")).content().contains("birth_date");
        Space claire = spaces.find(Ins.of("284053155512379")).orElseThrow();
        assertThat(claire.person().displayName()).isEqualTo("Claire MARTIN-DURAND");
        String address = "claire.martin-durand@courriel.test";
        assertThat(MAILBOX.await(address, 2)).isNotNull();
        assertThat(MAILBOX.to(address))
                .as("her own invitation and her son's")
                .hasSize(2)
                .allSatisfy(
                        mail -> assertThat(TestMailbox.provisionalCode(mail)).isNotEmpty())
                .anySatisfy(mail -> assertThat(mail.text()).contains("de Hugo"));
        await(this::somethingForTheMailHouse);
    }

    private boolean somethingForTheMailHouse() {
        try (var files = Files.list(HOME.resolve("post"))) {
            return files.anyMatch(file -> file.toString().endsWith(".csv"));
        } catch (IOException _) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
