package fr.monespacesante.content;

import java.util.List;

/// The readable part of a CDA section as a model: blocks that hold inline runs. Whoever renders it
/// decides on markup; nothing here is HTML, and no text needs to be trusted. An element this model does
/// not know is represented by its content.
public final class Narrative {
    private Narrative() {}

    public sealed interface Block permits Paragraph, ListBlock, Table, Media {}

    /// @param id what footnotes and links refer to; empty when it has none
    /// @param emphasis the style codes that mark meaning rather than type face, such as `xHighlight1`;
    ///     often empty
    public record Paragraph(String id, String emphasis, List<Inline> content) implements Block {}

    public record ListBlock(List<Inline> caption, boolean ordered, List<Item> items) implements Block {}

    public record Item(List<Inline> caption, List<Block> content) {}

    public record Table(List<Inline> caption, List<Row> head, List<Row> body, List<Row> foot) implements Block {}

    public record Row(String emphasis, List<Cell> cells) {}

    /// @param align left, center, right, or empty
    public record Cell(boolean header, int colspan, int rowspan, String align, String emphasis, List<Block> content) {}

    /// @param id the ID that narrative refers to; empty when it has none
    /// @param mimeType as declared by the document: check it before showing the bytes
    public record Media(String id, List<Inline> caption, String mimeType, Payload payload) implements Block {}

    public sealed interface Inline permits Text, Styled, LineBreak, Link, Footnote, MediaReference {}

    public record Text(String text) implements Inline {}

    /// @param id what a link refers to; empty when it has none
    /// @param emphasis see `Paragraph`
    public record Styled(String id, List<Style> styles, String emphasis, List<Inline> content) implements Inline {}

    public record LineBreak() implements Inline {}

    /// @param target as written: a `#fragment` of this document or an address; only http, https, mailto
    ///     and tel are safe
    public record Link(String target, List<Inline> content) implements Inline {}

    /// A footnote where it stands; a `footnoteRef` becomes a link to `#id`.
    public record Footnote(String id, List<Inline> content) implements Inline {}

    /// A media met inside a run of text; `CdaDocument.media` has it by this id.
    public record MediaReference(String id) implements Inline {}

    public enum Style {
        BOLD,
        ITALIC,
        UNDERLINE,
        SUBSCRIPT,
        SUPERSCRIPT
    }

    /// The text of these blocks, one line per paragraph, cell contents separated by tabs.
    public static String text(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> append(block, text));
        return text.toString();
    }

    /// The text of these runs.
    public static String inlineText(List<Inline> content) {
        StringBuilder text = new StringBuilder();
        content.forEach(inline -> append(inline, text));
        return text.toString();
    }

    private static void append(Block block, StringBuilder text) {
        switch (block) {
            case Paragraph paragraph -> line(paragraph.content(), text);
            case ListBlock list -> {
                line(list.caption(), text);
                for (Item item : list.items()) {
                    line(item.caption(), text);
                    item.content().forEach(inner -> append(inner, text));
                }
            }
            case Table table -> {
                line(table.caption(), text);
                append(table.head(), text);
                append(table.body(), text);
                append(table.foot(), text);
            }
            case Media media -> line(media.caption(), text);
        }
    }

    private static void append(List<Row> rows, StringBuilder text) {
        for (Row row : rows) {
            for (Cell cell : row.cells()) {
                text.append(text(cell.content()).strip()).append('\t');
            }
            text.append('\n');
        }
    }

    private static void line(List<Inline> content, StringBuilder text) {
        if (!content.isEmpty()) {
            content.forEach(inline -> append(inline, text));
            text.append('\n');
        }
    }

    private static void append(Inline inline, StringBuilder text) {
        switch (inline) {
            case Text(String plain) -> text.append(plain);
            case Styled styled -> styled.content().forEach(inner -> append(inner, text));
            case LineBreak() -> text.append('\n');
            case Link link -> link.content().forEach(inner -> append(inner, text));
            case Footnote footnote -> {
                text.append(' ');
                footnote.content().forEach(inner -> append(inner, text));
            }
            case MediaReference _ -> text.append(' ');
        }
    }
}
