package io.emaki.cli;

import io.emaki.imaging.PictureRejectedException;
import io.emaki.imaging.ReferenceReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reference pictures from files, read only when neither the file nor the picture in it is too large. */
final class ReferenceFile {

    private static final long MAX_BYTES = 64L << 20;
    private static final long MAX_PIXELS = 100_000_000;

    private ReferenceFile() {}

    /** @throws InputException naming {@code --ref} and the file */
    static List<BufferedImage> readAll(List<Path> files) {
        ReferenceReader reader = new ReferenceReader(MAX_PIXELS);
        List<BufferedImage> pictures = new ArrayList<>();
        for (Path file : files) {
            pictures.add(read(reader, file));
        }
        return pictures;
    }

    private static BufferedImage read(ReferenceReader reader, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("--ref: there is no file " + file);
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException("--ref: " + file + " has " + Files.size(file) + " bytes; at most " + MAX_BYTES
                        + " (64 MiB) are read");
            }
            return reader.read(file.toString(), Files.readAllBytes(file));
        } catch (PictureRejectedException rejected) {
            throw new InputException("--ref: " + file + " " + rejected.reason(), rejected);
        } catch (IOException unreadable) {
            throw new InputException("--ref: " + file + " cannot be read", unreadable);
        }
    }
}
