package fr.monespacesante.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import fr.monespacesante.Requirement;
import fr.monespacesante.ServerTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The frame of every page, and the public pages.
class FramePageTests extends ServerTest {
    @RegisterExtension
    final Browsers browsers = new Browsers(this::origin);

    private Page computer() {
        return browsers.computer();
    }

    private Page phone() {
        return browsers.phone();
    }

    private Page withoutScript() {
        return browsers.withoutScript();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/accessibilite", "/donnees-personnelles", "/activation/nulle-part"})
    @Requirement("UI-02")
    void axeFindsNothingOnAnyPublicPage(String address) {
        Page page = computer();
        page.navigate(address);
        Look.axeFindsNothing(page);
        Look.focusIsAlwaysSeen(page);
        Page phone = phone();
        phone.navigate(address);
        Look.axeFindsNothing(phone);
        Look.fitsItsWidth(phone);
        Look.picture(page, address.equals("/") ? "home" : address.substring(1).replace('/', '-'));
    }

    @Test
    @Requirement("UI-01")
    void thePagesAreFrenchFirstAndEnglishBeside() {
        Page page = computer();
        page.navigate("/");
        assertEquals("fr", page.locator("html").getAttribute("lang"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .first()
                .click();
        assertEquals("en", page.locator("html").getAttribute("lang"));
        page.navigate("/accessibilite");
        assertEquals("en", page.locator("html").getAttribute("lang"), "the choice is remembered");
    }

    @Test
    @Requirement("UI-01")
    void theMenuOfAPhoneWorksWithAKeyboard() {
        Page phone = phone();
        phone.navigate("/");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"))
                .press("Enter");
        phone.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Se connecter"))
                .waitFor();
        Look.axeFindsNothing(phone);
        phone.keyboard().press("Escape");
        assertEquals("menu-button", phone.evaluate("document.activeElement.id"));
    }

    @Test
    @Requirement("UI-01")
    void withoutScriptTheMenuIsSimplyThere() {
        Page page = withoutScript();
        page.setViewportSize(Look.PHONE, 844);
        page.navigate("/");
        assertTrue(page.locator("#menu").getByText("Se connecter").isVisible());
        page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/screens/no-script.png")));
    }

    @Test
    void aPageWithItsFontsWeighsLessThan150KilobytesAndLoadsNothingFromElsewhere() {
        Page page = computer();
        List<Response> responses = new ArrayList<>();
        page.onResponse(responses::add);
        page.navigate("/");
        page.waitForFunction("() => document.fonts.status === 'loaded'");
        long weight = 0;
        for (Response response : responses) {
            assertTrue(response.url().startsWith(origin()), response::url);
            weight += response.request().sizes().responseBodySize;
        }
        assertTrue(weight > 20_000 && weight < 150_000, "weighs " + weight);
    }

    @Test
    @Requirement("SEC-04")
    void nothingOfAPageRunsFromElsewhereAndNothingPersonalIsKept() {
        Response response = computer().navigate("/");
        String policy = response.headerValue("content-security-policy");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("no-store", response.headerValue("cache-control"));
        assertEquals("nosniff", response.headerValue("x-content-type-options"));
        assertEquals("no-referrer", response.headerValue("referrer-policy"));
    }

    @Test
    @Requirement("UI-04")
    void aProgramGetsAProblemAndAPersonASentence() {
        Page page = computer();
        Response response = page.navigate("/activation/nulle-part");
        assertEquals(404, response.status());
        assertTrue(page.locator("main").textContent().contains("revenez à l’accueil"));
        var answer = page.context()
                .request()
                .get(
                        "/activation/nulle-part",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("Accept", "application/json"));
        assertEquals(404, answer.status());
        assertTrue(
                answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json"),
                answer.headers()::toString);
    }
}
