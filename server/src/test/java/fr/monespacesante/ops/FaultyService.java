package fr.monespacesante.ops;

import fr.monespacesante.MonEspaceSante;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.People;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.NewDocument;
import fr.monespacesante.record.OpenDocument;
import fr.monespacesante.vault.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole service in a process of its own, made to be stopped dead at a fault point. `kill <case>…` does
/// what each case names, holds each at its point, and ends without any farewell when all stand there;
/// `settle` lets the jobs work and says what an integrity check finds.
public final class FaultyService {
    static final int KILLED = 99;
    static final String CONTENT = "crocidolite";

    /// What is done, and where it is cut off. Each has a space of its own.
    enum Case {
        DEPOSIT_WHOLE(null),
        DEPOSIT_BEFORE_BLOB(FaultPoint.BEFORE_BLOB),
        DEPOSIT_AFTER_BLOB(FaultPoint.AFTER_BLOB),
        DEPOSIT_AFTER_NOTICE(FaultPoint.AFTER_NOTICE),
        DEPOSIT_AFTER_TRACE(FaultPoint.AFTER_TRACE),
        DEPOSIT_BEFORE_COMMIT(FaultPoint.BEFORE_COMMIT),
        DEPOSIT_AFTER_COMMIT(FaultPoint.AFTER_COMMIT),
        DEPOSIT_BEFORE_ANSWER(FaultPoint.BEFORE_ANSWER),
        ACCESS_WHOLE(null),
        ACCESS_AFTER_NOTICE(FaultPoint.AFTER_NOTICE),
        ACCESS_AFTER_TRACE(FaultPoint.AFTER_TRACE),
        ACCESS_BEFORE_COMMIT(FaultPoint.BEFORE_COMMIT),
        ACCESS_AFTER_COMMIT(FaultPoint.AFTER_COMMIT),
        ACCESS_BEFORE_ANSWER(FaultPoint.BEFORE_ANSWER),
        LETTER_DEBT_TAKEN(FaultPoint.DEBT_TAKEN),
        LETTER_HANDED(FaultPoint.LETTER_HANDED),
        LETTER_COMMITTED(FaultPoint.LETTER_COMMITTED),
        LETTER_CARRIED(FaultPoint.LETTER_CARRIED);

        private final @Nullable FaultPoint point;

        Case(@Nullable FaultPoint point) {
            this.point = point;
        }

        Optional<FaultPoint> point() {
            return Optional.ofNullable(point);
        }

        SpaceId space() {
            return new SpaceId(UUID.nameUUIDFromBytes(name().getBytes(StandardCharsets.US_ASCII)));
        }

        String email() {
            return name().toLowerCase(java.util.Locale.ROOT) + "@courriel.test";
        }

        boolean deposits() {
            return name().startsWith("DEPOSIT");
        }

        boolean reads() {
            return name().startsWith("ACCESS");
        }

        /// The point that the jobs come to, for a letter.
        boolean ofJobs() {
            return name().startsWith("LETTER");
        }
    }

    private final ConfigurableApplicationContext service;
    private final Faults faults;

