package fr.monespacesante.content;

import fr.monespacesante.content.Narrative.Block;
import fr.monespacesante.content.Narrative.Cell;
import fr.monespacesante.content.Narrative.Footnote;
import fr.monespacesante.content.Narrative.Inline;
import fr.monespacesante.content.Narrative.Item;
import fr.monespacesante.content.Narrative.LineBreak;
import fr.monespacesante.content.Narrative.Link;
import fr.monespacesante.content.Narrative.ListBlock;
import fr.monespacesante.content.Narrative.Media;
import fr.monespacesante.content.Narrative.MediaReference;
import fr.monespacesante.content.Narrative.Paragraph;
import fr.monespacesante.content.Narrative.Row;
import fr.monespacesante.content.Narrative.Style;
import fr.monespacesante.content.Narrative.Styled;
import fr.monespacesante.content.Narrative.Table;
import fr.monespacesante.content.Narrative.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/// Reads a narrative `text` into blocks. Senders nest more freely than the schema allows, so whatever
/// holds a block is taken apart in its order, and whatever is unknown gives its text.
final class NarrativeReader {
    private static final Set<String> BLOCKS = Set.of("paragraph", "list", "table", "renderMultiMedia");
    private static final Set<String> RULES = Set.of("lrule", "rrule", "toprule", "botrule");
    private static final int WIDEST = 100;

    private final Function<String, List<Media>> media;
    private final Set<String> referenced = new HashSet<>();

    /// @param media finds the media that a `referencedObject` names
    NarrativeReader(Function<String, List<Media>> media) {
        this.media = media;
    }

    /// The IDs of the media met so far.
    Set<String> referenced() {
        return referenced;
    }

    List<Block> blocks(XmlElement text) {
        return flow(text, "", StyleCodes.NONE);
    }

    private List<Block> flow(XmlElement parent, String id, StyleCodes style) {
        List<Block> blocks = new ArrayList<>();
        List<Inline> run = new ArrayList<>();
        for (XmlNode child : parent.children()) {
            if (child instanceof XmlElement element && holdsBlock(element)) {
                paragraph(run, id, style, blocks);
                run = new ArrayList<>();
                blocks.addAll(block(element));
            } else {
                run.addAll(inline(child));
            }
        }
        paragraph(run, id, style, blocks);
        return List.copyOf(blocks);
    }

    private List<Block> block(XmlElement element) {
        return switch (element.name()) {
            case "paragraph" -> flow(element, element.attribute("ID"), StyleCodes.of(element));
            case "list" -> List.of(list(element));
            case "table" -> List.of(table(element));
            case "renderMultiMedia" -> renderMultiMedia(element);
            default -> flow(element, element.attribute("ID"), StyleCodes.of(element));
        };
    }

    private static boolean holdsBlock(XmlElement element) {
        return BLOCKS.contains(element.name()) || element.elements().anyMatch(NarrativeReader::holdsBlock);
    }

    private static void paragraph(List<Inline> run, String id, StyleCodes style, List<Block> into) {
        if (!Narrative.inlineText(run).isBlank()) {
            List<Inline> content =
                    style.styles().isEmpty() ? run : List.of(new Styled("", style.styles(), "", List.copyOf(run)));
            into.add(new Paragraph(id, style.emphasis(), List.copyOf(content)));
        }
    }

    private ListBlock list(XmlElement element) {
        List<Item> items = new ArrayList<>();
        for (XmlNode child : element.children()) {
            switch (child) {
                case XmlElement item when item.name().equals("caption") -> {
                    // read below
                }
                case XmlElement item -> {
                    List<Inline> caption = caption(item);
                    items.add(new Item(caption, flow(withoutCaption(item), "", StyleCodes.of(item))));
                }
                case XmlText(String text) -> {
                    if (!text.isBlank()) {
                        items.add(new Item(List.of(), List.of(plain(text))));
                    }
                }
            }
        }
        return new ListBlock(caption(element), element.attribute("listType").equals("ordered"), List.copyOf(items));
    }

    private Table table(XmlElement element) {
        List<Row> head = new ArrayList<>();
        List<Row> body = new ArrayList<>();
        List<Row> foot = new ArrayList<>();
        for (XmlNode child : element.children()) {
            switch (child) {
                case XmlElement part when part.name().equals("thead") -> rows(part, head);
                case XmlElement part when part.name().equals("tfoot") -> rows(part, foot);
                case XmlElement part when part.name().equals("tbody") -> rows(part, body);
                case XmlElement part when part.name().equals("tr") -> body.add(row(part));
                case XmlElement part when part.name().equals("caption") -> {
                    // read below
                }
                case XmlElement part -> stray(flow(part, "", StyleCodes.NONE), body);
                case XmlText(String text) -> stray(text.isBlank() ? List.of() : List.of(plain(text)), body);
            }
        }
        return new Table(caption(element), List.copyOf(head), List.copyOf(body), List.copyOf(foot));
    }

    private void rows(XmlElement part, List<Row> into) {
        for (XmlNode child : part.children()) {
            switch (child) {
                case XmlElement row when row.name().equals("tr") -> into.add(row(row));
                case XmlElement other -> stray(flow(other, "", StyleCodes.NONE), into);
                case XmlText(String text) -> stray(text.isBlank() ? List.of() : List.of(plain(text)), into);
            }
        }
    }

    /// What stands in a table where no content belongs becomes a row of its own.
    private static void stray(List<Block> content, List<Row> into) {
        if (!content.isEmpty()) {
            into.add(new Row("", List.of(new Cell(false, 1, 1, "", "", content))));
        }
    }

