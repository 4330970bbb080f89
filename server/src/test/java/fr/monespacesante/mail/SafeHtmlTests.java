package fr.monespacesante.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

@Requirement("SEC-04")
class SafeHtmlTests {
    private final SafeHtml html = new SafeHtml();

    @Test
    void wordsListsAndTablesStay() {
        String kept = "<p>Bonjour <b>Madame</b>,<br>voici</p><ul><li>un</li></ul>"
                + "<table><tbody><tr><td colspan=\"2\">TSH</td></tr></tbody></table>";
        assertThat(html.clean(kept)).isEqualTo(kept);
    }

    @Test
    void nothingRuns() {
        for (String attack : List.of(
                "<script>alert(1)</script>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"java\nscript:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"vbscript:x\">x</a>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<body onload=alert(1)><p onclick=alert(1)>x</p>",
                "<object data=x></object><embed src=x><applet></applet>",
                "<xmp><script>alert(1)</script></xmp>",
                "<template><script>alert(1)</script></template>",
                "<meta http-equiv=refresh content=\"0;url=https://x.example\">",
                "<base href=\"https://x.example\"><link rel=stylesheet href=x>",
                "<form action=https://x.example><input name=a><button>ok</button></form>",
                "<p style=\"background:url(https://x.example/p.png)\">x</p><style>@import 'x'</style>")) {
            assertThat(html.clean(attack))
                    .as(attack)
                    .doesNotContainIgnoringCase(
                            "<script", "<svg", "<img", "<iframe", "<form", "<input", "<style", "<meta", "<base",
                            "<link")
                    .doesNotContainIgnoringCase("<object", "<embed", "javascript:", "vbscript:", "data:")
                    .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|style|class|id|src|srcdoc|action)\\s*=");
        }
    }

    @Test
    void nothingIsLoadedAndNothingTouchesThePage() {
        assertThat(html.clean("<p id=\"contenu\" class=\"fr-alert\" name=\"x\" tabindex=\"1\">x</p>"))
                .isEqualTo("<p>x</p>");
        assertThat(html.clean("<img src=\"https://x.example/p.gif\" width=1 height=1>"))
                .isEmpty();
        assertThat(html.clean("<img src=\"https://x.example/p.gif\" alt=\"Courbe\">"))
                .isEqualTo("[image : Courbe]");
        assertThat(html.clean("<img src=\"data:image/svg+xml;base64,AAAA\" alt='\"><b>'>"))
                .isEqualTo("[image : &quot;&gt;&lt;b&gt;]");
        assertThat(html.clean("<table background=\"https://x.example/p.png\"><tr><td>x</td></tr></table>"))
                .doesNotContain("x.example");
    }

    @Test
    void aLinkShowsWhereItLeads() {
        assertThat(html.clean("<a href=\"https://x.example/a?b=c&d=e\" target=_top>monespacesante.fr</a>"))
                .isEqualTo("<a href=\"https://x.example/a?b=c&amp;d=e\" rel=\"noopener noreferrer nofollow\">"
                        + "monespacesante.fr</a> (https://x.example/a?b=c&amp;d=e)");
        assertThat(html.clean("<a href=\"mailto:a@b.example?bcc=c@d.example\">écrire</a>"))
                .contains("href=\"mailto:a@b.example\"")
                .contains("(a@b.example)");
        assertThat(html.clean("<a href=\"https://monespacesante.fr@x.example/\">ici</a>"))
                .isEqualTo("ici");
        assertThat(html.clean("<a href=\"https://monespacesanté.example/\">ici</a>"))
                .contains("https://xn--monespacesant-nhb.example/");
        assertThat(html.clean("<a href=\"/espace/messages/supprimer\">ici</a>")).isEqualTo("ici");
    }

    @Test
    void headingsBecomeWordsSinceThePageHasItsOwn() {
        assertThat(html.clean("<h1>Bilan <i>annuel</i></h1>")).isEqualTo("<p><strong>Bilan <i>annuel</i></strong></p>");
    }

    @Test
    void plainWordsBecomeHtmlWithoutBeingIt() {
        assertThat(SafeHtml.ofPlain("a < b\nc & d\n\n<script>"))
                .isEqualTo("<p>a &lt; b<br>c &amp; d</p><p>&lt;script&gt;</p>");
    }
}