    private FaultyService(ConfigurableApplicationContext service, Faults faults) {
        this.service = service;
        this.faults = faults;
    }

    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        List<Case> cases = words.stream().skip(1).map(Case::valueOf).toList();
        Faults faults = new Faults(cases.size());
        SpringApplication application = new SpringApplication(MonEspaceSante.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(faults));
        ConfigurableApplicationContext context = application.run(Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new));
        FaultyService service = new FaultyService(context, faults);
        System.out.println("READY");
        if (words.getFirst().equals("kill")) {
            cases.forEach(service::begin);
            faults.awaitEverybody();
            Runtime.getRuntime().halt(KILLED);
        }
        service.settle();
    }

    private void begin(Case one) {
        Thread.ofPlatform().start(() -> {
            try {
                doIt(one);
            } catch (RuntimeException e) {
                System.out.println("FAILED " + one + " " + e);
            }
        });
    }

    private void doIt(Case one) {
        open(one);
        if (one.reads()) {
            agree(one);
            DocumentId document = deposit(one);
            System.out.println("PREPARED " + one + " " + document);
            one.point().ifPresent(faults::arm);
            read(one, document);
        } else {
            if (one.ofJobs()) {
                awaitIdleJobs();
            }
            one.point().ifPresent(one.ofJobs() ? faults::armJobs : faults::arm);
            DocumentId document = deposit(one);
            faults.pass(FaultPoint.BEFORE_ANSWER);
            System.out.println("ANSWERED " + one + " " + document);
        }
        if (one.point().isEmpty()) {
            faults.arrived();
        }
    }

    /// What an earlier process left to do is done first: the point is that of this case's letter.
    private void awaitIdleJobs() {
        JdbcClient database = service.getBean(JdbcClient.class);
        while (database.sql("""
                        select (select count(*) from notification.owed where due_at <= now())
                             + (select count(*) from courier.letter where due_at <= now())
                        """).query((row, number) -> row.getInt(1)).single() > 0) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void open(Case one) {
        String thirteen =
                "2840533064%03d".formatted(Arrays.asList(Case.values()).indexOf(one));
        Person person = new Person(
                Ins.of(thirteen + Ins.keyOf(thirteen)),
                InsAuthority.TEST,
                "FAUTE",
                List.of("Claire"),
                "FAUTE",
                "Claire",
                Sex.FEMALE,
                LocalDate.of(1984, 5, 12),
                "31555");
        new TestSpaces(service.getBean(JdbcClient.class), service.getBean(Directory.class))
                .add(one.space(), person, SpaceState.ACTIVATED);
        done(service.getBean(Citizens.class)
                .register(
                        one.space(),
                        "Claire FAUTE",
                        "claire." + one,
                        new Secret<>("Lilas-Bleu-31-Toulouse"),
                        new Contact(one.email(), null, Contact.CodesBy.EMAIL)));
    }

    private void agree(Case one) {
        Act.DeclareConsent act = new Act.DeclareConsent(Optional.empty());
        done(service.getBean(Doors.class)
                .enter(
                        People.doctor(),
                        one.space(),
                        act,
                        visit -> service.getBean(Consents.class).declare(visit, act)));
    }

    private DocumentId deposit(Case one) {
        NewDocument document = new NewDocument(
                "urn:uuid:" + UUID.randomUUID(),
                new Code("11502-2", "2.16.840.1.113883.6.1", "CR d'examens biologiques"),
                "Recherche",
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
        return done(service.getBean(Deposits.class)
                        .prepare(document, CONTENT.getBytes(StandardCharsets.UTF_8))
                        .then(prepared -> service.getBean(Doors.class)
                                .enter(
                                        People.laboratory(),
                                        one.space(),
                                        new Act.DepositDocuments(Set.of(), Set.of()),
                                        visit -> service.getBean(Documents.class)
                                                .deposit(
                                                        visit,
                                                        new Documents.Submission(
                                                                "urn:uuid:" + UUID.randomUUID(), List.of(prepared))))))
                .getFirst()
                .entry()
                .id();
    }

    private void read(Case one, DocumentId document) {
        OpenDocument open = done(service.getBean(Doors.class)
                .enter(
                        People.doctor(),
                        one.space(),
                        new Act.ReadDocument(document),
                        visit -> service.getBean(Documents.class).open(visit, document)));
        try (InputStream in = open.stream()) {
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            faults.pass(FaultPoint.BEFORE_ANSWER);
            System.out.println("ANSWERED " + one + " " + document + " " + content.contains(CONTENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settle() throws InterruptedException {
        IntegrityReport report = service.getBean(IntegrityCheck.class).run();
        System.out.printf(
                "SETTLED %s DOCUMENTS %d FINDINGS %s%n", report.state(), report.documents(), report.findings());
        Thread.currentThread().join();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var problem, var where) -> throw new IllegalStateException(problem + " " + where);
        };
    }
}
