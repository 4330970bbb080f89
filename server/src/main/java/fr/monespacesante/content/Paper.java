package fr.monespacesante.content;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/// Lines of text on A4 pages, as a PDF for keeping (PDF/A-1b): its letters and its colours travel inside it. The
/// letters are Liberation Sans, which come with PDFBox.
public final class Paper implements AutoCloseable {
    private static final float MARGIN = 50;
    private static final float BOTTOM = 60;
    private static final float LEADING = 1.35f;
    private static final float CODE_SIDE = 90;
    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final DateTimeFormatter PDF_TIME =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter XMP_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /// How a line looks.
    public enum Style {
        TITLE(17, 0.0f),
        STRONG(10.5f, 0.0f),
        PLAIN(9.5f, 0.12f),
        QUIET(9, 0.38f);

        private final float size;
        private final float grey;

        Style(float size, float grey) {
            this.size = size;
            this.grey = grey;
        }
    }

    private final PDDocument pdf = new PDDocument();
    private final PDFont font;
    private final Map<Integer, Boolean> drawable = new HashMap<>();
    private PDPageContentStream page;
    private float height;

    /// @param language such as `fr`
    public Paper(String title, String language, Instant at) {
        try {
            font = letters();
            describe(title, language, at);
            page = nextPage();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// One paragraph, broken where the page ends; what the letters cannot draw becomes a question mark.
    public void write(Style style, String text) {
        try {
            for (String line : broken(drawn(text), style.size)) {
                room(style.size * LEADING);
                height -= style.size * LEADING;
                line(line, MARGIN, height, style);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// A thin rule, with room for so many lines below it before the page ends.
    public void rule(int linesBelow) {
        try {
            room(20 + linesBelow * 10 * LEADING);
            height -= 6;
            page.setStrokingColor(0.8f, 0.8f, 0.8f);
            page.setLineWidth(0.5f);
            page.moveTo(MARGIN, height);
            page.lineTo(PDRectangle.A4.getWidth() - MARGIN, height);
            page.stroke();
            height -= 3;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// A QR code, as a camera reads it.
    ///
    /// @param text such as an address
    public void code(String text) {
        try {
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            float side = CODE_SIDE / matrix.getWidth();
            room(CODE_SIDE + 12);
            height -= 6;
            page.setNonStrokingColor(0f, 0f, 0f);
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y) == 1) {
                        page.addRect(MARGIN + x * side, height - (y + 1) * side, side, side);
                    }
                }
            }
            page.fill();
            height -= CODE_SIDE + 6;
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a code", tooLong);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// The whole as bytes.
    ///
    /// @param foot what stands at the foot of each page, by its number from 1; `{n}` is how many there are
    public byte[] finish(IntFunction<String> foot) {
        try {
            page.close();
            int pages = pdf.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                String words = drawn(foot.apply(i + 1).replace("{n}", Integer.toString(pages)));
                page = new PDPageContentStream(pdf, pdf.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true);
                line(words, MARGIN, BOTTOM / 2, Style.QUIET);
                page.close();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            // PDF/A-1 knows no compressed table of contents
            pdf.setVersion(1.4f);
            pdf.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    @Override
    public void close() {
        try {
            pdf.close();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private PDFont letters() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                PDDocument.class.getResourceAsStream(LETTERS), "PDFBox came without its letters")) {
            return PDType0Font.load(pdf, file, true);
        }
    }

    private PDPageContentStream nextPage() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        pdf.addPage(next);
        height = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(pdf, next);
    }

    private void room(float wanted) throws IOException {
        if (height - wanted < BOTTOM) {
            page.close();
            page = nextPage();
        }
    }

    private void line(String words, float x, float y, Style style) throws IOException {
        page.beginText();
        page.setFont(font, style.size);
        page.setNonStrokingColor(style.grey, style.grey, style.grey);
        page.newLineAtOffset(x, y);
        page.showText(words);
        page.endText();
    }

    private List<String> broken(String text, float size) throws IOException {
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = new StringBuilder(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line = new StringBuilder();
            for (int i = 0; i < word.length(); i++) {
                if (width(line.toString() + word.charAt(i), size) > width) {
                    lines.add(line.toString());
                    line = new StringBuilder();
                }
                line.append(word.charAt(i));
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private String drawn(String text) {
        StringBuilder drawn = new StringBuilder();
        text.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip().codePoints().forEach(sign -> {
            boolean known = drawable.computeIfAbsent(sign, this::canDraw);
            drawn.appendCodePoint(known ? sign : '?');
        });
        return drawn.toString();
    }

    private boolean canDraw(int sign) {
        try {
            return Character.charCount(sign) == 1 && font.encode(Character.toString(sign)).length > 0;
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    /// What PDF/A asks for: the same facts in both forms, the meaning of colours, the language.
    private void describe(String title, String language, Instant at) throws IOException {
        COSDictionary information = pdf.getDocumentInformation().getCOSObject();
        information.setString(COSName.TITLE, title);
        information.setString(COSName.CREATOR, "Mon espace santé");
        information.setString(COSName.CREATION_DATE, PDF_TIME.format(at));
        information.setString(COSName.MOD_DATE, PDF_TIME.format(at));
        pdf.getDocumentCatalog().setLanguage(language);
        PDMetadata metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata("""
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description>
                <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <xmp:CreatorTool>Mon espace santé</xmp:CreatorTool><xmp:CreateDate>%s</xmp:CreateDate>
                <xmp:ModifyDate>%s</xmp:ModifyDate></rdf:Description>
                </rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(escaped(title), XMP_TIME.format(at), XMP_TIME.format(at))
                .getBytes(StandardCharsets.UTF_8));
        pdf.getDocumentCatalog().setMetadata(metadata);
        byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(pdf, new ByteArrayInputStream(colours));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        pdf.getDocumentCatalog().addOutputIntent(intent);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
