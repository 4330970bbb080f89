package fr.monespacesante.portal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Ways to look at a page: as axe does, as a person with a keyboard alone does, as a picture.
public final class Look {
    public static final int COMPUTER = 1280;
    public static final int PHONE = 390;

    private static final Path AXE = Path.of("src/main/frontend/node_modules/axe-core/axe.min.js");

    private Look() {}

    /// axe has no finding on the page as it stands (WCAG 2.2 AA and its best practices).
    public static void axeFindsNothing(Page page) {
        List<String> findings = axe(page);
        assertTrue(findings.isEmpty(), () -> page.url() + "\n" + String.join("\n", findings));
    }

    static List<String> axe(Page page) {
        // evaluated through the debugger, so that the page's content policy need not allow it
        page.evaluate(read(AXE));
        Object result = page.evaluate("""
                async () => {
                  const result = await axe.run(document, { iframes: false, resultTypes: ['violations'] });
                  return result.violations.flatMap(v => v.nodes.map(n =>
                    `${v.id} (${v.impact}): ${n.target.join(' ')} — ${v.help} ${n.failureSummary}`));
                }""");
        List<String> findings = new ArrayList<>();
        if (result instanceof List<?> list) {
            list.forEach(each -> findings.add(String.valueOf(each)));
        }
        return findings;
    }

    /// The page fits its width: nothing makes a person scroll sideways.
    public static void fitsItsWidth(Page page) {
        Object excess =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertTrue(excess instanceof Number number && number.intValue() <= 0, page.url() + " is too wide by " + excess);
    }

    /// Every stop of the Tab key from the top of the page, each with a visible focus; ends where it comes round.
    public static Set<String> tabStops(Page page) {
        Set<String> stops = new LinkedHashSet<>();
        page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");
        for (int i = 0; i < 300; i++) {
            page.keyboard().press("Tab");
            Object stop = page.evaluate("""
                    () => {
                      const e = document.activeElement;
                      if (!e || e === document.body) return '';
                      const s = getComputedStyle(e);
                      const visible = e.tagName === 'IFRAME' || s.outlineStyle !== 'none' || s.boxShadow !== 'none';
                      return (visible ? '' : 'INVISIBLE ') + e.tagName + ' ' + (e.id || e.getAttribute('href') || e.name || e.textContent.trim());
                    }""");
            if (stop.toString().isEmpty() || !stops.add(stop.toString())) {
                break;
            }
        }
        return stops;
    }

    /// Tab stops where an eye would not see where it is.
    public static void focusIsAlwaysSeen(Page page) {
        List<String> unseen = tabStops(page).stream()
                .filter(stop -> stop.startsWith("INVISIBLE"))
                .toList();
        assertTrue(unseen.isEmpty(), () -> page.url() + " " + unseen);
    }

    /// Pictures at both widths.
    public static void picture(Page page, Path folder, String name) {
        for (Map.Entry<Integer, String> width :
                Map.of(COMPUTER, "computer", PHONE, "phone").entrySet()) {
            page.setViewportSize(width.getKey(), width.getKey() == PHONE ? 844 : 900);
            page.evaluate("() => window.scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + "-" + width.getValue() + ".png"))
                    .setFullPage(true));
        }
        page.setViewportSize(COMPUTER, 900);
    }

    public static void picture(Page page, String name) {
        picture(page, Path.of("target/screens"), name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Build the front end first: mvn process-classes", e);
        }
    }
}
