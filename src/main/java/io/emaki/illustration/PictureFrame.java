package io.emaki.illustration;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A picture brought to {@value #SIDE}x{@value #SIDE} pixels, so that pictures of different sizes compare and single pixels do
 * not count.
 *
 * @param pixels 0xRRGGBB, row by row
 */
record PictureFrame(int[] pixels) {

    static final int SIDE = 64;
    private static final int RING = 7;
    private static final int VISIBLE = 24;
    private static final int BINS = 6;

    /** Empty when the bytes are no picture that can be read. */
    static Optional<PictureFrame> of(byte[] bytes) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
            return Optional.ofNullable(picture).map(PictureFrame::scaled);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static PictureFrame scaled(BufferedImage picture) {
        BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // Halved step by step: one bilinear step over a large factor would look at a few pixels only.
        BufferedImage step = picture;
        while (step.getWidth() >= 2 * SIDE && step.getHeight() >= 2 * SIDE) {
            BufferedImage half =
                    new BufferedImage(step.getWidth() / 2, step.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            Graphics2D halving = half.createGraphics();
            halving.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            halving.drawImage(step, 0, 0, half.getWidth(), half.getHeight(), null);
            halving.dispose();
            step = half;
        }
        graphics.drawImage(step, 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        return new PictureFrame(small.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE));
    }

    /** Share of pixels that visibly differ, 0 to 1. */
    double changedShare(PictureFrame other) {
        int changed = 0;
        for (int i = 0; i < pixels.length; i++) {
            changed += difference(pixels[i], other.pixels[i]) > VISIBLE ? 1 : 0;
        }
        return (double) changed / pixels.length;
    }

    /** Median difference (0 to 255) of the pixels along the upper, left and right edges, where the surroundings are. */
    double surroundings(PictureFrame other) {
        double[] ring = new double[SIDE * SIDE];
        int count = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (y < RING || x < RING || x >= SIDE - RING) {
                    ring[count++] = difference(pixels[y * SIDE + x], other.pixels[y * SIDE + x]);
                }
            }
        }
        double[] sorted = Arrays.copyOf(ring, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    /** How much of the colours in the upper middle, where a portrait's head is, two pictures share; 0 to 1. */
    double sharedHeadColours(PictureFrame other) {
        double[] own = headColours();
        double[] others = other.headColours();
        double shared = 0;
        for (int i = 0; i < own.length; i++) {
            shared += Math.min(own[i], others[i]);
        }
        return shared;
    }

    private double[] headColours() {
        double[] bins = new double[BINS * BINS * BINS];
        int count = 0;
        for (int y = SIDE / 8; y < SIDE * 4 / 10; y++) {
            for (int x = SIDE * 4 / 10; x < SIDE * 6 / 10; x++) {
                int c = pixels[y * SIDE + x];
                int bin = bin(c >> 16) * BINS * BINS + bin(c >> 8) * BINS + bin(c);
                bins[bin]++;
                count++;
            }
        }
        for (int i = 0; i < bins.length; i++) {
            bins[i] /= count;
        }
        return bins;
    }

    private static int bin(int channel) {
        return (channel & 255) * BINS / 256;
    }

    private static double difference(int a, int b) {
        int red = Math.abs((a >> 16 & 255) - (b >> 16 & 255));
        int green = Math.abs((a >> 8 & 255) - (b >> 8 & 255));
        int blue = Math.abs((a & 255) - (b & 255));
        return (red + green + blue) / 3.0;
    }
}
