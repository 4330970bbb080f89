package fr.monespacesante.content;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Measures what the compressed streams of a PDF unfold to, on the raw bytes, before any library
/// unfolds them: the parser itself unpacks object streams when it opens a file. Nothing is kept of what
/// is unfolded.
///
/// In an encrypted file the streams cannot be measured; there, an object stream is refused when its
/// packed size alone would allow a bomb.
final class PdfExpansion {
    /// One stream that is no image; a page's drawing or a font is a hundred times smaller.
    private static final long LARGEST_PLAIN = 64L << 20;

    /// What deflate can unfold into 256 MB at most.
    private static final int LARGEST_HIDDEN = 256 << 10;
    private static final int DICTIONARY = 1_024;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern IMAGE = Pattern.compile("/Subtype\\s*/Image");
    private static final Pattern STRUCTURE = Pattern.compile("/(ObjStm|XRef)|#");
    private static final Pattern OTHER_FILTER = Pattern.compile("/(LZW|RunLength|RL|ASCII|A85|AHx)");

    private final byte[] pdf;
    private final long limit;

    PdfExpansion(byte[] pdf, long limit) {
        this.pdf = pdf;
        this.limit = limit;
    }

    enum Verdict {
        /// All is measured and small enough to unfold.
        FINE,
        /// Safe to keep and open, but some image is too large, or some stream too hidden, to read text
        /// through it.
        OPAQUE,
        DANGEROUS
    }

    Verdict measure() {
        Verdict verdict = Verdict.FINE;
        boolean encrypted = find("/Encrypt".getBytes(StandardCharsets.ISO_8859_1), 0) >= 0;
        long total = 0;
        for (int at = find(STREAM, 0); at >= 0; at = find(STREAM, at + STREAM.length)) {
            if (isEnd(at)) {
                continue;
            }
            int data = dataAfter(at);
            String dictionary = dictionaryBefore(at);
            boolean structure = STRUCTURE.matcher(dictionary).find();
            if (structure && OTHER_FILTER.matcher(dictionary).find()) {
                return Verdict.DANGEROUS;
            }
            if (encrypted) {
                long packed = packedSize(data);
                if (packed > LARGEST_HIDDEN) {
                    if (structure && !dictionary.contains("/XRef")) {
                        return Verdict.DANGEROUS;
                    }
                    if (!IMAGE.matcher(dictionary).find()) {
                        verdict = Verdict.OPAQUE;
                    }
                }
                continue;
            }
            if (OTHER_FILTER.matcher(dictionary).find() && packedSize(data) > LARGEST_HIDDEN) {
                verdict = Verdict.OPAQUE;
            }
            long unfolded = unfolded(data, limit - total);
            total += unfolded;
            if (total >= limit) {
                return Verdict.DANGEROUS;
            }
            if (unfolded > LARGEST_PLAIN) {
                if (structure || !IMAGE.matcher(dictionary).find()) {
                    return Verdict.DANGEROUS;
                }
                verdict = Verdict.OPAQUE;
            }
        }
        return verdict;
    }

    /// The size of what is packed there, or as far as the limit. The two bytes of the zlib header are
    /// skipped without being believed, as PDF readers do.
    private long unfolded(int start, long enough) {
        if (start + 2 >= pdf.length) {
            return 0;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(pdf, start + 2, pdf.length - start - 2);
            byte[] bin = new byte[32_768];
            long total = 0;
            while (total < enough && !inflater.finished()) {
                int read = inflater.inflate(bin);
                if (read == 0) {
                    break;
                }
                total += read;
            }
            return total;
        } catch (DataFormatException notDeflate) {
            // a reader gives up at the same place
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    private boolean isEnd(int at) {
        return at >= 3 && pdf[at - 1] == 'd' && pdf[at - 2] == 'n' && pdf[at - 3] == 'e';
    }

    private int dataAfter(int at) {
        int data = at + STREAM.length;
        while (data < pdf.length && pdf[data] == ' ') {
            data++;
        }
        if (data < pdf.length && pdf[data] == '\r') {
            data++;
        }
        return data < pdf.length && pdf[data] == '\n' ? data + 1 : data;
    }

    private String dictionaryBefore(int at) {
        int from = Math.max(0, at - DICTIONARY);
        String before = new String(pdf, from, at - from, StandardCharsets.ISO_8859_1);
        int start = Math.max(before.lastIndexOf(" obj"), before.lastIndexOf("endstream"));
        return start < 0 ? before : before.substring(start);
    }

    private long packedSize(int data) {
        int end = find("endstream".getBytes(StandardCharsets.ISO_8859_1), data);
        return (end < 0 ? pdf.length : end) - (long) data;
    }

    private int find(byte[] word, int from) {
        search:
        for (int at = from; at <= pdf.length - word.length; at++) {
            for (int i = 0; i < word.length; i++) {
                if (pdf[at + i] != word[i]) {
                    continue search;
                }
            }
            return at;
        }
        return -1;
    }
}
