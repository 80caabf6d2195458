package io.emaki.cli;

import io.emaki.media.AiMark;
import io.emaki.media.Provenance;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The PNG that a command leaves: marked as made by a model, and there whole or not at all. */
record PictureFile(OutputFile file) {

    /** @throws InputException for {@code --out} when no picture can be written there */
    static PictureFile at(Path out) {
        return at("--out", out);
    }

    /** @throws InputException for the option when no picture can be written there */
    static PictureFile at(String option, Path out) {
        return new PictureFile(OutputFile.at(option, out, ".png"));
    }

    /**
     * Writes, replacing what was there.
     *
     * @return SHA-256 of the file
     */
    String write(BufferedImage image, Map<String, String> details) {
        try {
            byte[] png = AiMark.png(encode(image), Provenance.generated("Emaki", details));
            file.write(png);
            return sha256(png);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file.file(), failure);
        }
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Any other stream registers a shutdown hook, which fails after Ctrl-C, when commands write what they have.
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        }
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
