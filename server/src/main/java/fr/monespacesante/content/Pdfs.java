package fr.monespacesante.content;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// Opens PDFs: are they whole, are they safe, what do they say.
///
/// Refused as dangerous: an action that launches a program, an attached program, and what unfolds
/// beyond the limits. Tolerated: JavaScript, forms, links and other attachments, since many honest
/// reports carry them (form fields, a copy of the source data); pages show PDFs in a viewer that runs
/// no script. An encrypted PDF is fine when it opens without a password, as those that only forbid
/// copying do.
final class Pdfs {
    private static final Pattern PROGRAM = Pattern.compile(
            ".*\\.(exe|com|bat|cmd|scr|pif|cpl|msi|msp|dll|jar|js|jse|vbs|vbe|wsf|wsh|ps1|psm1|hta|lnk|reg|sh|app|dmg"
                    + "|apk|iso|img|settingcontent-ms)[\\s.]*");
    private static final COSName LAUNCH = COSName.getPDFName("Launch");

    private final ContentLimits limits;

    Pdfs(ContentLimits limits) {
        this.limits = limits;
    }

    record Read(int pages, String text) {}

    Outcome<Read> read(byte[] content) {
        PdfExpansion.Verdict expansion = new PdfExpansion(content, limits.pdfExpandedBytes()).measure();
        if (expansion == PdfExpansion.Verdict.DANGEROUS) {
            return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
        }
        try (PDDocument pdf = Loader.loadPDF(content)) {
            if (isDangerous(pdf.getDocument(), expansion == PdfExpansion.Verdict.FINE)) {
                return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
            }
            int pages = pdf.getNumberOfPages();
            if (pages < 1 || pdf.getPage(0).getCOSObject().size() == 0) {
                return Outcome.refused(Problem.DOCUMENT_BROKEN);
            }
            return Outcome.done(new Read(pages, expansion == PdfExpansion.Verdict.FINE ? text(pdf) : ""));
        } catch (IOException | RuntimeException broken) {
            // the parser throws unchecked exceptions of many kinds on what is no PDF
            return Outcome.refused(Problem.DOCUMENT_BROKEN);
        } catch (StackOverflowError nestedOnPurpose) {
            return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
        }
    }

    private String text(PDDocument pdf) {
        Bounded text = new Bounded(limits.searchCharacters());
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(limits.pdfTextPages());
            stripper.writeText(pdf, text);
        } catch (IOException | RuntimeException enoughOrUnreadable) {
            // what was read until then is good for searching; that a font is broken is no reason to refuse a document
        }
        return text.toString();
    }

    private boolean isDangerous(COSDocument pdf, boolean measured) throws IOException {
        if (pdf.getXrefTable().size() > limits.pdfObjects()) {
            return true;
        }
        Deque<COSBase> left = new ArrayDeque<>();
        left.add(pdf.getTrailer());
        for (COSObjectKey key : pdf.getXrefTable().keySet()) {
            COSBase object = pdf.getObjectFromPool(key).getObject();
            if (object != null) {
                left.add(object);
            }
            while (!left.isEmpty()) {
                COSBase base = left.pop();
                if (base instanceof COSDictionary dictionary) {
                    if (isProgram(dictionary, measured)) {
                        return true;
                    }
                    dictionary.getValues().forEach(value -> push(value, left));
                } else if (base instanceof COSArray array) {
                    array.forEach(value -> push(value, left));
                }
            }
        }
        return false;
    }

    /// References are not followed: every object of the file has its own turn.
    private static void push(COSBase value, Deque<COSBase> left) {
        if (value instanceof COSDictionary || value instanceof COSArray) {
            left.push(value);
        }
    }

    private static boolean isProgram(COSDictionary dictionary, boolean measured) throws IOException {
        if (LAUNCH.equals(dictionary.getCOSName(COSName.S))) {
            return true;
        }
        COSDictionary files = dictionary.getCOSDictionary(COSName.EF);
        if (files == null) {
            return false;
        }
        for (COSName name : new COSName[] {COSName.F, COSName.UF}) {
            String file = dictionary.getString(name, "");
            if (PROGRAM.matcher(file.toLowerCase(Locale.ROOT)).matches()) {
                return true;
            }
            if (measured && files.getDictionaryObject(name) instanceof COSStream stream && startsLikeAProgram(stream)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsLikeAProgram(COSStream stream) throws IOException {
        try (InputStream content = stream.createInputStream()) {
            byte[] head = content.readNBytes(4);
            String magic = new String(head, StandardCharsets.ISO_8859_1);
            return magic.startsWith("MZ") || magic.equals("\u007fELF");
        }
    }

    /// Ends the extraction when it has enough.
    private static final class Bounded extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int limit;

        Bounded(int limit) {
            this.limit = limit;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            text.append(characters, offset, Math.min(length, limit - text.length()));
            if (text.length() >= limit) {
                throw new IOException("enough text");
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
