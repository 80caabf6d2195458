package io.emaki.imaging.web;

import io.emaki.imaging.Picture;
import io.emaki.imaging.RenderParameters;
import io.emaki.media.AiMark;
import io.emaki.media.PictureEncoder;
import io.emaki.media.PictureFormat;
import io.emaki.media.Provenance;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The encoding that a request asks for. Whatever leaves through here carries the mark that a model made it.
 *
 * @param compression quality of a JPEG, 0 to 100
 */
record Output(PictureFormat format, int compression) {

    private static final List<String> FORMATS = List.of("png", "jpeg");

    static Output of(Fields fields) {
        String format = fields.text("output_format");
        if (format != null && !FORMATS.contains(format)) {
            throw ApiError.invalid(
                    "output_format",
                    "must be png or jpeg, not '" + Fields.shown(format) + "'"
                            + (format.equals("webp") ? "; this service writes no WebP" : ""));
        }
        boolean jpeg = "jpeg".equals(format);
        Long compression = fields.integer("output_compression", 0, 100);
        if (compression != null && compression != 100 && !jpeg) {
            throw ApiError.invalid("output_compression", "is for output_format jpeg only");
        }
        return new Output(
                jpeg ? PictureFormat.JPEG : PictureFormat.PNG, compression == null ? 100 : compression.intValue());
    }

    String label() {
        return format == PictureFormat.JPEG ? "jpeg" : "png";
    }

    /** A finished picture. */
    byte[] encode(Picture picture) {
        if (format == PictureFormat.PNG) {
            return picture.marked();
        }
        try {
            BufferedImage pixels =
                    ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.png())));
            return AiMark.jpeg(PictureEncoder.jpeg(pixels, compression), picture.provenance());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A preview of an unfinished one, whose {@link RenderParameters} are not known yet. */
    byte[] encode(BufferedImage preview) {
        byte[] plain =
                format == PictureFormat.PNG ? PictureEncoder.png(preview) : PictureEncoder.jpeg(preview, compression);
        return AiMark.mark(plain, Provenance.generated("Emaki", Map.of("preview", "true")));
    }
}
