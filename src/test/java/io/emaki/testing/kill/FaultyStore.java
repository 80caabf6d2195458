package io.emaki.testing.kill;

import io.emaki.media.MediaStore;
import java.util.Optional;

/** A store with a moment after a picture has been stored. */
record FaultyStore(MediaStore real, FaultPoint point) implements MediaStore {

    @Override
    public String put(byte[] picture) {
        String sha256 = real.put(picture);
        point.pass("after the picture was stored");
        return sha256;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        return real.find(sha256);
    }
}
