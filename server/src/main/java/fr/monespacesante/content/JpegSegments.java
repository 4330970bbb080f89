package fr.monespacesante.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The marker segments of a JPEG: reads how the camera was held, and drops what the picture does not
/// need. A photo's Exif and XMP tell where and with what it was taken; a prescription must not carry
/// the place it was photographed at.
final class JpegSegments {
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int COLOUR_PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int ORIENTATION_TAG = 0x0112;

    private final int orientation;
    private final byte[] stripped;

    private JpegSegments(int orientation, byte[] stripped) {
        this.orientation = orientation;
        this.stripped = stripped;
    }

    /// The Exif orientation, 1 to 8.
    int orientation() {
        return orientation;
    }

    /// The same picture, pixel for pixel, without Exif, XMP, IPTC and comments.
    byte[] stripped() {
        return stripped;
    }

    static JpegSegments of(byte[] jpeg) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(jpeg.length);
        kept.write(jpeg, 0, 2);
        int orientation = 1;
        int place = 2;
        while (place + 4 <= jpeg.length && (jpeg[place] & 0xFF) == 0xFF) {
            int marker = jpeg[place + 1] & 0xFF;
            if (marker == 0xFF) {
                place++;
                continue;
            }
            int length = ((jpeg[place + 2] & 0xFF) << 8) | (jpeg[place + 3] & 0xFF);
            if (marker == START_OF_SCAN || length < 2 || place + 2 + length > jpeg.length) {
                break;
            }
            if (marker == APP1) {
                orientation = Math.max(orientation, exifOrientation(jpeg, place + 4, length - 2));
            }
            if (isNeeded(marker)) {
                kept.write(jpeg, place, length + 2);
            }
            place += length + 2;
        }
        kept.write(jpeg, place, jpeg.length - place);
        return new JpegSegments(orientation, kept.toByteArray());
    }

    private static boolean isNeeded(int marker) {
        boolean application = marker >= APP0 && marker <= APP15;
        return !(application || marker == COMMENT) || marker == APP0 || marker == COLOUR_PROFILE || marker == ADOBE;
    }

    private static int exifOrientation(byte[] jpeg, int from, int length) {
        if (length < 14 || jpeg[from] != 'E' || jpeg[from + 1] != 'x' || jpeg[from + 2] != 'i') {
            return 1;
        }
        ByteBuffer tiff = ByteBuffer.wrap(jpeg, from + 6, length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + 12 * entry;
            if (at + 12 > tiff.limit()) {
                return 1;
            }
            if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION_TAG) {
                int value = tiff.getShort(at + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
