package fr.monespacesante.account;

import fr.monespacesante.ServerTest;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.People;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.DocumentQuery;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;

/// People with something in their spaces, who leave.
abstract class LeavingTest extends ServerTest {
    static final String CONTENT = "crocidolite";
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    @Autowired
    protected Doors doors;

    @Autowired
    protected Deposits deposits;

    @Autowired
    protected Documents documents;

    @Autowired
    protected Spaces spaces;

    @Autowired
    protected Directory directory;

    @Autowired
    protected Closings closings;

    @Autowired
    protected ClosingRecords records;

    @Autowired
    protected Reopenings reopenings;

    @Autowired
    protected Erasures erasures;

    /// @param document in the space
    record Left(SpaceId space, Person person, DocumentId document) {}

    /// Somebody new, born at that date, with a document in an activated space.
    protected Left somebody(LocalDate born) {
        Person person = person(born);
        SpaceId space = new SpaceId(UUID.randomUUID());
        new TestSpaces(DATABASE.client(), directory).add(space, person, SpaceState.ACTIVATED);
        return new Left(space, person, deposit(space));
    }

    protected Left somebody() {
        return somebody(LocalDate.of(1984, 5, 12));
    }

    protected static Person person(LocalDate born) {
        String thirteen =
                "2%02d%02d31999%03d".formatted(born.getYear() % 100, born.getMonthValue(), NEXT.incrementAndGet());
        return new Person(
                Ins.of(thirteen + Ins.keyOf(thirteen)),
                InsAuthority.TEST,
                "PARTANTE",
                List.of("Alice"),
                "PARTANTE",
                "Alice",
                Sex.FEMALE,
                born,
                "31999");
    }

    protected DocumentId deposit(SpaceId space) {
        return done(prepared()
                        .then(prepared -> doors.enter(
                                People.laboratory(),
                                space,
                                new Act.DepositDocuments(Set.of(), Set.of()),
                                visit -> documents.deposit(visit, submission(prepared)))))
                .getFirst()
                .entry()
                .id();
    }

    protected Outcome<fr.monespacesante.record.Prepared> prepared() {
        NewDocument document = new NewDocument(
                "urn:uuid:" + UUID.randomUUID(),
                new Code("11502-2", "2.16.840.1.113883.6.1", "CR d'examens biologiques"),
                "Recherche de " + CONTENT,
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
        return deposits.prepare(document, (CONTENT + "\n").repeat(50).getBytes(StandardCharsets.UTF_8));
    }

    protected static Documents.Submission submission(fr.monespacesante.record.Prepared prepared) {
        return new Documents.Submission("urn:uuid:" + UUID.randomUUID(), List.of(prepared));
    }

    protected Outcome<String> read(Caller caller, SpaceId space, DocumentId document) {
        return doors.enter(caller, space, new Act.ReadDocument(document), visit -> documents.open(visit, document))
                .map(LeavingTest::text);
    }

    protected static String text(OpenDocument document) {
        try (InputStream in = document.stream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    protected Outcome<Integer> count(SpaceId space) {
        return doors.enter(
                People.citizen(space),
                space,
                new Act.ListDocuments(),
                visit -> Outcome.done(
                        documents.list(visit, DocumentQuery.current(10)).total()));
    }

    protected Outcome<Closing> close(Caller caller, SpaceId space, Closings.Reason reason, boolean erase) {
        return doors.enter(
                caller,
                space,
                new Act.CloseSpace(),
                visit -> closings.close(space, new Closings.Wish(reason, "Alice PARTANTE", erase)));
    }

    protected SpaceState state(SpaceId space) {
        return spaces.find(space).orElseThrow().state();
    }

    protected void represent(SpaceId space, Person delegate, Mandate mandate) {
        new TestSpaces(DATABASE.client(), directory)
                .mandates(DATABASE.application())
                .give(space, delegate.ins(), mandate);
    }

    protected long rows(String table, SpaceId space) {
        return DATABASE.superuser()
                .sql("select count(*) from " + table + " where space_id = :space")
                .param("space", space.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    protected static long blobs(SpaceId space) throws IOException {
        try (Stream<Path> files = Files.walk(HOME.resolve("blobs"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(space.toString().toLowerCase(Locale.ROOT)))
                    .count();
        }
    }

    protected static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Problem problem, String where) ->
                throw new AssertionError("refused: " + problem + " at " + where);
        };
    }

    protected static Problem refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> throw new AssertionError("it was done");
            case Outcome.Refused<?>(Problem problem, String _) -> problem;
        };
    }
}
