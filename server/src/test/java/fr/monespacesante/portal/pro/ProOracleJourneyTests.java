package fr.monespacesante.portal.pro;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.TestBrowser;
import fr.monespacesante.access.Blocks;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Consents;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Oracle;
import fr.monespacesante.access.Situations;
import fr.monespacesante.access.Wishes;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.record.Deposits;
import fr.monespacesante.record.Documents;
import fr.monespacesante.record.OracleDocuments;
import fr.monespacesante.record.OracleDocuments.Known;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The oracle at the professional's pages: in a sample of all the ways a citizen's wishes can stand, the folder shows
/// what the tables say, and not a document more or less.
class ProOracleJourneyTests extends ProTest {
    private static final int SITUATIONS = 60;
    private static final Pattern DOCUMENT = Pattern.compile("/documents/([0-9a-f-]{36})");
    private static final Map<String, String> PROFESSIONS = Map.of(LEFEVRE, "10", BENALI, "60");

    @Autowired
    private Doors doors;

    @Autowired
    private Deposits deposits;

    @Autowired
    private Documents documents;

    @Autowired
    private Consents consents;

    @Autowired
    private Wishes wishes;

    @Autowired
    private Blocks blocks;

    private final Oracle entering = Oracle.entering();
    private final Oracle seeing = Oracle.seeing();

    @Test
    @Requirement("ACC-01")
    @Requirement("ACC-02")
    @Requirement("ACC-05")
    @Requirement("ACC-11")
    @Requirement("ACC-12")
    void theFolderShowsWhatTheOracleSaysInEverySituationOfASample() {
        Stage.Someone odile = stage.adult(DATABASE);
        Caller.Citizen holder = new Caller.Citizen(odile.space(), odile.person().displayName(), false, "PORTAL");
        List<Known> all = new OracleDocuments(doors, deposits, documents).deposit(odile.space());
        Situations situations = new Situations(doors, consents, wishes, blocks);
        Map<String, TestBrowser> browsers = Map.of(LEFEVRE, professional(LEFEVRE), BENALI, professional(BENALI));
        Map<String, String> folders = new HashMap<>();
        browsers.forEach((rpps, browser) -> folders.put(rpps, found(browser, odile)));
        Random random = new Random(20261122);
        int let = 0;
        for (int i = 0; i < SITUATIONS; i++) {
            String rpps = random.nextBoolean() ? LEFEVRE : BENALI;
            Map<String, String> situation = Situations.drawn(random, PROFESSIONS.getOrDefault(rpps, ""));
            Known ruled = all.get(random.nextInt(all.size()));
            situations.arrange(holder, new Rpps(rpps), situation, ruled.series());
            TestBrowser browser = browsers.getOrDefault(rpps, browser());
            String folder = folders.getOrDefault(rpps, "");
            boolean urgent = urgent(browser, folder, situation);
            String right = entering.answer(situation);
            HttpResponse<String> page = browser.get(folder + "?periode=tout");
            switch (right) {
                case "CONSENT_NEEDED" ->
                    assertThat(location(page)).as("%s", situation).isEqualTo(folder + "/accord");
                case "ACCESS_REFUSED" -> {
                    // an emergency that was refused is none: the page is asked for ordinary care
                    Map<String, String> ordinary = new HashMap<>(situation);
                    ordinary.put("purpose", "care");
                    if (urgent || situation.getOrDefault("blocked", "no").equals("yes")) {
                        assertThat(page.statusCode()).as("%s", situation).isEqualTo(403);
                    } else {
                        shows(page, ordinary, all, rpps, ruled, folder);
                    }
                }
                default -> {
                    shows(page, situation, all, rpps, ruled, folder);
                    let++;
                }
            }
            if (urgent) {
                browser.get(folder);
                browser.post(folder + "/urgence/fin", Map.of());
            }
        }
        assertThat(let).isGreaterThan(SITUATIONS / 3);
    }

    /// Declares the emergency, when that is the purpose; whether it is in force.
    private static boolean urgent(TestBrowser browser, String folder, Map<String, String> situation) {
        if (!situation.getOrDefault("purpose", "").equals("emergency")) {
            return false;
        }
        browser.get(folder + "/urgence");
        HttpResponse<String> declared =
                browser.post(folder + "/urgence", Map.of("risque", "oui", "incapable", "oui", "motif", "Inconsciente"));
        return location(declared).equals(folder);
    }

    private void shows(
            HttpResponse<String> page,
            Map<String, String> situation,
            List<Known> all,
            String rpps,
            Known ruled,
            String folder) {
        String right = entering.answer(situation);
        if (right.equals("CONSENT_NEEDED")) {
            assertThat(location(page)).as("%s", situation).isEqualTo(folder + "/accord");
            return;
        }
        assertThat(page.statusCode()).as("%s", situation).isEqualTo(200);
        Set<String> shown = new TreeSet<>();
        Matcher matcher = DOCUMENT.matcher(page.body());
        while (matcher.find()) {
            shown.add(matcher.group(1));
        }
        Set<String> expected = new TreeSet<>();
        for (Known document : all) {
            if (document.seen(seeing, situation, right, rpps, ruled)) {
                expected.add(document.id().value().toString());
            }
        }
        assertThat(shown).as("%s %s", rpps, situation).isEqualTo(expected);
    }
}
