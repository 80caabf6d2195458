package io.emaki.media;

import java.util.Optional;

/** Pictures under the SHA-256 of their bytes. Storing the same bytes again changes nothing. */
public interface MediaStore {

    /**
     * Stores a PNG or JPEG picture; a picture made by a model is marked before it gets here, see {@link AiMark}.
     *
     * @return SHA-256 of the bytes, 64 lower-case hex digits
     * @throws MediaException when the bytes are neither format, or cannot be written
     */
    String put(byte[] picture);

    /**
     * @param sha256 as {@link #put} returned it; any other text finds nothing
     * @throws DamagedPictureException when the bytes found have another hash
     */
    Optional<byte[]> find(String sha256);
}
