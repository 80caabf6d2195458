package io.emaki.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** SHA-256 of adapter weights, read again only when the file has changed. */
final class AdapterHash {

    private record Version(Path file, FileTime modified, long size) {}

    private static final Map<Path, Map.Entry<Version, String>> KNOWN = new ConcurrentHashMap<>();

    private AdapterHash() {}

    /** @param adapter a {@code .safetensors} file, or a folder in PEFT layout */
    static String of(Path adapter) {
        Path file = Files.isDirectory(adapter) ? adapter.resolve("adapter_model.safetensors") : adapter;
        try {
            Version version = new Version(file, Files.getLastModifiedTime(file), Files.size(file));
            Map.Entry<Version, String> known = KNOWN.get(file);
            if (known == null || !known.getKey().equals(version)) {
                known = Map.entry(version, hash(file));
                KNOWN.put(file, known);
            }
            return known.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
