package fr.monespacesante.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;

/// What every test of a page needs: a browser with a memory of its own for each test, and ways to look at the page.
public abstract class PageTest {
    private final java.util.List<BrowserContext> opened = new java.util.ArrayList<>();

    /// Where the server under test listens, without a slash at the end.
    protected abstract String origin();

    protected Page computer() {
        return open(options(Look.COMPUTER, 900));
    }

    protected Page phone() {
        return open(options(Look.PHONE, 844).setHasTouch(true).setIsMobile(true));
    }

    protected Page withoutScript() {
        return open(options(Look.COMPUTER, 900).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris");
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext context = Chromium.browser().newContext(options.setBaseURL(origin()));
        context.setDefaultTimeout(15_000);
        opened.add(context);
        return context.newPage();
    }

    @AfterEach
    void closeTheBrowsers() {
        opened.forEach(BrowserContext::close);
        opened.clear();
    }
}
