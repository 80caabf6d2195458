package io.emaki.hidream.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Assembles a TorchScript archive from the script files under resources: a stored zip of a pickled empty object, no
 * constants, and source text, which is all that {@code torch::jit::load} needs to compile the methods.
 */
final class ScriptArchive {

    private static final String FOLDER = "/io/emaki/hidream/script/";
    private static final List<String> LIBRARIES =
            List.of("tensors", "decoder", "vision", "diffusion", "prediction", "flow", "optimizer", "recompute");

    private ScriptArchive() {}

    /** @param module file name of the module; its class has the same name with a capital */
    static byte[] assemble(String module) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "emaki/data.pkl", pickledModule(Character.toUpperCase(module.charAt(0)) + module.substring(1)));
            put(zip, "emaki/code/__torch__.py", source(module));
            for (String library : LIBRARIES) {
                put(zip, "emaki/code/__torch__/" + library + ".py", source(library));
            }
            put(zip, "emaki/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            put(zip, "emaki/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] source(String name) throws IOException {
        String path = FOLDER + name + ".py";
        try (InputStream in = ScriptArchive.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("missing resource " + path);
            }
            return in.readAllBytes();
        }
    }

    /** Pickle protocol 2: an instance of {@code __torch__.type} with the two attributes every module has. */
    private static byte[] pickledModule(String type) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2, 'c'});
        out.writeBytes(("__torch__\n" + type + "\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {')', (byte) 0x81, '}', '('});
        text(out, "training");
        out.write(0x89);
        text(out, "_is_full_backward_hook");
        out.writeBytes(new byte[] {'N', 'u', 'b', '.'});
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write('X');
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .array());
        out.writeBytes(bytes);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        var crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
