package io.emaki.cli;

import io.emaki.media.AiMark;
import io.emaki.media.Provenance;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** The PNG that a command leaves: marked as made by a model, and there whole or not at all. */
record PictureFile(Path file) {

    /** @throws InputException for {@code --out} when no picture can be written there */
    static PictureFile at(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new InputException("--out: " + out + " must end in .png");
        }
        if (Files.isDirectory(out)) {
            throw new InputException("--out: " + out + " is a folder; name a file in it");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException("--out: there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new InputException("--out: the folder " + folder + " is not writable");
        }
        return new PictureFile(out);
    }

    /**
     * Writes, replacing what was there.
     *
     * @return SHA-256 of the file
     */
    String write(BufferedImage image, Map<String, String> details) {
        Path temporary = file.toAbsolutePath().resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            byte[] png = AiMark.png(encode(image), Provenance.generated("Emaki", details));
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(png);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    temporary,
                    file.toAbsolutePath(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return sha256(png);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        } finally {
            delete(temporary);
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException left) {
            throw new UncheckedIOException("cannot remove " + temporary, left);
        }
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
