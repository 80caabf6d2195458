package io.emaki.hidream.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * A picture as bytes in (row, column, channel) order, red first; what Pillow's {@code convert("RGB")} holds.
 *
 * @param rgb length width * height * 3
 */
public record RgbImage(int width, int height, byte[] rgb) {

    public RgbImage {
        if (rgb.length != width * height * 3) {
            throw new IllegalArgumentException("expected " + width * height * 3 + " bytes, not " + rgb.length);
        }
    }

    /** Drops alpha, as Pillow does. Grey pictures keep their levels, which {@code getRGB} would convert as linear light. */
    public static RgbImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[width * height * 3];
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            Raster raster = image.getRaster();
            int[] row = new int[width];
            for (int y = 0; y < height; y++) {
                raster.getSamples(0, y, width, 1, 0, row);
                for (int x = 0; x < width; x++) {
                    int at = (y * width + x) * 3;
                    rgb[at] = rgb[at + 1] = rgb[at + 2] = (byte) row[x];
                }
            }
            return new RgbImage(width, height, rgb);
        }
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 3;
                rgb[at] = (byte) (row[x] >> 16);
                rgb[at + 1] = (byte) (row[x] >> 8);
                rgb[at + 2] = (byte) row[x];
            }
        }
        return new RgbImage(width, height, rgb);
    }

    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 3;
                row[x] = (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff;
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    /** The part that starts at (left, top). */
    RgbImage crop(int left, int top, int newWidth, int newHeight) {
        byte[] part = new byte[newWidth * newHeight * 3];
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(rgb, ((top + y) * width + left) * 3, part, y * newWidth * 3, newWidth * 3);
        }
        return new RgbImage(newWidth, newHeight, part);
    }
}
