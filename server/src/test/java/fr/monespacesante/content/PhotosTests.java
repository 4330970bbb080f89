package fr.monespacesante.content;

import static fr.monespacesante.content.Samples.bytes;
import static fr.monespacesante.content.Samples.done;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("DOC-02")
class PhotosTests {
    private final Photos photos = new Photos(ContentLimits.defaults());

    @Test
    void severalPhotosBecomeOnePdf() throws IOException {
        byte[] pdf = done(photos.toPdf(List.of(
                Samples.image("jpg", 300, 400), Samples.image("png", 400, 300), Samples.image("tiff", 300, 400))));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(document.getPage(0).getMediaBox().getHeight())
                    .isGreaterThan(document.getPage(0).getMediaBox().getWidth());
            assertThat(document.getPage(1).getMediaBox().getWidth())
                    .isGreaterThan(document.getPage(1).getMediaBox().getHeight());
        }
        assertThat(done(new DocumentContents(ContentLimits.defaults()).inspect(pdf, "application/pdf"))
                        .pages())
                .isEqualTo(3);
    }

    @Test
    void aSmallJpegGoesInAsItIsButWithoutThePlaceItWasTakenAt() throws IOException {
        byte[] jpeg = Samples.image("jpg", 300, 400);

        byte[] pdf = done(photos.toPdf(List.of(Samples.jpegWithExif(jpeg, 1))));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(image(document)
                            .getStream()
                            .createInputStream(List.of("DCTDecode"))
                            .readAllBytes())
                    .isEqualTo(jpeg);
        }
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("Toulouse");
    }

    /// The picture is red on the left and blue on the right; turned, red stands where a viewer of
    /// photos shows it.
    @ParameterizedTest
    @CsvSource({"1,L", "2,R", "3,R", "4,L", "5,T", "6,T", "7,B", "8,B"})
    void eachPhotoStandsAsTheCameraWasHeld(int orientation, char red) throws IOException {
        byte[] pdf = done(photos.toPdf(List.of(Samples.jpegWithExif(Samples.image("jpg", 320, 240), orientation))));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImage(0, 0.25f);
            int x = switch (red) {
                case 'L' -> page.getWidth() / 3;
                case 'R' -> page.getWidth() * 2 / 3;
                default -> page.getWidth() / 2;
            };
            int y = switch (red) {
                case 'T' -> page.getHeight() / 3;
                case 'B' -> page.getHeight() * 2 / 3;
                default -> page.getHeight() / 2;
            };
            Color there = new Color(page.getRGB(x, y));
            assertThat(there.getRed()).isGreaterThan(200);
            assertThat(there.getBlue()).isLessThan(80);
        }
    }

    @Test
    void aLargePhotoIsScaledDown() throws IOException {
        byte[] pdf = done(photos.toPdf(List.of(Samples.image("jpg", 5_000, 3_000))));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(image(document).getWidth()).isEqualTo(2_400);
            assertThat(image(document).getHeight()).isEqualTo(1_440);
        }
    }

    @Test
    @Requirement("SEC-04")
    void whatIsNoPhotoIsRefusedWithItsPlace() {
        byte[] good = Samples.image("jpg", 30, 40);
        assertThat(photos.toPdf(List.of(good, bytes("text"))))
                .isEqualTo(Outcome.refused(Problem.MIME_TYPE_UNSUPPORTED, "1"));
        assertThat(photos.toPdf(List.of(good, good, Samples.pngClaiming(60_000, 60_000))))
                .isEqualTo(Outcome.refused(Problem.DOCUMENT_DANGEROUS, "2"));
        assertThat(photos.toPdf(List.of(java.util.Arrays.copyOf(good, 20))))
                .isEqualTo(Outcome.refused(Problem.DOCUMENT_BROKEN, "0"));
        assertThat(photos.toPdf(List.of())).isEqualTo(Outcome.refused(Problem.MALFORMED));
    }

    private static PDImageXObject image(PDDocument document) throws IOException {
        COSName name =
                document.getPage(0).getResources().getXObjectNames().iterator().next();
        return (PDImageXObject) document.getPage(0).getResources().getXObject(name);
    }
}
