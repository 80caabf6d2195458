package io.emaki.imaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes reference pictures, after their headers have said that they are not too large. */
public final class ReferenceReader {

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "webp");
    private static final int MIN_SIDE = 16;

    private final long maxPixels;

    /** @param maxPixels width times height that a header may announce */
    public ReferenceReader(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * @param field what an error names, such as {@code image[0]}
     * @return the picture; where it is transparent, white shows, since hidden colours under full transparency are arbitrary
     * @throws PictureRejectedException when it is no PNG, JPEG or WebP, is damaged, or is too small or too large
     */
    public BufferedImage read(String field, byte[] encoded) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw noPicture(field);
            }
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw noPicture(field);
                }
                reader.setInput(in, true, true);
                requireSize(field, reader.getWidth(0), reader.getHeight(0));
                return opaque(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            // Decoders answer damaged bytes with all of these.
            throw new PictureRejectedException(field, "is damaged and cannot be decoded", e);
        }
    }

    private void requireSize(String field, int width, int height) {
        if ((long) width * height > maxPixels) {
            throw new PictureRejectedException(
                    field, "must have at most " + maxPixels + " pixels, not " + width + "x" + height);
        }
        if (width < MIN_SIDE || height < MIN_SIDE) {
            throw new PictureRejectedException(
                    field, "must be at least " + MIN_SIDE + "x" + MIN_SIDE + " pixels, not " + width + "x" + height);
        }
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return flat;
    }

    private static PictureRejectedException noPicture(String field) {
        return new PictureRejectedException(field, "must be a PNG, JPEG or WebP picture");
    }
}
