package io.emaki.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Marks pictures as made by a model: an XMP packet with IPTC's DigitalSourceType, in the place that the XMP specification
 * gives for each format. A mark already there is replaced; pixels are not touched.
 */
public final class AiMark {

    private AiMark() {}

    /** @throws MediaException when the bytes are no well-formed PNG or JPEG */
    public static byte[] mark(byte[] picture, Provenance provenance) {
        return switch (PictureFormat.of(picture)
                .orElseThrow(() -> new MediaException("only PNG and JPEG pictures can be marked"))) {
            case PNG -> png(picture, provenance);
            case JPEG -> jpeg(picture, provenance);
        };
    }

    /** @throws MediaException when the bytes are no well-formed PNG */
    public static byte[] png(byte[] png, Provenance provenance) {
        return PngXmp.with(png, XmpPacket.of(provenance));
    }

    /** @throws MediaException when the bytes are no well-formed JPEG */
    public static byte[] jpeg(byte[] jpeg, Provenance provenance) {
        return JpegXmp.with(jpeg, XmpPacket.of(provenance));
    }

    /** The XMP packet of a picture, as text. */
    public static Optional<String> read(byte[] picture) {
        Optional<byte[]> packet = switch (PictureFormat.of(picture).orElse(null)) {
            case PNG -> PngXmp.find(picture);
            case JPEG -> JpegXmp.find(picture);
            case null -> Optional.empty();
        };
        return packet.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Whether a picture says of itself that a model made it, or parts of it. */
    public static boolean isMarked(byte[] picture) {
        return read(picture)
                .filter(xmp -> xmp.contains(Provenance.Source.TRAINED_ALGORITHMIC_MEDIA.uri())
                        || xmp.contains(Provenance.Source.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA.uri()))
                .isPresent();
    }
}
