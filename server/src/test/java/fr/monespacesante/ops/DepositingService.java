package fr.monespacesante.ops;

import fr.monespacesante.MonEspaceSante;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.People;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.notification.Notices;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.record.OpenDocument;
import fr.monespacesante.vault.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole service in a process of its own, made to be killed. `deposit` puts documents into Claire's space without
/// end and prints `KEPT <id>` for each one that was acknowledged; `check <file of ids>` prints how much of it is there.
public final class DepositingService {
    static final String WORD = "crocidolite";

    private final ConfigurableApplicationContext service;

    private DepositingService(ConfigurableApplicationContext service) {
        this.service = service;
    }

    public static void main(String[] arguments) throws IOException {
        String[] settings = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new);
        ConfigurableApplicationContext context = SpringApplication.run(MonEspaceSante.class, settings);
        DepositingService service = new DepositingService(context);
        service.openClairesSpace();
        System.out.println("READY");
        if (arguments[0].equals("deposit")) {
            service.depositForEver();
        } else {
            service.check(Files.readAllLines(Path.of(arguments[1])));
            System.exit(SpringApplication.exit(context));
        }
    }

    private void openClairesSpace() {
        if (service.getBean(Spaces.class).find(People.CLAIRE_SPACE).isEmpty()) {
            new TestSpaces(service.getBean(JdbcClient.class), service.getBean(Directory.class))
                    .add(People.CLAIRE_SPACE, TestSpaces.CLAIRE, SpaceState.ACTIVATED);
        }
    }

    private void depositForEver() {
        while (true) {
            String line;
            try {
                line = switch (deposit()) {
                    case Outcome.Done<List<Documents.Deposited>>(var kept) ->
                        "KEPT " + kept.getFirst().entry().id();
                    case Outcome.Refused<List<Documents.Deposited>>(var problem, var where) -> "REFUSED " + problem;
                };
            } catch (RuntimeException e) {
                line = "FAILED " + e.getClass().getSimpleName();
            }
            System.out.println(line);
        }
    }

    private Outcome<List<Documents.Deposited>> deposit() {
        byte[] content = (UUID.randomUUID() + " " + WORD + "\n").repeat(200).getBytes(StandardCharsets.UTF_8);
        NewDocument document = new NewDocument(
                "urn:uuid:" + UUID.randomUUID(),
                new Code("11502-2", "2.16.840.1.113883.6.1", "CR d'examens biologiques"),
                "Recherche de " + WORD,
                null,
                Instant.now(),
                List.of(),
                null,
                null,
                "text/plain",
                new Code("urn:ihe:iti:xds-sd:text:2008", "1.3.6.1.4.1.19376.1.2.3", ""),
                "fr-FR",
                "N",
                Set.of(),
                DocumentEntry.Context.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return service.getBean(Deposits.class)
                .prepare(document, content)
                .then(prepared -> service.getBean(Doors.class)
                        .enter(
                                People.laboratory(),
                                People.CLAIRE_SPACE,
                                new Act.DepositDocuments(Set.of(), Set.of()),
                                visit -> service.getBean(Documents.class)
                                        .deposit(
                                                visit,
                                                new Documents.Submission(
                                                        "urn:uuid:" + UUID.randomUUID(), List.of(prepared)))));
    }

    private void check(List<String> ids) throws IOException {
        int opened = 0;
        for (String id : ids) {
            if (opens(new DocumentId(UUID.fromString(id)))) {
                opened++;
            }
        }
        IntegrityReport report = service.getBean(IntegrityCheck.class).run();
        System.out.printf(
                "OPENED %d STATE %s DOCUMENTS %d NOTICES %d FINDINGS %s%n",
                opened, report.state(), report.documents(), notices(), report.findings());
    }

    private boolean opens(DocumentId id) throws IOException {
        Outcome<OpenDocument> outcome = service.getBean(Doors.class)
                .enter(
                        People.citizen(People.CLAIRE_SPACE),
                        People.CLAIRE_SPACE,
                        new Act.ReadDocument(id),
                        visit -> service.getBean(Documents.class).open(visit, id));
        if (outcome instanceof Outcome.Done<OpenDocument>(OpenDocument document)) {
            try (InputStream in = document.stream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(WORD);
            }
        }
        return false;
    }

    private int notices() {
        Outcome<Integer> unread = service.getBean(Doors.class)
                .enter(
                        People.citizen(People.CLAIRE_SPACE),
                        People.CLAIRE_SPACE,
                        new Act.ReadNotices(),
                        visit -> Outcome.done(service.getBean(Notices.class).unread(visit)));
        return unread instanceof Outcome.Done<Integer>(Integer count) ? count : -1;
    }
}
