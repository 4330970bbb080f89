package fr.monespacesante.mail;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeVisitor;

/// HTML of unknown senders, made fit to stand inside a page of ours: words, lists, tables and links, and nothing that
/// loads, runs, submits, hides, or takes a name or a style of the page. A link shows where it leads. A picture becomes
/// the words it stands for: pictures of the message are among its attachments, others would tell the sender that, and
/// from where, the message is read (SEC-04).
final class SafeHtml {
    private static final Set<String> LINES =
            Set.of("p", "div", "li", "tr", "table", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "hr");
    private static final int DEEPEST = 100;
    private static final int WIDEST = 100;
    private static final int TARGET = 200;

    private final Safelist allowed = new Safelist()
            .addTags("p", "div", "br", "hr", "b", "strong", "i", "em", "u", "s", "sub", "sup", "span")
            .addTags("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "a")
            .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan")
            .addAttributes("a", "href");

    /// A fragment, to be put inside an element of the page.
    String clean(String html) {
        Document cleaned = cleaned(html);
        cleaned.outputSettings().prettyPrint(false);
        return cleaned.body().html();
    }

    /// The same words as plain text.
    String text(String html) {
        StringBuilder text = new StringBuilder();
        cleaned(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    String plain = words.getWholeText().replaceAll("[\\s\\u00A0]+", " ");
                    boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
                    text.append(begins ? plain.stripLeading() : plain);
                } else if (node.nameIs("br")) {
                    text.append('\n');
                } else if (LINES.contains(node.nodeName())) {
                    line(text);
                    text.append(node.nameIs("li") ? "- " : "");
                } else if ((node.nameIs("td") || node.nameIs("th")) && node.previousSibling() != null) {
                    text.append(' ');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (LINES.contains(node.nodeName())) {
                    line(text);
                    text.append(node.nameIs("p") ? "\n" : "");
                }
            }
        });
        return Words.lines(text.toString())
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /// Plain words as a fragment of HTML.
    static String ofPlain(String text) {
        StringBuilder html = new StringBuilder("<p>");
        String escaped = org.jsoup.nodes.Entities.escape(text.strip());
        return html.append(escaped.replace("\n\n", "</p><p>").replace("\n", "<br>"))
                .append("</p>")
                .toString();
    }

    private Document cleaned(String html) {
        var parser = org.jsoup.parser.Parser.htmlParser().setMaxDepth(DEEPEST);
        Document dirty = Jsoup.parse(html, "", parser);
        dirty.select("script, style, head > *, template, noscript, noframes, object, embed, svg, math, iframe, title")
                .remove();
        dirty.select("textarea, select, option, button, input").remove();
        dirty.select("img").forEach(SafeHtml::instead);
        dirty.select("h1, h2, h3, h4, h5, h6").forEach(SafeHtml::heading);
        Document cleaned = new Cleaner(allowed).clean(dirty);
        cleaned.select("a").forEach(SafeHtml::link);
        cleaned.select("[colspan], [rowspan]").forEach(SafeHtml::span);
        return cleaned;
    }

    private static void instead(Element image) {
        String described = Words.cut(Words.plain(image.attr("alt")), TARGET);
        boolean oneDot = image.attr("width").equals("1") || image.attr("height").equals("1");
        if (oneDot
                || (described.isEmpty()
                        && !image.attr("src").toLowerCase(Locale.ROOT).startsWith("cid:"))) {
            image.remove();
            return;
        }
        image.replaceWith(new TextNode(described.isEmpty() ? "[image]" : "[image : " + described + "]"));
    }

    /// The page has its own headings.
    private static void heading(Element heading) {
        Element strong = new Element("strong");
        heading.childNodesCopy().forEach(strong::appendChild);
        heading.replaceWith(new Element("p").appendChild(strong));
    }

    private static void link(Element link) {
        Optional<String> target = target(link.attr("href"));
        if (target.isEmpty()) {
            link.unwrap();
            return;
        }
        String shown = target.get().startsWith("mailto:") ? target.get().substring("mailto:".length()) : target.get();
        String said = Words.plain(link.text());
        link.attr("href", target.get());
        link.attr("rel", "noopener noreferrer nofollow");
        if (said.isEmpty()) {
            link.text(shown);
        } else if (!said.equals(shown)) {
            link.after(new TextNode(" (" + Words.cut(shown, TARGET) + ")"));
        }
    }

    /// Where a link leads, when that may be offered: the web or a mailbox, without a name or password before the host,
    /// and with the host in the letters it really has.
    private static Optional<String> target(String href) {
        String wanted = Words.plain(href);
        try {
            URI uri = new URI(wanted.replace(" ", "%20"));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (scheme.equals("mailto")) {
                String box = uri.getSchemeSpecificPart().split("\\?", 2)[0];
                return box.matches("[\\w.+-]+@[\\w.-]+") ? Optional.of("mailto:" + box) : Optional.empty();
            }
            if (!(scheme.equals("http") || scheme.equals("https")) || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            String authority = uri.getRawAuthority();
            if (authority == null || authority.contains("@") || authority.contains("%")) {
                return Optional.empty();
            }
            String host = IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED);
            String rest = (uri.getRawPath() == null ? "" : uri.getRawPath())
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                    + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
            return Optional.of(scheme + "://" + host + rest);
        } catch (URISyntaxException | IllegalArgumentException noTarget) {
            return Optional.empty();
        }
    }

    private static void span(Element cell) {
        for (String name : Set.of("colspan", "rowspan")) {
            String cells = cell.attr(name);
            if (!cells.matches("\\d{1,3}") || Integer.parseInt(cells) > WIDEST) {
                cell.removeAttr(name);
            }
        }
    }

    private static void line(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
