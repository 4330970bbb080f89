package fr.monespacesante.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/// What all sheets of all files share: the letters and the words of the invitation, as the first part of a
/// PDF. Made once.
final class SheetForm {
    static final float MM = 72 / 25.4f;
    static final float HEIGHT = 297 * MM;
    static final float LEFT = 25 * MM;
    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Map<Integer, byte[]> glyphs = new ConcurrentHashMap<>();
    private final PDFont font;
    private final byte[] file;
    private final Numbers numbers;

    /// The objects of this part by number; the next one that is free; where its table stands.
    record Numbers(long root, long pages, long font, long words, int next, long crossReference) {}

    /// @param site as the invitation names it
    SheetForm(String site) throws IOException {
        PDDocument kept = new PDDocument();
        this.font = letters(kept);
        this.file = file(site);
        this.numbers = numbers(file);
    }

    byte[] file() {
        return file.clone();
    }

    Numbers numbers() {
        return numbers;
    }

    /// What the letters cannot draw becomes a question mark.
    byte[] glyph(int sign) {
        return glyphs.computeIfAbsent(sign, this::drawn);
    }

    private byte[] drawn(int sign) {
        try {
            return font.encode(Character.toString(sign));
        } catch (IOException | IllegalArgumentException _) {
            return sign == '?' ? new byte[0] : drawn('?');
        }
    }

    private static PDFont letters(PDDocument document) throws IOException {
        try (InputStream letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LETTERS))) {
            return PDType0Font.load(document, letters, false);
        }
    }

    private static byte[] file(String site) throws IOException {
        try (PDDocument base = new PDDocument()) {
            PDFont font = letters(base);
            PDFormXObject words = new PDFormXObject(base);
            words.setBBox(PDRectangle.A4);
            words.setResources(new PDResources());
            try (PDFormContentStream text = new PDFormContentStream(words)) {
                words(text, font, site);
            }
            PDPage page = new PDPage(PDRectangle.A4);
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("F"), font);
            page.getResources().put(COSName.getPDFName("W"), words);
            base.addPage(page);
            base.setVersion(1.4f);
            base.getDocumentCatalog().setLanguage("fr");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            base.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static Numbers numbers(byte[] file) throws IOException {
        try (PDDocument base = Loader.loadPDF(file)) {
            COSDictionary trailer = base.getDocument().getTrailer();
            COSDictionary resources = base.getPage(0).getResources().getCOSObject();
            return new Numbers(
                    number(trailer.getItem(COSName.ROOT)),
                    number(base.getDocumentCatalog().getCOSObject().getItem(COSName.PAGES)),
                    number(resources.getCOSDictionary(COSName.FONT).getItem(COSName.getPDFName("F"))),
                    number(resources.getCOSDictionary(COSName.XOBJECT).getItem(COSName.getPDFName("W"))),
                    trailer.getInt(COSName.SIZE),
                    crossReference(file));
        }
    }

    private static long number(COSBase item) {
        return ((COSObject) item).getKey().getNumber();
    }

    private static long crossReference(byte[] file) {
        String end = new String(file, file.length - 60, 60, StandardCharsets.ISO_8859_1);
        return Long.parseLong(end.substring(end.lastIndexOf("startxref") + 9, end.lastIndexOf("%%EOF"))
                .strip());
    }

    private static void words(PDFormContentStream text, PDFont font, String site) throws IOException {
        text.beginText();
        text.setFont(font, 14);
        text.newLineAtOffset(LEFT, HEIGHT - 25 * MM);
        text.showText("Mon espace santé");
        text.setFont(font, 10);
        text.newLineAtOffset(0, -(119 - 25) * MM);
        paragraph(
                text,
                List.of(
                        "Un espace personnel pour conserver et partager les documents de santé, gratuit et protégé.",
                        "Il s'ouvre six semaines après l'envoi de ce courrier, sauf opposition.",
                        "",
                        "Pour l'activer, ou pour s'y opposer : " + site + "/activation",
                        "Il faut la carte Vitale et ce code provisoire :"));
        text.newLineAtOffset(0, -29 * MM);
        paragraph(
                text,
                List.of(
                        "Sans accès à internet, ou pour toute question : 3422 (service gratuit + prix d'un appel).",
                        "Ce code est personnel. Personne du service ne vous le demandera.",
                        "",
                        "Health space: to activate it, or to object to it, within six weeks, use the address above",
                        "with the Vitale card and the code, or call 3422."));
        text.endText();
    }

    private static void paragraph(PDFormContentStream text, List<String> lines) throws IOException {
        for (String line : lines) {
            text.showText(line);
            text.newLineAtOffset(0, -14.2f);
        }
    }
}
