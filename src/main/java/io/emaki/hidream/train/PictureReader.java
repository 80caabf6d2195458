package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.pixels.References;
import io.emaki.hidream.pixels.RgbImage;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads training pictures; white shows where they are transparent. */
final class PictureReader {

    private static final int MIN_SIDE = 16;
    private static final long MAX_PIXELS = 100_000_000;

    private PictureReader() {}

    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    /** The nearest bucket, from the picture's header alone. */
    static Bucket bucket(Path file, String where, List<Bucket> buckets) {
        Dimension size = size(file, where);
        return Bucket.nearest(buckets, size.width, size.height);
    }

    /** Width and height, from the picture's header alone. */
    static Dimension size(Path file, String where) {
        return open(file, where, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.min(width, height) < MIN_SIDE || (long) width * height > MAX_PIXELS) {
                throw refusal(
                        file,
                        where,
                        "is " + width + "x" + height + "; sides of at least " + MIN_SIDE + " and at most " + MAX_PIXELS
                                + " pixels in all are allowed");
            }
            return new Dimension(width, height);
        });
    }

    /** The picture at the bucket's size: scaled to cover it, the centre cut out. */
    static RgbImage read(Path file, String where, Bucket bucket) {
        BufferedImage image = open(file, where, reader -> opaque(reader.read(0)));
        return References.cover(RgbImage.of(image), bucket.width(), bucket.height());
    }

    private static <T> T open(Path file, String where, Use<T> use) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw refusal(file, where, "is no picture that can be read");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return use.of(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Decoders answer damaged bytes with all of these.
            throw refusal(file, where, "is damaged and cannot be decoded");
        }
    }

    private static InvalidRequestException refusal(Path file, String where, String message) {
        return new InvalidRequestException("data", where + ": file_name: " + file + " " + message);
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return flat;
    }
}
