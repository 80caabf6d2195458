package io.emaki.media;

/** The stored bytes no longer have the hash that they were stored under. */
public final class DamagedPictureException extends MediaException {

    DamagedPictureException(String sha256) {
        super("the stored picture " + sha256 + " is damaged: its bytes have another hash");
    }
}
