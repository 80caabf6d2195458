package io.emaki.hidream.train;

import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Square RGB pictures of one size on the training device, addressed by slot. */
public final class PicturePool implements AutoCloseable {

    private final Kernel kernel;
    private final Handle tensor;
    private final int size;
    private final int slots;
    private final Path file;
    private final FileChannel channel;

    /** @param size side in pixels, a multiple of 32 */
    public PicturePool(Kernel kernel, int slots, int size, String device) {
        this.kernel = kernel;
        this.size = size;
        this.slots = slots;
        this.tensor = kernel.call("pool", slots, size, device);
        try {
            file = Files.createTempFile("emaki-pool-", ".bin");
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not create the transfer file", e);
        }
    }

    /** Replaces consecutive slots; each picture has size * size * 3 bytes in (row, column, channel) order. */
    public synchronized void fill(int firstSlot, byte[][] pictures) {
        if (firstSlot < 0 || firstSlot + pictures.length > slots) {
            throw new IllegalArgumentException("slots " + firstSlot + " to " + (firstSlot + pictures.length));
        }
        try {
            long position = 0;
            for (byte[] picture : pictures) {
                ByteBuffer bytes = ByteBuffer.wrap(picture);
                while (bytes.hasRemaining()) {
                    position += channel.write(bytes, position);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
        kernel.call("fill", tensor, file.toString(), firstSlot, pictures.length).close();
    }

    /** [slots, size, size, 3], uint8. */
    Handle tensor() {
        return tensor;
    }

    public int size() {
        return size;
    }

    public int slots() {
        return slots;
    }

    @Override
    public void close() {
        tensor.close();
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + file, e);
        }
    }
}
