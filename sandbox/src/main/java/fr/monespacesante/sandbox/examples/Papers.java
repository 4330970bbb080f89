package fr.monespacesante.sandbox.examples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// PDF pages made of plain lines, with a text layer that a search can read.
///
/// A line that begins with `# ` is a heading; an empty line is a gap; the text `---` starts a new page.
final class Papers {
    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private Papers() {}

    static byte[] pdf(String title, List<String> lines) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(title);
            information.setCreationDate(fixedDate());
            document.setDocumentId(title.hashCode() & 0xffffffffL); // else the file id would differ at each run
            List<List<String>> pages = pages(lines);
            for (int i = 0; i < pages.size(); i++) {
                write(document, pages.get(i), "Page %d / %d".formatted(i + 1, pages.size()));
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A page of a PDF as a picture. Drawn with the library's own fonts, so it works on a machine that has none.
    static BufferedImage picture(byte[] pdf, int page, float dpi) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, dpi, ImageType.RGB);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GregorianCalendar fixedDate() {
        GregorianCalendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        date.setTimeInMillis(1_772_000_000_000L);
        return date;
    }

    private static List<List<String>> pages(List<String> lines) {
        List<List<String>> pages = new ArrayList<>();
        List<String> page = new ArrayList<>();
        for (String line : lines) {
            if (line.equals("---")) {
                pages.add(page);
                page = new ArrayList<>();
            } else {
                page.add(line);
            }
        }
        pages.add(page);
        return pages;
    }

    private static void write(PDDocument document, List<String> lines, String footer) throws IOException {
        PDFont plain = new PDType1Font(FontName.HELVETICA);
        PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            float y = PDRectangle.A4.getHeight() - MARGIN;
            for (String line : lines) {
                boolean heading = line.startsWith("# ");
                PDFont font = heading ? bold : plain;
                float size = heading ? 15 : 11;
                for (String part : wrapped(heading ? line.substring(2) : line, font, size)) {
                    show(out, font, size, MARGIN, y, part);
                    y -= heading ? 24 : 16;
                }
            }
            show(out, plain, 9, MARGIN, MARGIN / 2, footer);
        }
    }

    private static List<String> wrapped(String line, PDFont font, float size) throws IOException {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : line.split(" ", -1)) {
            String longer = part.isEmpty() ? word : part + " " + word;
            if (!part.isEmpty() && font.getStringWidth(longer) / 1000 * size > WIDTH) {
                parts.add(part.toString());
                part = new StringBuilder(word);
            } else {
                part = new StringBuilder(longer);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static void show(PDPageContentStream out, PDFont font, float size, float x, float y, String text)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }
}
