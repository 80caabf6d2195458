package io.emaki.hidream.checkpoint;

import io.emaki.hidream.CheckpointException;
import io.emaki.hidream.Precision;
import io.emaki.hidream.runtime.DType;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a checkpoint's tensors into native lists in the order that the scripts expect. On a CPU a tensor whose stored
 * dtype is the wanted one stays memory-mapped; any other is converted once, here.
 */
final class WeightLoader {

    private final Kernel kernel;
    private final Exchange exchange;
    private final Checkpoint checkpoint;
    private final Precision precision;
    private final DType compute;
    private final Map<Path, Map<DType, Handle>> mappings = new HashMap<>();

    WeightLoader(Kernel kernel, Exchange exchange, Checkpoint checkpoint, Precision precision) {
        this.kernel = kernel;
        this.exchange = exchange;
        this.checkpoint = checkpoint;
        this.precision = precision;
        this.compute = computeType(precision, exchange.device());
    }

    static DType computeType(Precision precision, String device) {
        return switch (precision) {
            case FLOAT32 -> DType.FLOAT32;
            case BFLOAT16 -> DType.BFLOAT16;
            case FLOAT8 -> device.equals("cpu") ? DType.FLOAT32 : DType.BFLOAT16;
        };
    }

    Weights load() {
        Scope owned = new Scope();
        try {
            ModelConfig config = checkpoint.config();
            Handle ends = owned.own(list(endNames(), false));
            Handle layers = owned.own(groups(config.text().layers(), this::layer));
            Handle stem = owned.own(list(stemNames(), true));
            Handle blocks = owned.own(groups(config.vision().depth(), i -> list(blockNames(i), false)));
            Handle merger = owned.own(list(mergerNames("visual.merger"), false));
            List<Integer> tapAt = checkpoint.hasDeepstack() ? config.vision().deepstackAt() : List.of();
            Handle taps =
                    owned.own(groups(tapAt.size(), i -> list(mergerNames("visual.deepstack_merger_list." + i), false)));
            Handle tapList = owned.own(kernel.call("ints"));
            tapAt.forEach(at -> kernel.run("add_int", tapList, at));
            return new Weights(owned, compute, ends, layers, new Weights.Vision(stem, blocks, merger, taps, tapList));
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        } finally {
            mappings.values().forEach(byType -> byType.values().forEach(Handle::close));
            mappings.clear();
        }
    }

    static List<String> endNames() {
        return List.of(
                "x_embedder.proj1.weight",
                "x_embedder.proj2.weight",
                "x_embedder.proj2.bias",
                "t_embedder1.mlp.0.weight",
                "t_embedder1.mlp.0.bias",
                "t_embedder1.mlp.2.weight",
                "t_embedder1.mlp.2.bias",
                "final_layer2.linear.weight",
                "final_layer2.linear.bias",
                "language_model.embed_tokens.weight",
                "language_model.norm.weight");
    }

    static List<String> stemNames() {
        return List.of("visual.patch_embed.proj.weight", "visual.patch_embed.proj.bias", "visual.pos_embed.weight");
    }

    static List<String> blockNames(int block) {
        String at = "visual.blocks." + block + ".";
        List<String> names = new ArrayList<>();
        for (String module : List.of("norm1", "attn.qkv", "attn.proj", "norm2", "mlp.linear_fc1", "mlp.linear_fc2")) {
            names.add(at + module + ".weight");
            names.add(at + module + ".bias");
        }
        return names;
    }

    static List<String> mergerNames(String at) {
        List<String> names = new ArrayList<>();
        for (String module : List.of("norm", "linear_fc1", "linear_fc2")) {
            names.add(at + "." + module + ".weight");
            names.add(at + "." + module + ".bias");
        }
        return names;
    }

    private Handle layer(int index) {
        String at = "language_model.layers." + index + ".";
        Handle list = kernel.call("tensors");
        try {
            List<Handle> scales = new ArrayList<>();
            add(list, tensor(at + "input_layernorm.weight", compute));
            for (DecoderLinear linear : TensorNames.ATTENTION) {
                scales.add(addLinear(list, linear.path(index)));
            }
            add(list, tensor(at + "self_attn.q_norm.weight", compute));
            add(list, tensor(at + "self_attn.k_norm.weight", compute));
            add(list, tensor(at + "post_attention_layernorm.weight", compute));
            for (DecoderLinear linear : TensorNames.MLP) {
                scales.add(addLinear(list, linear.path(index)));
            }
            scales.forEach(scale -> add(list, scale));
            return list;
        } catch (RuntimeException e) {
            list.close();
            throw e;
        }
    }

