package fr.monespacesante.portal.pro;

import fr.monespacesante.ServerTest;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.TestSignIn;
import fr.monespacesante.sandbox.RunningSandbox;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service with the sandbox's providers of identity beside it.
abstract class ProTest extends ServerTest {
    protected static final RunningSandbox WORLD = RunningSandbox.start();
    protected static final String LEFEVRE = "10001234567";
    protected static final String CARON = "10004445556";
    protected static final String MARCHAND = "10003334445";
    protected static final String BENALI = "10007654321";
    protected static final String FABRE = "10006667778";

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        TestSignIn.providers(properties, WORLD);
        properties.add("mes.psc.issuer", () -> WORLD.url() + "/psc");
        properties.add("mes.psc.audiences", () -> "logicabinet");
    }

    @BeforeEach
    void knownAtTheProviders() {
        TestSignIn.allow(WORLD, origin());
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
