package fr.monespacesante.sandbox.examples;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Documents that lie, break or explode. Each is small; what it would become once opened is not.
final class Rubbish {
    private static final String BIOLOGY = "11502-2";
    private static final String PDF = "application/pdf";

    private Rubbish() {}

    static List<Example> about(Person patient, Person other) {
        byte[] good =
                Examples.biology(patient, LocalDate.of(2026, 3, 12), "rubbish").bytes();
        String cda = new String(good, StandardCharsets.UTF_8);
        byte[] pdf = Papers.pdf("Document", List.of("# Document", "Une page."));
        byte[] png = Pictures.encoded(Papers.picture(pdf, 0, 30), "png");
        return List.of(
                xml("external-entity.xml", cda(cda, "<!ENTITY leak SYSTEM \"file:///etc/passwd\">", "&leak;")),
                xml(
                        "external-dtd.xml",
                        prologue(cda, "<!DOCTYPE ClinicalDocument SYSTEM \"http://127.0.0.1:9/cda.dtd\">")),
                xml("entity-bomb.xml", cda(cda, bombEntities(), "&e9;")),
                xml("deep.xml", deep(cda)),
                xml(
                        "another-person.xml",
                        new String(
                                Examples.biology(other, LocalDate.of(2026, 3, 12), "rubbish")
                                        .bytes(),
                                StandardCharsets.UTF_8)),
                xml(
                        "another-birth-date.xml",
                        cda.replaceFirst("<birthTime value=\"\\d+\"/>", "<birthTime value=\"19010101\"/>")),
                xml(
                        "without-ins.xml",
                        cda.replaceFirst("<id root=\"[^\"]+\" extension=\"" + patient.ins() + "\"/>", "")),
                xml("not-well-formed.xml", cda.substring(0, cda.length() * 2 / 3)),
                xml("not-cda.xml", "<?xml version=\"1.0\"?><invoice xmlns=\"urn:example\"><total>12</total></invoice>"),
                new Example("truncated.pdf", PDF, BIOLOGY, "PDF coupé", Arrays.copyOf(pdf, pdf.length / 2)),
                new Example("picture-named.pdf", PDF, BIOLOGY, "Image nommée PDF", png),
                new Example("page-named.png", "image/png", BIOLOGY, "Page nommée image", html()),
                new Example("empty.pdf", PDF, BIOLOGY, "Fichier vide", new byte[0]),
                new Example("image-bomb.png", "image/png", BIOLOGY, "Image géante", hugePng()),
                new Example(
                        "zip-bomb.docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        BIOLOGY,
                        "Archive qui gonfle",
                        zipBomb()));
    }

    private static Example xml(String name, String text) {
        return new Example(name, Example.CDA, BIOLOGY, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String cda(String cda, String entities, String use) {
        return prologue(cda, "<!DOCTYPE ClinicalDocument [" + entities + "]>")
                .replaceFirst("<title>[^<]*</title>", "<title>" + use + "</title>");
    }

    private static String prologue(String cda, String doctype) {
        return cda.replaceFirst("\\?>", "?>" + doctype);
    }

    private static String bombEntities() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"boum\">");
        for (int i = 1; i <= 9; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.toString();
    }

    private static String deep(String cda) {
        int depth = 20_000;
        String nested = "<paragraph>".repeat(depth) + "x" + "</paragraph>".repeat(depth);
        return cda.replaceFirst("<text>", "<text>" + nested);
    }

    private static byte[] html() {
        return "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    }

    /// A true PNG of 30 000 × 30 000 black dots: about a hundred kilobytes here, gigabytes once decoded.
    private static byte[] hugePng() {
        int side = 30_000;
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream png = new DataOutputStream(bytes)) {
            png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(side);
            fields.writeInt(side);
            fields.write(new byte[] {1, 0, 0, 0, 0}); // one bit, grey
            chunk(png, "IHDR", header.toByteArray());
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
                byte[] row = new byte[1 + side / 8];
                for (int y = 0; y < side; y++) {
                    rows.write(row);
                }
            }
            chunk(png, "IDAT", packed.toByteArray());
            chunk(png, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) sum.getValue());
    }

    private static byte[] zipBomb() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                byte[] blanks = new byte[1 << 20];
                Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; i < 200; i++) {
                    zip.write(blanks);
                }
                zip.closeEntry();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
