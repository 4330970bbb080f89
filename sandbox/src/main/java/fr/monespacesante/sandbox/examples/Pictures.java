package fr.monespacesante.sandbox.examples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Pictures of papers: what a telephone takes of a prescription on a table, or a scanner of a letter.
final class Pictures {
    private Pictures() {}

    /// The sheet lying a little askew on a wooden table, in uneven light.
    static BufferedImage photograph(BufferedImage sheet) {
        int width = (int) (sheet.getWidth() * 1.25);
        int height = (int) (sheet.getHeight() * 1.18);
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = photo.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setPaint(new GradientPaint(0, 0, new Color(139, 98, 62), width, height, new Color(92, 60, 36)));
        g.fillRect(0, 0, width, height);
        Random grain = new Random(7);
        for (int i = 0; i < 90; i++) {
            g.setColor(new Color(60, 36, 18, 20 + grain.nextInt(30)));
            int y = grain.nextInt(height);
            g.drawLine(0, y, width, y + grain.nextInt(30) - 15);
        }
        g.rotate(Math.toRadians(-2.4), width / 2.0, height / 2.0);
        int x = (width - sheet.getWidth()) / 2;
        int y = (height - sheet.getHeight()) / 2;
        g.setColor(new Color(0, 0, 0, 70));
        g.fillRect(x + 10, y + 14, sheet.getWidth(), sheet.getHeight());
        g.drawImage(sheet, x, y, null);
        g.setPaint(
                new GradientPaint(x, y, new Color(255, 246, 214, 60), x + width, y + height, new Color(0, 0, 0, 70)));
        g.fillRect(x, y, sheet.getWidth(), sheet.getHeight());
        g.dispose();
        return photo;
    }

    /// Black and white, as a fax or an old scanner makes it.
    static BufferedImage scan(BufferedImage sheet) {
        BufferedImage scan = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D g = scan.createGraphics();
        g.drawImage(sheet, 0, 0, null);
        g.dispose();
        return scan;
    }

    static byte[] encoded(BufferedImage image, String format) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("no writer for " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
