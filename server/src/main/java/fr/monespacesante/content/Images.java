package fr.monespacesante.content;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads the headers of images, never their pixels.
final class Images {
    private final ContentLimits limits;

    Images(ContentLimits limits) {
        this.limits = limits;
    }

    /// The number of pages. Refused as DOCUMENT_BROKEN without a readable header, as DOCUMENT_DANGEROUS
    /// when decoding it would take more pixels than the limit.
    Outcome<Integer> pages(byte[] content, MimeType type) {
        return open(content, type, reader -> {
            int pages = type == MimeType.TIFF ? reader.getNumImages(true) : 1;
            if (pages < 1) {
                return Outcome.refused(Problem.DOCUMENT_BROKEN);
            }
            if (pages > limits.imagePages()) {
                return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
            }
            long pixels = 0;
            for (int page = 0; page < pages; page++) {
                int width = reader.getWidth(page);
                int height = reader.getHeight(page);
                if (width < 1 || height < 1) {
                    return Outcome.refused(Problem.DOCUMENT_BROKEN);
                }
                pixels += (long) width * height;
            }
            return pixels > limits.imagePixels() ? Outcome.refused(Problem.DOCUMENT_DANGEROUS) : Outcome.done(pages);
        });
    }

    /// Lends a reader of this format, its input set.
    static <T> Outcome<T> open(byte[] content, MimeType type, Work<T> work) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.official());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + type.official());
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, false, true);
            return work.with(reader);
        } catch (IOException | RuntimeException broken) {
            // readers throw unchecked exceptions too on what is no image
            return Outcome.refused(Problem.DOCUMENT_BROKEN);
        } finally {
            reader.dispose();
        }
    }

    interface Work<T> {
        Outcome<T> with(ImageReader reader) throws IOException;
    }
}
