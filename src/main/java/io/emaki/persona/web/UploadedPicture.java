package io.emaki.persona.web;

import io.emaki.media.MediaStore;
import io.emaki.media.PictureFormat;
import io.emaki.persona.ShownPicture;
import io.emaki.problem.InvalidFieldException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;

/** Checks and stores a picture that a client sends. The size is read from the header before a pixel is decoded. */
@Component
class UploadedPicture {

    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int SHORTEST_SIDE = 64;
    private static final int LONGEST_SIDE = 8192;
    private static final long MOST_PIXELS = 24_000_000;
    private static final String FIELD = "picture";

    private final MediaStore store;

    UploadedPicture(MediaStore store) {
        this.store = store;
    }

    /** @throws InvalidFieldException when the bytes are too many, no PNG or JPEG, or a picture of an unusable size */
    ShownPicture store(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InvalidFieldException(FIELD, "must be at most 32 MiB");
        }
        PictureFormat format = PictureFormat.of(bytes)
                .orElseThrow(() -> new InvalidFieldException(FIELD, "must be the bytes of a PNG or JPEG picture"));
        BufferedImage pixels = decode(bytes);
        // A PNG is kept byte for byte, with whatever marks it carries.
        byte[] png = format == PictureFormat.PNG ? bytes : png(pixels);
        return new ShownPicture(store.put(png), pixels.getWidth(), pixels.getHeight());
    }

    private static BufferedImage decode(byte[] bytes) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new InvalidFieldException(FIELD, "must be the bytes of a PNG or JPEG picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                requireSize(reader.getWidth(0), reader.getHeight(0));
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new InvalidFieldException(FIELD, "cannot be decoded: the file is damaged or cut off");
        }
    }

    private static void requireSize(int width, int height) {
        boolean sides = Math.min(width, height) >= SHORTEST_SIDE && Math.max(width, height) <= LONGEST_SIDE;
        if (!sides || (long) width * height > MOST_PIXELS) {
            throw new InvalidFieldException(
                    FIELD,
                    "must be 64 to 8192 pixels wide and high and at most 24 megapixels, not %dx%d"
                            .formatted(width, height));
        }
    }

    private static byte[] png(BufferedImage pixels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(pixels, "png", out);
        return out.toByteArray();
    }
}
