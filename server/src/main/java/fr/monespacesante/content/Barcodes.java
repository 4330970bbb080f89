package fr.monespacesante.content;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads the code on a photo: the linear and two-dimensional ones that health identities are printed as.
public final class Barcodes {
    private static final List<BarcodeFormat> FORMATS = List.of(
            BarcodeFormat.DATA_MATRIX,
            BarcodeFormat.QR_CODE,
            BarcodeFormat.CODE_128,
            BarcodeFormat.CODE_39,
            BarcodeFormat.PDF_417,
            BarcodeFormat.AZTEC);

    private final Images images;

    public Barcodes(ContentLimits limits) {
        this.images = new Images(limits);
    }

    /// The text of the code. Refused as MIME_TYPE_UNSUPPORTED for what is neither JPEG nor PNG, as `Images` does for
    /// what cannot be read, and as NOT_FOUND where no code is to be seen.
    public Outcome<String> read(byte[] photo) {
        MimeType type = isPng(photo) ? MimeType.PNG : MimeType.JPEG;
        if (type == MimeType.JPEG && !isJpeg(photo)) {
            return Outcome.refused(Problem.MIME_TYPE_UNSUPPORTED);
        }
        return images.pages(photo, type)
                .then(pages -> Images.open(photo, type, reader -> Outcome.done(reader.read(0))))
                .then(Barcodes::code);
    }

    private static Outcome<String> code(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, FORMATS);
        hints.put(DecodeHintType.TRY_HARDER, true);
        try {
            return Outcome.done(new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))), hints)
                    .getText());
        } catch (NotFoundException none) {
            return Outcome.refused(Problem.NOT_FOUND);
        }
    }

    private static boolean isPng(byte[] photo) {
        return photo.length > 8 && photo[0] == (byte) 0x89 && photo[1] == 'P' && photo[2] == 'N' && photo[3] == 'G';
    }

    private static boolean isJpeg(byte[] photo) {
        return photo.length > 3 && photo[0] == (byte) 0xff && photo[1] == (byte) 0xd8;
    }
}
