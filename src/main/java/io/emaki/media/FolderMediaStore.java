package io.emaki.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One file per picture, {@code ab/cd/abcd...}, in a folder. A file appears under its name only once all of its bytes are on
 * the disk, so that a crash leaves no half picture; several processes may share the folder.
 */
final class FolderMediaStore implements MediaStore {

    private final Path folder;

    FolderMediaStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] picture) {
        if (PictureFormat.of(picture).isEmpty()) {
            throw new MediaException("only PNG and JPEG pictures are stored");
        }
        String sha256 = Sha256.of(picture);
        try {
            if (!isIntact(sha256)) {
                write(path(sha256), picture);
            }
            return sha256;
        } catch (IOException e) {
            throw new MediaException("the picture " + sha256 + " cannot be written below " + folder, e);
        }
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        if (!Sha256.isOne(sha256)) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> found = read(sha256);
            if (found.isPresent() && !Sha256.of(found.get()).equals(sha256)) {
                throw new DamagedPictureException(sha256);
            }
            return found;
        } catch (IOException e) {
            throw new MediaException("the picture " + sha256 + " cannot be read below " + folder, e);
        }
    }

    private boolean isIntact(String sha256) throws IOException {
        return read(sha256).filter(bytes -> Sha256.of(bytes).equals(sha256)).isPresent();
    }

    private Optional<byte[]> read(String sha256) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path(sha256)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path parent = file.resolveSibling("");
        Files.createDirectories(parent);
        Path unfinished = Files.createTempFile(parent, ".new-", "");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
