package fr.monespacesante.account;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/// Letters on A4 for the mail house, one a page, in a PDF that is written as a stream: what all pages share
/// (letters, the words of the invitation) is made once by PDFBox, the pages follow as an update of that
/// file, some 700 bytes each. The address stands where the window of a DL envelope is once the sheet is
/// folded in three.
final class PrintedSheets implements AutoCloseable {
    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MM = 72 / 25.4f;
    private static final float HEIGHT = 297 * MM;
    private static final float LEFT = 25 * MM;
    private static final float WINDOW = 110 * MM;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private final OutputStream out;
    private final PDDocument letters = new PDDocument();
    private final PDFont font;
    private final Map<Integer, byte[]> glyphs = new HashMap<>();
    private final Shared shared;
    private final List<Integer> pages = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private long position;

    /// What the first part of the file holds, by number of object.
    private record Shared(long root, long pages, long font, long words, int next, long crossReference) {}

    PrintedSheets(OutputStream out, String site) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LETTERS))) {
            this.font = PDType0Font.load(letters, file, false);
        }
        this.shared = begin(site);
    }

    /// @param reference by which the mail house can speak of this sheet
    void add(InvitationLetters.Sheet sheet, String reference) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream(1 << 10);
        page.writeBytes("/W Do BT ".getBytes(StandardCharsets.US_ASCII));
        line(page, 10.5f, WINDOW, HEIGHT - 52 * MM, sheet.address().getFirst());
        for (String more : sheet.address().subList(1, sheet.address().size())) {
            page.writeBytes("0 -14.2 Td ".getBytes(StandardCharsets.US_ASCII));
            show(page, more);
        }
        line(page, 8, LEFT, HEIGHT - 90 * MM, "Réf. " + reference);
        String whose = sheet.child().isEmpty() ? "Votre espace santé" : "L'espace santé de " + sheet.child();
        line(page, 13, LEFT, HEIGHT - 112 * MM, whose + " va être ouvert");
        line(page, 20, LEFT, HEIGHT - 152 * MM, sheet.code().text());
        line(page, 10.5f, LEFT, HEIGHT - 161 * MM, "valable jusqu'au " + day(sheet.lastDay()) + " inclus");
        page.writeBytes("ET".getBytes(StandardCharsets.US_ASCII));
        int content = object();
        write(content + " 0 obj\n<< /Length " + page.size() + " >>\nstream\n");
        write(page.toByteArray());
        write("\nendstream\nendobj\n");
        int number = object();
        write(number + " 0 obj\n<< /Type /Page /Parent " + shared.pages() + " 0 R /Contents " + content
                + " 0 R >>\nendobj\n");
        pages.add(number);
    }

    private static String day(LocalDate day) {
        return DAY.format(day).replaceFirst("^1 ", "1er ");
    }

    @Override
    public void close() throws IOException {
        letters.close();
        long pagesAt = position;
        StringBuilder kids = new StringBuilder();
        pages.forEach(page -> kids.append(page).append(" 0 R "));
        write(shared.pages() + " 0 obj\n<< /Type /Pages /Count " + pages.size() + " /MediaBox [0 0 595.28 841.89]"
                + " /Resources << /Font << /F " + shared.font() + " 0 R >> /XObject << /W " + shared.words()
                + " 0 R >> >> /Kids [" + kids + "] >>\nendobj\n");
        long table = position;
        write("xref\n" + shared.pages() + " 1\n" + entry(pagesAt));
        write(shared.next() + " " + offsets.size() + "\n");
        for (long offset : offsets) {
            write(entry(offset));
        }
        write("trailer\n<< /Size " + (shared.next() + offsets.size()) + " /Root " + shared.root() + " 0 R /Prev "
                + shared.crossReference() + " >>\nstartxref\n" + table + "\n%%EOF\n");
        out.close();
    }

    private static String entry(long offset) {
        return "%010d 00000 n \n".formatted(offset);
    }

    /// Writes what all pages share.
    private Shared begin(String site) throws IOException {
        byte[] file;
        try (PDDocument base = new PDDocument()) {
            PDFont here;
            try (InputStream letterFile = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LETTERS))) {
                here = PDType0Font.load(base, letterFile, false);
            }
            PDFormXObject words = new PDFormXObject(base);
            words.setBBox(PDRectangle.A4);
            words.setResources(new PDResources());
            try (PDFormContentStream text = new PDFormContentStream(words)) {
                words(text, here, site);
            }
            PDPage page = new PDPage(PDRectangle.A4);
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("F"), here);
            page.getResources().put(COSName.getPDFName("W"), words);
            base.addPage(page);
            base.setVersion(1.4f);
            base.getDocumentCatalog().setLanguage("fr");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            base.save(bytes, CompressParameters.NO_COMPRESSION);
            file = bytes.toByteArray();
        }
        write(file);
        try (PDDocument base = Loader.loadPDF(file)) {
            COSDictionary trailer = base.getDocument().getTrailer();
            COSDictionary resources = base.getPage(0).getResources().getCOSObject();
            return new Shared(
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

    private int object() {
        offsets.add(position);
        return shared.next() + offsets.size() - 1;
    }

    private void line(ByteArrayOutputStream page, float size, float x, float y, String words) throws IOException {
        page.writeBytes(String.format(Locale.ROOT, "/F %.1f Tf 1 0 0 1 %.2f %.2f Tm ", size, x, y)
                .getBytes(StandardCharsets.US_ASCII));
        show(page, words);
    }

    /// As a string of glyph numbers; what the letters cannot draw becomes a question mark.
    private void show(ByteArrayOutputStream page, String words) {
        page.write('(');
        words.codePoints().forEach(sign -> {
            for (byte each : glyphs.computeIfAbsent(sign, this::glyph)) {
                if (each == '(' || each == ')' || each == '\\') {
                    page.write('\\');
                    page.write(each);
                } else if (each == '\r') {
                    page.writeBytes("\\r".getBytes(StandardCharsets.US_ASCII));
                } else {
                    page.write(each);
                }
            }
        });
        page.writeBytes(") Tj ".getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] glyph(int sign) {
        try {
            return font.encode(Character.toString(sign));
        } catch (IOException | IllegalArgumentException _) {
            return sign == '?' ? new byte[0] : glyph('?');
        }
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
