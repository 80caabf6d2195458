package io.emaki.hidream;

import io.emaki.hidream.checkpoint.RandomSizes;
import io.emaki.hidream.checkpoint.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a checkpoint of the real architecture at toy size with random weights: its pictures are noise, but every part
 * of the path runs for real. Its tokenizer has one token per byte.
 */
public final class TinyCheckpoint {

    private TinyCheckpoint() {}

    /**
     * Writes {@code config.json}, {@code tokenizer.json} and {@code model.safetensors} unless the folder has them.
     *
     * @param seed of the weights; the same seed gives the same files
     * @return the folder
     * @throws CheckpointException when the folder cannot be written
     */
    public static Path writeTo(Path folder, long seed) {
        return writeTo(folder, RandomSizes.TINY, seed);
    }

    /** The same at about 33 million parameters and 256x256 pixels, for measuring speed. */
    public static Path writeMediumTo(Path folder, long seed) {
        return writeTo(folder, RandomSizes.MEDIUM, seed);
    }

    private static Path writeTo(Path folder, RandomSizes sizes, long seed) {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("model.safetensors"))) {
                TinyModel.write(folder, sizes, seed);
            }
            return folder;
        } catch (IOException e) {
            throw new CheckpointException(folder, "cannot be written", e);
        }
    }
}
