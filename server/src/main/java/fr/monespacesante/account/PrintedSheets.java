package fr.monespacesante.account;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Letters on A4 for the mail house, one a page, in a PDF that is written as a stream: what all pages share
/// (letters, the words of the invitation) is made once by PDFBox, the pages follow as an update of that
/// file, some 700 bytes each. The address stands where the window of a DL envelope is once the sheet is
/// folded in three.
final class PrintedSheets implements AutoCloseable {
    private static final float MM = SheetForm.MM;
    private static final float HEIGHT = SheetForm.HEIGHT;
    private static final float LEFT = SheetForm.LEFT;
    private static final float WINDOW = 110 * MM;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private final OutputStream out;
    private final SheetForm form;
    private final List<Integer> pages = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private long position;

    PrintedSheets(OutputStream out, SheetForm form) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.form = form;
        write(form.file());
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
        write(number + " 0 obj\n<< /Type /Page /Parent " + form.numbers().pages() + " 0 R /Contents " + content
                + " 0 R >>\nendobj\n");
        pages.add(number);
    }

    private static String day(LocalDate day) {
        return DAY.format(day).replaceFirst("^1 ", "1er ");
    }

    @Override
    public void close() throws IOException {
        long pagesAt = position;
        StringBuilder kids = new StringBuilder();
        pages.forEach(page -> kids.append(page).append(" 0 R "));
        write(form.numbers().pages() + " 0 obj\n<< /Type /Pages /Count " + pages.size()
                + " /MediaBox [0 0 595.28 841.89]"
                + " /Resources << /Font << /F " + form.numbers().font() + " 0 R >> /XObject << /W "
                + form.numbers().words()
                + " 0 R >> >> /Kids [" + kids + "] >>\nendobj\n");
        long table = position;
        write("xref\n" + form.numbers().pages() + " 1\n" + entry(pagesAt));
        write(form.numbers().next() + " " + offsets.size() + "\n");
        for (long offset : offsets) {
            write(entry(offset));
        }
        write("trailer\n<< /Size " + (form.numbers().next() + offsets.size()) + " /Root "
                + form.numbers().root() + " 0 R /Prev " + form.numbers().crossReference() + " >>\nstartxref\n" + table
                + "\n%%EOF\n");
        out.close();
    }

    private static String entry(long offset) {
        return "%010d 00000 n \n".formatted(offset);
    }

    private int object() {
        offsets.add(position);
        return form.numbers().next() + offsets.size() - 1;
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
            for (byte each : form.glyph(sign)) {
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

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
