package io.emaki.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * XMP in a PNG: an uncompressed {@code iTXt} chunk with the keyword {@code XML:com.adobe.xmp}, directly after the header
 * chunk so that it comes before the pixels.
 */
final class PngXmp {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final String ITXT = "iTXt";
    /** Keyword, its end, "not compressed", compression method 0, empty language, empty translated keyword. */
    private static final byte[] HEAD = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int KEYWORD_END = "XML:com.adobe.xmp\0".length();

    private PngXmp() {}

    private record Chunk(String type, int start, int length) {

        int dataStart() {
            return start + 8;
        }

        int end() {
            return start + AROUND + length;
        }
    }

    static byte[] with(byte[] png, byte[] packet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + packet.length + 64);
        out.write(png, 0, SIGNATURE);
        for (Chunk chunk : chunks(png)) {
            if (!isXmp(png, chunk)) {
                out.write(png, chunk.start(), chunk.end() - chunk.start());
            }
            if (chunk.type().equals("IHDR")) {
                writeXmp(out, packet);
            }
        }
        return out.toByteArray();
    }

    static Optional<byte[]> find(byte[] png) {
        return chunks(png).stream()
                .filter(chunk -> isXmp(png, chunk)
                        && Arrays.equals(png, chunk.dataStart(), chunk.dataStart() + HEAD.length, HEAD, 0, HEAD.length))
                .findFirst()
                .map(chunk ->
                        Arrays.copyOfRange(png, chunk.dataStart() + HEAD.length, chunk.dataStart() + chunk.length()));
    }

    private static void writeXmp(ByteArrayOutputStream out, byte[] packet) {
        ByteBuffer body = ByteBuffer.allocate(4 + HEAD.length + packet.length)
                .put(ITXT.getBytes(StandardCharsets.ISO_8859_1))
                .put(HEAD)
                .put(packet);
        CRC32 crc = new CRC32();
        crc.update(body.array());
        out.writeBytes(
                ByteBuffer.allocate(4).putInt(HEAD.length + packet.length).array());
        out.writeBytes(body.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static boolean isXmp(byte[] png, Chunk chunk) {
        return chunk.type().equals(ITXT)
                && chunk.length() >= HEAD.length
                && Arrays.equals(png, chunk.dataStart(), chunk.dataStart() + KEYWORD_END, HEAD, 0, KEYWORD_END);
    }

    private static List<Chunk> chunks(byte[] png) {
        List<Chunk> chunks = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int at = SIGNATURE;
        while (at < png.length) {
            if (png.length - at < AROUND) {
                throw new MediaException("the PNG ends in the middle of a chunk");
            }
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - AROUND) {
                throw new MediaException("a chunk of the PNG claims more bytes than there are");
            }
            Chunk chunk = new Chunk(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1), at, length);
            chunks.add(chunk);
            at = chunk.end();
        }
        if (chunks.isEmpty() || !chunks.getFirst().type().equals("IHDR")) {
            throw new MediaException("the PNG does not start with its header chunk");
        }
        return chunks;
    }
}
