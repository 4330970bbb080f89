package fr.monespacesante.portal.supervision;

import fr.monespacesante.ServerTest;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.TestMailbox;
import fr.monespacesante.TestSignIn;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.History;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.Secret;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.kernel.StructureId;
import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.supervision.Cases;
import fr.monespacesante.supervision.Watch;
import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service with the agents' provider of identity beside it, and people who have a space.
abstract class SupervisionTest extends ServerTest {
    protected static final RunningSandbox WORLD = RunningSandbox.start();
    protected static final String PASSWORD = "Lilas-Bleu-31";
    private static final AtomicInteger NEXT = new AtomicInteger(700);

    @Autowired
    protected Doors doors;

    @Autowired
    protected Cases cases;

    @Autowired
    protected Watch watch;

    @Autowired
    private History history;

    @Autowired
    private Citizens citizens;

    @Autowired
    private Directory directory;

    @Autowired
    private Ids ids;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        TestSignIn.providers(properties, WORLD);
        properties.add("mes.supervision.interval", () -> "PT1H");
    }

    @BeforeEach
    void knownAtTheProviders() {
        TestSignIn.allow(WORLD, origin());
    }

    protected record Holder(SpaceId space, String login, String email) {}

    /// Someone new with an open space and a login.
    protected Holder holder() {
        int number = NEXT.incrementAndGet();
        String thirteen = "2840575056%03d".formatted(number % 1000);
        Person person = new Person(
                Ins.of(thirteen + Ins.keyOf(thirteen)),
                InsAuthority.TEST,
                "PLANTEE",
                List.of("Patiente"),
                "PLANTEE",
                "Patiente",
                Sex.FEMALE,
                LocalDate.of(1984, 5, 12),
                "75056");
        SpaceId space = new SpaceId(ids.next());
        DATABASE.superuser()
                .sql("""
                        insert into account.space (space_id, ins_hash, state, department, invited_at, opens_at,
                                                   opened_at, activated_at, sealed)
                        values (:id, :hash, 'ACTIVATED', '75', now() - interval '50 days', now() - interval '8 days',
                                now(), now(), :sealed)
                        """)
                .param("id", space.value())
                .param("hash", directory.fingerprint("account.ins", person.ins().value()))
                .param("sealed", directory.seal(new Place("account.space", space.value(), 1), person))
                .update();
        String login = "supervisee." + number;
        Contact contact = new Contact(login + "@courriel.test", null, Contact.CodesBy.EMAIL);
        done(citizens.register(space, "Patiente PLANTEE", login, new Secret<>(PASSWORD), contact));
        return new Holder(space, login, login + "@courriel.test");
    }

    /// A doctor opens the documents' list in an emergency.
    protected void emergency(Holder patient, String rpps, String name) {
        Caller.Professional doctor = new Caller.Professional(
                new Rpps(rpps),
                name,
                "10",
                Optional.of("SM26"),
                Optional.of(new StructureId("1310055555")),
                "Centre hospitalier de la Garonne",
                new Caller.Purpose.Emergency(true, true, "Patient inconscient"),
                "FHIR");
        done(doors.enter(doctor, patient.space(), new Act.ListDocuments(), visit -> Outcome.done("seen")));
    }

    /// The holder reports the newest access by a professional.
    protected UUID reported(Holder patient, String words) {
        Caller.Citizen citizen = new Caller.Citizen(patient.space(), "Patiente PLANTEE", false, "PORTAL");
        return done(doors.enter(
                citizen,
                patient.space(),
                new Act.ReadHistory(),
                visit -> cases.report(
                        patient.space(),
                        history.newest(
                                        visit,
                                        ids -> java.util.Map.of(),
                                        trace -> trace.actor().kind().equals("PROFESSIONAL"),
                                        Optional.empty(),
                                        1)
                                .items()
                                .getFirst(),
                        words)));
    }

    protected static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Problem problem, String where) -> throw new AssertionError(problem + " " + where);
        };
    }

    protected TestBrowser agent(String key) {
        TestBrowser browser = new TestBrowser(origin(), "Essai");
        String sent = browser.get("/agent/connexion/avec/proconnect")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        browser.get(TestSignIn.chosen(sent, key));
        return browser;
    }

    protected TestBrowser citizen(Holder patient) {
        TestBrowser browser = new TestBrowser(origin(), "Essai");
        browser.signIn(patient.login(), PASSWORD, () -> TestMailbox.oneTimeCode(MAILBOX.await(patient.email(), 1)));
        return browser;
    }
}
