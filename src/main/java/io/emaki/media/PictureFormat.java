package io.emaki.media;

import java.util.Arrays;
import java.util.Optional;

/** The formats that are stored and handed out. */
public enum PictureFormat {
    PNG("png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
    JPEG("jpg", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

    private final String extension;
    private final String mediaType;
    private final byte[] magic;

    PictureFormat(String extension, String mediaType, byte[] magic) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.magic = magic;
    }

    /** The ending of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format that the first bytes announce; empty for anything else. */
    public static Optional<PictureFormat> of(byte[] picture) {
        return Arrays.stream(values())
                .filter(format -> picture.length > format.magic.length
                        && Arrays.equals(picture, 0, format.magic.length, format.magic, 0, format.magic.length))
                .findFirst();
    }
}
