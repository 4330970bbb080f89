package fr.monespacesante.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Browsers for the tests of pages, each with a memory of its own, closed after each test.
public final class Browsers implements AfterEachCallback {
    private final Supplier<String> origin;
    private final List<BrowserContext> opened = new ArrayList<>();

    /// @param origin where the server under test listens, without a slash at the end
    public Browsers(Supplier<String> origin) {
        this.origin = origin;
    }

    public Page computer() {
        return open(options(Look.COMPUTER, 900));
    }

    public Page phone() {
        return open(options(Look.PHONE, 844).setHasTouch(true).setIsMobile(true));
    }

    public Page withoutScript() {
        return open(options(Look.COMPUTER, 900).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris");
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext context = Chromium.browser().newContext(options.setBaseURL(origin.get()));
        context.setDefaultTimeout(15_000);
        opened.add(context);
        return context.newPage();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        opened.forEach(BrowserContext::close);
        opened.clear();
    }
}
