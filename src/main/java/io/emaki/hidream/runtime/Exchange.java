package io.emaki.hidream.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Moves numbers between Java and libtorch through one small temporary file that both sides see: DJL's own arrays cannot
 * carry every dtype, and do not work under a libtorch newer than its JNI. Not thread-safe.
 */
public final class Exchange implements AutoCloseable {

    private final Kernel kernel;
    private final String device;
    private final Path file;
    private final FileChannel channel;

    /** @param device where received tensors are placed, {@code cpu} or {@code cuda:N} */
    public Exchange(Kernel kernel, String device) {
        this.kernel = kernel;
        this.device = device;
        try {
            file = Files.createTempFile("emaki-exchange-", ".bin");
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not create the exchange file", e);
        }
    }

    public String device() {
        return device;
    }

    /** A float32 tensor of shape [n]. */
    public Handle floats(float... values) {
        ByteBuffer bytes = buffer(values.length * 4L);
        bytes.asFloatBuffer().put(values);
        return send(bytes, values.length, DType.FLOAT32);
    }

    /** An int64 tensor of shape [n]. */
    public Handle longs(long... values) {
        ByteBuffer bytes = buffer(values.length * 8L);
        bytes.asLongBuffer().put(values);
        return send(bytes, values.length, DType.INT64);
    }

    /** A uint8 tensor of shape [n]. */
    public Handle bytes(byte[] values) {
        return send(ByteBuffer.wrap(values), values.length, DType.UINT8);
    }

    /** The raw bytes as a tensor of the dtype, shape [bytes / size of an element]. */
    public Handle raw(ByteBuffer bytes, DType dtype) {
        return send(bytes, bytes.remaining() / dtype.bytes(), dtype);
    }

    /** All elements of the tensor, in row-major order, as float32. */
    public float[] toFloats(Handle tensor) {
        int count = Math.toIntExact(kernel.callLong("numel", tensor));
        float[] values = new float[count];
        receive(tensor, count, DType.FLOAT32).asFloatBuffer().get(values);
        return values;
    }

    /** All elements of a uint8 tensor, in row-major order. */
    public byte[] toBytes(Handle tensor) {
        int count = Math.toIntExact(kernel.callLong("numel", tensor));
        byte[] values = new byte[count];
        receive(tensor, count, DType.UINT8).get(values);
        return values;
    }

    private static ByteBuffer buffer(long bytes) {
        return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Handle send(ByteBuffer bytes, int count, DType dtype) {
        try {
            long position = 0;
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the exchange file " + file, e);
        }
        return kernel.call("receive", file.toString(), count, dtype.code(), device);
    }

    private ByteBuffer receive(Handle tensor, int count, DType dtype) {
        ByteBuffer bytes = buffer((long) count * dtype.bytes());
        try {
            if (channel.size() < bytes.capacity()) {
                channel.write(ByteBuffer.allocate(1), bytes.capacity() - 1L);
            }
            kernel.call("send", tensor, file.toString(), dtype.code()).close();
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, bytes.position()) < 0) {
                    throw new IOException("the exchange file is shorter than the tensor");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the exchange file " + file, e);
        }
        return bytes.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove the exchange file " + file, e);
        }
    }
}
