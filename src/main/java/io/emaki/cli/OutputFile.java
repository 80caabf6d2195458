package io.emaki.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

/** A file that a command leaves: there whole or not at all. */
record OutputFile(Path file) {

    private static final int BUFFER = 1 << 16;

    /**
     * Checked before the work begins, which may take hours.
     *
     * @param ending with its dot, in lower case; empty for any
     * @throws InputException for the option when nothing can be written there
     */
    static OutputFile at(String option, Path file, String ending) {
        Path folder = file.toAbsolutePath().getParent();
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new InputException(option + ": " + file + " must end in " + ending);
        }
        if (Files.isDirectory(file)) {
            throw new InputException(option + ": " + file + " is a folder; name a file in it");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(option + ": there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new InputException(option + ": the folder " + folder + " is not writable");
        }
        return new OutputFile(file);
    }

    /** What comes into a file, piece by piece. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Replaces what was there. */
    void write(byte[] content) {
        write(out -> out.write(content));
    }

    /** Replaces what was there once all of the content has come; when it fails, what was there stays. */
    void write(Content content) {
        Path temporary = file.toAbsolutePath().resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                content.to(out);
                out.flush();
                channel.force(true);
            }
            Files.move(
                    temporary,
                    file.toAbsolutePath(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
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
}
