package io.emaki.hidream.lora;

import io.emaki.hidream.LoraException;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A LoRA adapter on disk, in any of the key styles that are in use for this model, resolved to module paths.
 *
 * @param sha256 of the safetensors file
 * @param pairs by module path
 */
public record LoraFile(SafetensorsFile tensors, String sha256, Map<String, Pair> pairs) {

    private static final String A = ".lora_A.";
    private static final String B = ".lora_B.";
    private static final String[] FOREIGN = {
        "hada_",
        "LoHa",
        "lokr_",
        "LoKr",
        "lora_magnitude_vector",
        "DoRA",
        "dora_scale",
        "DoRA",
        "oft_",
        "OFT",
        "lora_embedding_",
        "embedding LoRA",
        "lora_mid",
        "LoCon with a middle factor"
    };

    /**
     * The two factors of one Linear.
     *
     * @param a shape [rank, in]
     * @param b shape [out, rank]
     * @param scale alpha / rank, or what else the writer's convention says
     */
    public record Pair(SafetensorsFile.Entry a, SafetensorsFile.Entry b, int rank, double scale) {}

    /**
     * Reads a {@code .safetensors} file or a PEFT folder.
     *
     * @throws LoraException naming the file and the key that does not fit this model, has a wrong shape, or belongs to
     *     another kind of adapter
     */
    public static LoraFile open(Path fileOrFolder, LoraModules modules) {
        if (!Files.exists(fileOrFolder)) {
            throw new LoraException(fileOrFolder, "there is no such adapter file or folder");
        }
        Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(PeftFolder.WEIGHTS) : fileOrFolder;
        SafetensorsFile tensors = SafetensorsFile.open(file, LoraException::new);
        PeftConfig peft = PeftConfig.beside(file);
        return new LoraFile(tensors, sha256(file), new Reader(file, tensors, modules, peft).pairs());
    }

    private static final class Reader {

        private final Path file;
        private final SafetensorsFile tensors;
        private final LoraModules modules;
        private final @Nullable PeftConfig peft;
        private final Map<String, SafetensorsFile.Entry> down = new TreeMap<>();
        private final Map<String, SafetensorsFile.Entry> up = new TreeMap<>();
        private final Map<String, SafetensorsFile.Entry> alpha = new TreeMap<>();

        Reader(Path file, SafetensorsFile tensors, LoraModules modules, @Nullable PeftConfig peft) {
            this.file = file;
            this.tensors = tensors;
            this.modules = modules;
            this.peft = peft;
        }

        Map<String, Pair> pairs() {
            tensors.entries().values().forEach(this::sort);
            if (down.isEmpty()) {
                throw new LoraException(file, "holds no LoRA tensors");
            }
            Map<String, Pair> pairs = new TreeMap<>();
            down.forEach((path, a) -> {
                SafetensorsFile.Entry b = up.remove(path);
                if (b == null) {
                    throw new LoraException(file, "key '" + a.name() + "' has no matching up factor");
                }
                pairs.put(path, pair(path, a, b));
            });
            if (!up.isEmpty()) {
                throw new LoraException(
                        file, "key '" + up.values().iterator().next().name() + "' has no matching down factor");
            }
            for (Map.Entry<String, SafetensorsFile.Entry> orphan : alpha.entrySet()) {
                if (!pairs.containsKey(orphan.getKey())) {
                    throw new LoraException(file, "key '" + orphan.getValue().name() + "' is an alpha without factors");
                }
            }
            return pairs;
        }

        private void sort(SafetensorsFile.Entry entry) {
            String key = entry.name();
            for (int i = 0; i < FOREIGN.length; i += 2) {
                if (key.contains(FOREIGN[i])) {
                    throw new LoraException(
                            file,
                            "is a " + FOREIGN[i + 1] + " adapter (key '" + key + "'); only plain LoRA is accepted");
                }
            }
            if (key.endsWith(".alpha")) {
                put(alpha, key.substring(0, key.length() - ".alpha".length()), entry);
            } else if (key.endsWith(".lora_down.weight")) {
                put(down, key.substring(0, key.length() - ".lora_down.weight".length()), entry);
            } else if (key.endsWith(".lora_up.weight")) {
                put(up, key.substring(0, key.length() - ".lora_up.weight".length()), entry);
            } else if (key.contains(A) && isWeight(key, key.indexOf(A) + A.length())) {
                put(down, key.substring(0, key.indexOf(A)), entry);
            } else if (key.contains(B) && isWeight(key, key.indexOf(B) + B.length())) {
                put(up, key.substring(0, key.indexOf(B)), entry);
            } else {
                throw unknown(key);
            }
        }

        /** {@code weight}, or {@code NAME.weight} with an adapter's name such as {@code default}. */
        private static boolean isWeight(String key, int from) {
            String rest = key.substring(from);
            return rest.equals("weight") || rest.endsWith(".weight") && rest.indexOf('.') == rest.length() - 7;
        }

        private void put(Map<String, SafetensorsFile.Entry> into, String stem, SafetensorsFile.Entry entry) {
            String path = modules.resolve(stem);
            if (path == null) {
                throw unknown(entry.name());
            }
            if (into.put(path, entry) != null) {
                throw new LoraException(file, "key '" + entry.name() + "' names " + path + " a second time");
            }
        }

        private LoraException unknown(String key) {
            return new LoraException(file, "key '" + key + "' matches no Linear of this model");
        }

        private Pair pair(String path, SafetensorsFile.Entry a, SafetensorsFile.Entry b) {
            LoraModules.Size size = modules.size(path);
            if (a.dtype() == null || b.dtype() == null) {
                throw new LoraException(
                        file, "key '" + a.name() + "' has dtype " + a.dtypeName() + "; use F32, BF16 or F16");
            }
            boolean fits = a.shape().size() == 2
                    && b.shape().size() == 2
                    && a.shape().get(1) == size.in()
                    && b.shape().get(0) == size.out()
                    && a.shape().get(0).equals(b.shape().get(1))
                    && a.shape().get(0) > 0;
            if (!fits) {
                throw new LoraException(
                        file,
                        "key '" + a.name() + "' has shapes " + a.shape() + " and " + b.shape() + ", but " + path
                                + " needs [rank, " + size.in() + "] and [" + size.out() + ", rank]");
            }
            int rank = Math.toIntExact(a.shape().get(0));
            return new Pair(a, b, rank, scale(path, rank));
        }

        private double scale(String path, int rank) {
            SafetensorsFile.Entry entry = alpha.get(path);
            if (entry != null) {
                double value = ScalarReader.read(tensors, entry);
                return value == 0 ? 1 : value / rank;
            }
            return peft == null ? 1 : peft.scale(path, rank);
        }
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new LoraException(file, "cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