    /** Adds the weight of a decoder Linear and returns its scale, still to be added. */
    private Handle addLinear(Handle list, String module) {
        if (precision != Precision.FLOAT8) {
            add(list, tensor(module + ".weight", compute));
            return exchange.floats(1f);
        }
        Checkpoint.Location location = checkpoint.require(module + ".weight");
        add(list, stored(location, DType.FLOAT8_E4M3FN));
        boolean quantised = location.entry().dtype() == DType.FLOAT8_E4M3FN;
        Handle scale = quantised ? scaleOf(module, location) : null;
        return scale != null ? scale : exchange.floats(1f);
    }

    private Handle list(List<String> names, boolean flattenFirst) {
        Handle list = kernel.call("tensors");
        try {
            for (int i = 0; i < names.size(); i++) {
                Handle tensor = tensor(names.get(i), compute);
                if (flattenFirst && i == 0) {
                    ModelConfig.Vision vision = checkpoint.config().vision();
                    try (tensor) {
                        add(list, kernel.call("reshape2", tensor, vision.hidden(), vision.patchNumbers()));
                    }
                } else {
                    add(list, tensor);
                }
            }
            return list;
        } catch (RuntimeException e) {
            list.close();
            throw e;
        }
    }

    private interface GroupMaker {
        Handle make(int index);
    }

    private Handle groups(int count, GroupMaker maker) {
        Handle groups = kernel.call("groups");
        try {
            for (int i = 0; i < count; i++) {
                try (Handle group = maker.make(i)) {
                    kernel.run("add_group", groups, group);
                }
            }
            return groups;
        } catch (RuntimeException e) {
            groups.close();
            throw e;
        }
    }

    /** The list keeps the tensor; our own handle on it is released. */
    private void add(Handle list, Handle tensor) {
        try (tensor) {
            kernel.run("add_tensor", list, tensor);
        }
    }

    /** A tensor in the wanted dtype, dequantised where the file holds float8 with a scale. */
    private Handle tensor(String name, DType wanted) {
        Checkpoint.Location location = checkpoint.require(name);
        Handle tensor = stored(location, wanted);
        if (location.entry().dtype() == DType.FLOAT8_E4M3FN && name.endsWith(".weight")) {
            Handle scale = scaleOf(name.substring(0, name.length() - ".weight".length()), location);
            if (scale != null) {
                try (tensor;
                        scale) {
                    return kernel.call("multiplied", tensor, scale);
                }
            }
        }
        return tensor;
    }

    /** The {@code weight_scale} of a float8 Linear as [1] or [out, 1], or null where the file has none. */
    private @Nullable Handle scaleOf(String module, Checkpoint.Location weight) {
        Checkpoint.Location location = checkpoint.find(module + ".weight_scale");
        if (location == null) {
            return null;
        }
        long count = location.entry().numel();
        long out = weight.entry().shape().getFirst();
        if (location.entry().dtype() == null || (count != 1 && count != out)) {
            throw new CheckpointException(
                    location.file().path(),
                    "tensor '" + location.entry().name() + "' must be one number or one per output row, float32, not "
                            + location.entry().dtypeName() + " "
                            + location.entry().shape());
        }
        try (Handle flat = flat(location, DType.FLOAT32)) {
            return count == 1 ? kernel.call("slice1", flat, 0, 1) : kernel.call("reshape2", flat, out, 1);
        }
    }

    private Handle stored(Checkpoint.Location location, DType wanted) {
        try (Handle flat = flat(location, wanted)) {
            List<Long> shape = location.entry().shape();
            if (shape.size() < 2) {
                return kernel.call("slice1", flat, 0, location.entry().numel());
            }
            long rows = shape.getFirst();
            return kernel.call("reshape2", flat, rows, location.entry().numel() / rows);
        }
    }

    private Handle flat(Checkpoint.Location location, DType wanted) {
        DType type = location.entry().dtype();
        if (type == null) {
            throw new CheckpointException(
                    location.file().path(), "tensor '" + location.entry().name() + "' has an unusable dtype");
        }
        Handle raw;
        if (location.entry().offset() % type.bytes() == 0) {
            raw = kernel.call(
                    "slice1",
                    mapping(location.file(), type),
                    location.entry().offset() / type.bytes(),
                    location.entry().numel());
        } else {
            raw = exchange.raw(read(location), type);
        }
        try (raw) {
            return kernel.call("place", raw, wanted.code(), exchange.device());
        }
    }

    private Handle mapping(SafetensorsFile file, DType type) {
        return mappings.computeIfAbsent(file.path(), path -> new HashMap<>())
                .computeIfAbsent(
                        type,
                        key -> kernel.call(
                                "map_file", file.path().toString(), file.size() / type.bytes(), type.code()));
    }

    private static ByteBuffer read(Checkpoint.Location location) {
        try {
            return location.file().read(location.entry());
        } catch (IOException e) {
            throw new CheckpointException(location.file().path(), "cannot be read", e);
        }
    }
}
