package fr.monespacesante.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The smallest PDF with one page, a line of text, and a picture of random pixels that nothing can compress.
final class Pdf {
    private Pdf() {}

    /// @param size of the whole file in bytes, at least 1,000
    static byte[] random(int size, RandomGenerator chance) {
        int noise = size - build(new byte[0], size).length;
        byte[] pixels = new byte[noise];
        chance.nextBytes(pixels);
        return build(pixels, size);
    }

    private static byte[] build(byte[] pixels, int size) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(size);
        List<Integer> places = new ArrayList<>();
        String drawing = "BT /F1 12 Tf 72 720 Td (Compte rendu du banc de mesure) Tj ET";
        write(pdf, "%PDF-1.4\n");
        object(pdf, places, "<< /Type /Catalog /Pages 2 0 R >>");
        object(pdf, places, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object(
                pdf,
                places,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> /XObject << /I1 6 0 R >> >> >>");
        object(pdf, places, "<< /Length " + drawing.length() + " >>\nstream\n" + drawing + "\nendstream");
        object(pdf, places, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        places.add(pdf.size());
        write(
                pdf,
                "6 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height %06d /BitsPerComponent 8 /ColorSpace /DeviceGray /Length %06d >>\nstream\n"
                        .formatted(pixels.length, pixels.length));
        pdf.writeBytes(pixels);
        write(pdf, "\nendstream\nendobj\n");
        int table = pdf.size();
        write(pdf, "xref\n0 7\n0000000000 65535 f \n");
        places.forEach(place -> write(pdf, "%010d 00000 n \n".formatted(place)));
        write(pdf, "trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%010d\n%%%%EOF\n".formatted(table));
        return pdf.toByteArray();
    }

    private static void object(ByteArrayOutputStream pdf, List<Integer> places, String body) {
        places.add(pdf.size());
        write(pdf, places.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private static void write(ByteArrayOutputStream pdf, String text) {
        pdf.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
