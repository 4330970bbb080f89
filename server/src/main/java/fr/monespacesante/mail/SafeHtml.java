package fr.monespacesante.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/// HTML of unknown senders, made fit to stand inside a page of ours: words, lists, tables and links, and nothing that
/// loads, runs, submits, hides, or takes a name or a style of the page. A link shows where it leads. A picture becomes
/// the words it stands for: pictures of the message are among its attachments, others would tell the sender that, and
/// from where, the message is read (SEC-04).
///
/// What comes out is written anew: tags of a short list, without attributes but those made here, and escaped words.
final class SafeHtml {
    private static final Set<String> KEPT = Set.of(
            "p",
            "div",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "sub",
            "sup",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "code",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th");
    private static final Set<String> DROPPED = Set.of(
            "head",
            "script",
            "style",
            "template",
            "noscript",
            "noframes",
            "noembed",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "iframe",
            "frameset",
            "title",
            "textarea",
            "select",
            "option",
            "button",
            "input",
            "audio",
            "video",
            "canvas",
            "xmp",
            "plaintext",
            "base",
            "meta",
            "link");
    /// The page has headings of its own.
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> LINES =
            Set.of("p", "div", "li", "tr", "table", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "hr", "caption");
    private static final int DEEPEST = 100;
    private static final int WIDEST = 100;
    private static final int SHOWN = 200;

    /// A fragment, to be put inside an element of the page.
    String clean(String html) {
        Markup markup = new Markup();
        parsed(html).body().filter(markup);
        return markup.out.toString();
    }

    /// The same words as plain text.
    String text(String html) {
        Plain plain = new Plain();
        parsed(html).body().filter(plain);
        return Words.lines(plain.out.toString())
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /// Plain words as a fragment of HTML.
    static String ofPlain(String text) {
        return "<p>" + escaped(text.strip()).replace("\n\n", "</p><p>").replace("\n", "<br>") + "</p>";
    }

    private static Document parsed(String html) {
        return Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEEPEST));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static final class Markup implements NodeFilter {
        private final StringBuilder out = new StringBuilder();

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                out.append(escaped(Words.lines(words.getWholeText())));
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element) || DROPPED.contains(node.nodeName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String name = element.nodeName();
            switch (name) {
                case "br", "hr" -> out.append('<').append(name).append('>');
                case "img" -> out.append(escaped(instead(element)));
                case "a" ->
                    LinkTarget.of(element.attr("href"))
                            .ifPresent(target -> out.append("<a href=\"")
                                    .append(escaped(target.address()))
                                    .append("\" rel=\"noopener noreferrer nofollow\">"));
                default -> {
                    if (HEADINGS.contains(name)) {
                        out.append("<p><strong>");
                    } else if (KEPT.contains(name)) {
                        out.append('<').append(name).append(spans(element)).append('>');
                    }
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String name = element.nodeName();
            if (HEADINGS.contains(name)) {
                out.append("</strong></p>");
            } else if (KEPT.contains(name)) {
                out.append("</").append(name).append('>');
            } else if (name.equals("a")) {
                LinkTarget.of(element.attr("href")).ifPresent(target -> {
                    String said = Words.plain(element.text());
                    out.append(said.isEmpty() ? escaped(target.shown()) : "").append("</a>");
                    out.append(beside(said, target).map(SafeHtml::escaped).orElse(""));
                });
            }
            return FilterResult.CONTINUE;
        }

        private static String spans(Element cell) {
            StringBuilder spans = new StringBuilder();
            if (cell.nameIs("td") || cell.nameIs("th")) {
                for (String name : new String[] {"colspan", "rowspan"}) {
                    String cells = cell.attr(name);
                    if (cells.matches("[1-9]\\d{0,2}") && Integer.parseInt(cells) <= WIDEST) {
                        spans.append(' ')
                                .append(name)
                                .append("=\"")
                                .append(cells)
                                .append('"');
                    }
                }
            }
            return spans.toString();
        }
    }

    private static final class Plain implements NodeFilter {
        private final StringBuilder out = new StringBuilder();

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                String plain = words.getWholeText().replaceAll("[\\s\\u00A0]+", " ");
                out.append(begins() ? plain.stripLeading() : plain);
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element) || DROPPED.contains(node.nodeName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String name = element.nodeName();
            switch (name) {
                case "br" -> out.append('\n');
                case "img" -> out.append(instead(element));
                case "td", "th" -> out.append(begins() ? "" : " ");
                default -> {
                    if (LINES.contains(name) || HEADINGS.contains(name)) {
                        out.append(begins() ? "" : "\n");
                        out.append(name.equals("li") ? "- " : "");
                    }
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            String name = node.nodeName();
            if (LINES.contains(name) || HEADINGS.contains(name)) {
                out.append(begins() ? "" : "\n");
                out.append(name.equals("p") || HEADINGS.contains(name) ? "\n" : "");
            } else if (name.equals("a") && node instanceof Element link) {
                LinkTarget.of(link.attr("href")).ifPresent(target -> {
                    String said = Words.plain(link.text());
                    out.append(said.isEmpty() ? target.shown() : "");
                    out.append(beside(said, target).orElse(""));
                });
            }
            return FilterResult.CONTINUE;
        }

        private boolean begins() {
            return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
        }
    }

    /// What stands for a picture; empty for the dots that only tell that a message was opened.
    private static String instead(Element image) {
        String described = Words.cut(Words.plain(image.attr("alt")), SHOWN);
        boolean oneDot = image.attr("width").equals("1") || image.attr("height").equals("1");
        boolean ours = image.attr("src").toLowerCase(Locale.ROOT).startsWith("cid:");
        if (oneDot || (described.isEmpty() && !ours)) {
            return "";
        }
        return described.isEmpty() ? "[image]" : "[image : " + described + "]";
    }

    /// Where a link leads, when its words do not say it themselves.
    private static Optional<String> beside(String said, LinkTarget target) {
        return said.isEmpty() || said.equals(target.shown())
                ? Optional.empty()
                : Optional.of(" (" + Words.cut(target.shown(), SHOWN) + ")");
    }
}
