package fr.monespacesante.content;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/// Makes one PDF of several photos or scans, one A4 page each, upright as the camera was held (DOC-02).
/// A JPEG that is small enough goes in as it is, without its Exif; what is larger than a printed page
/// needs is scaled down. The place a photo was taken at does not travel along.
public final class Photos {
    /// 2,400 pixels on A4 are about 200 dots an inch: small print stays readable.
    private static final int LONGEST_SIDE = 2_400;
    private static final float QUALITY = 0.8f;
    private static final float MARGIN = 18;
    private static final PDRectangle A4_LANDSCAPE =
            new PDRectangle(/* width= */ PDRectangle.A4.getHeight(), /* height= */ PDRectangle.A4.getWidth());

    private final TypeDetection types = new TypeDetection();
    private final Images images;

    public Photos(ContentLimits limits) {
        this.images = new Images(limits);
    }

    /// Refused as MIME_TYPE_UNSUPPORTED for what is no JPEG, PNG or TIFF, DOCUMENT_BROKEN, or
    /// DOCUMENT_DANGEROUS beyond the limits; `where` is the place of the photo in the list, from 0. An
    /// empty list is MALFORMED.
    public Outcome<byte[]> toPdf(List<byte[]> photos) {
        if (photos.isEmpty()) {
            return Outcome.refused(Problem.MALFORMED);
        }
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 0; i < photos.size(); i++) {
                if (add(photos.get(i), pdf) instanceof Outcome.Refused<Integer>(Problem problem, String _)) {
                    return Outcome.refused(problem, String.valueOf(i));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return Outcome.done(out.toByteArray());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private Outcome<Integer> add(byte[] photo, PDDocument pdf) {
        Optional<MimeType> type = types.detect(photo);
        return switch (type.orElse(MimeType.TEXT)) {
            case JPEG -> images.pages(photo, MimeType.JPEG).then(_ -> jpeg(photo, pdf));
            case PNG -> images.pages(photo, MimeType.PNG).then(pages -> decoded(photo, MimeType.PNG, pages, pdf));
            case TIFF -> images.pages(photo, MimeType.TIFF).then(pages -> decoded(photo, MimeType.TIFF, pages, pdf));
            case PDF, TEXT, RTF, CDA -> Outcome.refused(Problem.MIME_TYPE_UNSUPPORTED);
        };
    }

    private static Outcome<Integer> jpeg(byte[] photo, PDDocument pdf) {
        JpegSegments segments = JpegSegments.of(photo);
        return Images.open(photo, MimeType.JPEG, reader -> {
            boolean small = Math.max(reader.getWidth(0), reader.getHeight(0)) <= LONGEST_SIDE;
            PDImageXObject image = small
                    ? JPEGFactory.createFromByteArray(pdf, segments.stripped())
                    : JPEGFactory.createFromImage(pdf, onWhite(scaled(reader, 0)), QUALITY);
            page(pdf, image, segments.orientation());
            return Outcome.done(1);
        });
    }

    private static Outcome<Integer> decoded(byte[] photo, MimeType type, int pages, PDDocument pdf) {
        return Images.open(photo, type, reader -> {
            for (int i = 0; i < pages; i++) {
                BufferedImage image = scaled(reader, i);
                boolean drawing = image.getColorModel().getPixelSize() <= 8;
                page(
                        pdf,
                        drawing
                                ? LosslessFactory.createFromImage(pdf, image)
                                : JPEGFactory.createFromImage(pdf, onWhite(image), QUALITY),
                        1);
            }
            return Outcome.done(pages);
        });
    }

    /// Decodes no more pixels than are needed, then scales to the longest side allowed.
    private static BufferedImage scaled(ImageReader reader, int page) throws IOException {
        int longest = Math.max(reader.getWidth(page), reader.getHeight(page));
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, longest / LONGEST_SIDE);
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(page, param);
        double scale = (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight());
        if (scale >= 1) {
            return image;
        }
        BufferedImage smaller = blank(Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                Math.round(image.getHeight() * scale)));
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, AffineTransform.getScaleInstance(scale, scale), null);
        graphics.dispose();
        return smaller;
    }

    private static BufferedImage onWhite(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage opaque = blank(image.getWidth(), image.getHeight());
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return opaque;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static void page(PDDocument pdf, PDImageXObject image, int orientation) throws IOException {
        boolean turned = orientation >= 5;
        float width = turned ? image.getHeight() : image.getWidth();
        float height = turned ? image.getWidth() : image.getHeight();
        PDRectangle paper = width > height ? A4_LANDSCAPE : PDRectangle.A4;
        PDPage page = new PDPage(paper);
        pdf.addPage(page);
        float scale = Math.min((paper.getWidth() - 2 * MARGIN) / width, (paper.getHeight() - 2 * MARGIN) / height);
        float w = width * scale;
        float h = height * scale;
        Matrix place = new Matrix(1, 0, 0, 1, (paper.getWidth() - w) / 2, (paper.getHeight() - h) / 2);
        place.concatenate(upright(orientation, w, h));
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawImage(image, place);
        }
    }

    /// Lays the unit square of the image on a box of this size, turned and mirrored as Exif says.
    private static Matrix upright(int orientation, float w, float h) {
        return switch (orientation) {
            case 2 -> new Matrix(-w, 0, 0, h, w, 0);
            case 3 -> new Matrix(-w, 0, 0, -h, w, h);
            case 4 -> new Matrix(w, 0, 0, -h, 0, h);
            case 5 -> new Matrix(0, -h, -w, 0, w, h);
            case 6 -> new Matrix(0, -h, w, 0, 0, h);
            case 7 -> new Matrix(0, h, w, 0, 0, 0);
            case 8 -> new Matrix(0, h, -w, 0, w, 0);
            default -> new Matrix(w, 0, 0, h, 0, 0);
        };
    }
}