    private Row row(XmlElement row) {
        List<Cell> cells = new ArrayList<>();
        for (XmlNode child : row.children()) {
            switch (child) {
                case XmlElement cell -> {
                    StyleCodes style = StyleCodes.of(cell);
                    cells.add(new Cell(
                            cell.name().equals("th"),
                            span(cell.attribute("colspan")),
                            span(cell.attribute("rowspan")),
                            align(cell, row),
                            style.emphasis(),
                            flow(cell, cell.attribute("ID"), new StyleCodes(style.styles(), ""))));
                }
                case XmlText(String text) -> {
                    if (!text.isBlank()) {
                        cells.add(new Cell(false, 1, 1, "", "", List.of(plain(text))));
                    }
                }
            }
        }
        return new Row(StyleCodes.of(row).emphasis(), List.copyOf(cells));
    }

    private List<Block> renderMultiMedia(XmlElement element) {
        List<Inline> caption = caption(element);
        List<Block> found = new ArrayList<>();
        for (Media target : media.apply(element.attribute("referencedObject"))) {
            referenced.add(target.id());
            found.add(new Media(target.id(), caption, target.mimeType(), target.payload()));
        }
        if (found.isEmpty() && !caption.isEmpty()) {
            found.add(new Paragraph("", "", caption));
        }
        return found;
    }

    private List<Inline> caption(XmlElement element) {
        return inlines(element.at("caption").children());
    }

    private static XmlElement withoutCaption(XmlElement element) {
        if (!element.at("caption").exists()) {
            return element;
        }
        List<XmlNode> rest = element.children().stream()
                .filter(child ->
                        !(child instanceof XmlElement inner && inner.name().equals("caption")))
                .toList();
        return new XmlElement(element.name(), element.attributes(), rest);
    }

    private List<Inline> inlines(Collection<XmlNode> nodes) {
        List<Inline> inlines = new ArrayList<>();
        nodes.forEach(node -> inlines.addAll(inline(node)));
        return List.copyOf(inlines);
    }

    private List<Inline> inline(XmlNode node) {
        return switch (node) {
            case XmlText(String text) -> List.of(new Text(text.replaceAll("\\s+", " ")));
            case XmlElement element -> inline(element);
        };
    }

    private List<Inline> inline(XmlElement element) {
        return switch (element.name()) {
            case "br" -> List.of(new LineBreak());
            case "sub" -> List.of(styled(element, Style.SUBSCRIPT));
            case "sup" -> List.of(styled(element, Style.SUPERSCRIPT));
            case "linkHtml" -> List.of(link(element));
            case "footnote" -> List.of(new Footnote(element.attribute("ID"), inlines(element.children())));
            case "footnoteRef" -> List.of(new Link("#" + element.attribute("IDREF"), inlines(element.children())));
            case "renderMultiMedia" -> List.of(new MediaReference(element.attribute("referencedObject")));
            case "content" -> content(element);
            default -> inlines(element.children());
        };
    }

    private Styled styled(XmlElement element, Style style) {
        return new Styled("", List.of(style), "", inlines(element.children()));
    }

    private Link link(XmlElement element) {
        List<Inline> content = inlines(element.children());
        String target = element.attribute("href").strip();
        return new Link(target, Narrative.inlineText(content).isBlank() ? List.of(new Text(target)) : content);
    }

    private List<Inline> content(XmlElement element) {
        StyleCodes style = StyleCodes.of(element);
        List<Inline> content = inlines(element.children());
        String id = element.attribute("ID");
        return id.isEmpty() && style.equals(StyleCodes.NONE)
                ? content
                : List.of(new Styled(id, style.styles(), style.emphasis(), content));
    }

    private static Paragraph plain(String text) {
        return new Paragraph("", "", List.of(new Text(XmlElement.collapse(text))));
    }

    private static int span(String text) {
        try {
            return Math.clamp(Integer.parseInt(text.strip()), 1, WIDEST);
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    private static String align(XmlElement cell, XmlElement row) {
        String own = cell.attribute("align").toLowerCase(Locale.ROOT);
        String align = own.isEmpty() ? row.attribute("align").toLowerCase(Locale.ROOT) : own;
        return Set.of("left", "center", "right").contains(align) ? align : "";
    }

    /// A `styleCode` taken apart: type face on one side, everything that marks a meaning on the other.
    record StyleCodes(List<Style> styles, String emphasis) {
        static final StyleCodes NONE = new StyleCodes(List.of(), "");

        static StyleCodes of(XmlElement element) {
            String codes = element.attribute("styleCode");
            boolean deleted = element.attribute("revised").equals("delete");
            if (codes.isBlank() && !deleted) {
                return NONE;
            }
            EnumSet<Style> styles = EnumSet.noneOf(Style.class);
            StringJoiner emphasis = new StringJoiner(" ");
            for (String code : codes.strip().split("\\s+")) {
                switch (code.toLowerCase(Locale.ROOT)) {
                    case "bold" -> styles.add(Style.BOLD);
                    case "italics", "italic", "emphasis" -> styles.add(Style.ITALIC);
                    case "underline" -> styles.add(Style.UNDERLINE);
                    case "bolditalics" -> styles.addAll(List.of(Style.BOLD, Style.ITALIC));
                    default -> {
                        if (!code.isEmpty() && !RULES.contains(code.toLowerCase(Locale.ROOT))) {
                            emphasis.add(code);
                        }
                    }
                }
            }
            if (deleted) {
                emphasis.add("deleted");
            }
            return new StyleCodes(List.copyOf(styles), emphasis.toString());
        }
    }
}
