package fr.monespacesante;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service on a free port, with a database, keys, folders and a mail server of its own; one for
/// all the test
/// classes that need nothing else.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServerTest {
    protected static final TestDatabase DATABASE = TestDatabase.fresh();
    protected static final TestMailbox MAILBOX = TestMailbox.start();
    protected static final Path HOME = home();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        properties.add("mes.database.url", DATABASE::url);
        properties.add("mes.database.owner-password", () -> "any");
        properties.add("mes.database.application-password", () -> "any");
        properties.add("mes.data", HOME::toString);
        properties.add("mes.vault.keys", () -> HOME.resolve("keys").toString());
        properties.add("mes.vault.blobs", () -> HOME.resolve("blobs").toString());
        properties.add("mes.courier.smtp-port", MAILBOX::port);
        properties.add("mes.courier.post-directory", () -> HOME.resolve("post").toString());
        properties.add("mes.account.mailing.interval", () -> "PT1S");
        properties.add(
                "mes.account.campaign-directory",
                () -> HOME.resolve("campaigns").toString());
    }

    protected String origin() {
        return "http://localhost:" + port;
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("server-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
