package io.emaki.illustration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Seeds that follow from the work itself: the same edit of the same picture is the same picture, however often it runs. */
final class Seed {

    private Seed() {}

    /** 0 to 2^31 - 1. */
    static long of(String instruction, @Nullable String basePicture, @Nullable String stack) {
        String work = instruction + "\n" + basePicture + "\n" + stack;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(work.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getInt() & 0x7fff_ffffL;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
