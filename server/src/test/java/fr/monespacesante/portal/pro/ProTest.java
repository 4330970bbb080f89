package fr.monespacesante.portal.pro;

import fr.monespacesante.ServerTest;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.TestSignIn;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.Doors;
import fr.monespacesante.audit.Activities;
import fr.monespacesante.interop.fhir.StatementCount;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.Documents;
import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.vault.Directory;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service with the sandbox's providers of identity beside it.
@Import(StatementCount.class)
abstract class ProTest extends ServerTest {
    protected static final RunningSandbox WORLD = RunningSandbox.start();
    protected static final String LEFEVRE = "10001234567";
    protected static final String CARON = "10004445556";
    protected static final String MARCHAND = "10003334445";
    protected static final String BENALI = "10007654321";
    protected static final String FABRE = "10006667778";

    protected Stage stage;

    @Autowired
    protected StatementCount sql;

    @Autowired
    private Doors doors;

    @Autowired
    private Deposits deposits;

    @Autowired
    private Documents documents;

    @Autowired
    private Blocks blocks;

    @Autowired
    private Activities activities;

    @Autowired
    private Directory directory;

    @Autowired
    private Ids ids;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        TestSignIn.providers(properties, WORLD);
        properties.add("mes.psc.issuer", () -> WORLD.url() + "/psc");
        properties.add("mes.psc.audiences", () -> "logicabinet");
    }

    @BeforeEach
    void knownAtTheProviders() {
        TestSignIn.allow(WORLD, origin());
        stage = new Stage(doors, deposits, documents, blocks, activities, directory, ids);
    }

    protected TestBrowser browser() {
        return new TestBrowser(origin(), "Essai");
    }

    /// A professional's browser, signed in.
    protected TestBrowser professional(String rpps) {
        TestBrowser browser = browser();
        HttpResponse<String> in = browser.get(TestSignIn.chosen(sent(browser, "/pro/connexion/avec/psc"), rpps));
        if (!location(in).equals("/pro")) {
            throw new AssertionError("not signed in: " + in.statusCode() + " " + location(in));
        }
        return browser;
    }

    /// Finds the patient; the address of their folder.
    protected static String found(TestBrowser browser, Stage.Someone patient) {
        browser.get("/pro");
        String address = location(browser.post("/pro/patient", patient.traits()));
        if (!address.startsWith("/pro/patient/")) {
            throw new AssertionError("not found: " + address);
        }
        return address;
    }

    /// Finds the patient and declares their agreement for this consultation; the address of their folder.
    protected static String agreed(TestBrowser browser, Stage.Someone patient) {
        String folder = found(browser, patient);
        browser.get(folder + "/accord");
        String back = location(browser.post(folder + "/accord", Map.of("duree", "consultation", "dit", "oui")));
        if (!back.equals(folder)) {
            throw new AssertionError("no agreement: " + back);
        }
        browser.get(folder);
        return folder;
    }

    /// Where the service sends the browser that wants to sign in.
    protected static String sent(TestBrowser browser, String start) {
        return location(browser.get(start));
    }

    protected static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("")
                .replaceFirst("^http://localhost:\\d+(?=/(pro|agent)([/?]|$))", "");
    }
}
