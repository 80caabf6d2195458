package io.emaki.hidream.lora;

import io.emaki.hidream.LoraException;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import io.emaki.hidream.checkpoint.DecoderLinear;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.checkpoint.Weights;
import io.emaki.hidream.runtime.DType;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Combines adapters as PEFT's {@code combination_type="cat"}: each A is scaled by weight * alpha / rank and the A are
 * concatenated along the rank, the B are concatenated, the joint scale is 1.
 */
public final class StackAttacher {

    /** Index of an end module's weight in the list of {@code diffusion.py}. */
    private static final Map<String, Integer> ENDS = Map.of(
            "x_embedder.proj1", 0,
            "x_embedder.proj2", 1,
            "t_embedder1.mlp.0", 3,
            "t_embedder1.mlp.2", 5,
            "final_layer2.linear", 7);

    private final Kernel kernel;
    private final Exchange exchange;
    private final Weights weights;
    private final ModelConfig config;
    private final LoraModules modules;

    public StackAttacher(Kernel kernel, Exchange exchange, Weights weights, ModelConfig config) {
        this.kernel = kernel;
        this.exchange = exchange;
        this.weights = weights;
        this.config = config;
        this.modules = new LoraModules(config);
    }

    private record Part(LoraFile file, double weight) {}

    /** Reads the adapters and builds the native lists; the base weights are not touched. */
    public AttachedStack attach(LoraStack stack) {
        List<Part> parts = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        List<String> hashes = new ArrayList<>();
        for (LoraWeight adapter : stack.adapters()) {
            LoraFile file = LoraFile.open(adapter.file(), modules);
            hashes.add(file.sha256());
            if (adapter.weight() != 0) {
                parts.add(new Part(file, adapter.weight()));
                key.append(file.sha256()).append('*').append(adapter.weight()).append(';');
            }
        }
        Scope owned = new Scope();
        try {
            Handle layers = owned.own(kernel.call("groups"));
            for (int i = 0; i < config.text().layers(); i++) {
                try (Handle list = kernel.call("tensors")) {
                    for (DecoderLinear linear : DecoderLinear.values()) {
                        addPair(list, linear.path(i), parts);
                    }
                    kernel.run("add_group", layers, list);
                }
            }
            Handle ends = ends(parts, owned);
            return new AttachedStack(key.toString(), layers, ends, List.copyOf(hashes), owned);
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    private void addPair(Handle list, String path, List<Part> parts) {
        try (Scope scope = new Scope()) {
            Handle[] pair = pair(path, parts, scope);
            kernel.run("add_tensor", list, pair[0]);
            kernel.run("add_tensor", list, pair[1]);
        }
    }

    /** Concatenated A and B of one module in the compute dtype, or two empty tensors. */
    private Handle[] pair(String path, List<Part> parts, Scope scope) {
        List<Part> touching = parts.stream()
                .filter(part -> part.file().pairs().containsKey(path))
                .toList();
        if (touching.isEmpty()) {
            Handle nothing = scope.own(kernel.call("nothing", exchange.device()));
            return new Handle[] {nothing, nothing};
        }
        Handle as = scope.own(kernel.call("tensors"));
        Handle bs = scope.own(kernel.call("tensors"));
        for (Part part : touching) {
            LoraFile.Pair pair = Objects.requireNonNull(part.file().pairs().get(path));
            Handle a = scope.own(tensor(part.file(), pair.a(), scope));
            kernel.run("add_tensor", as, scope.own(kernel.call("scaled", a, part.weight() * pair.scale())));
            kernel.run("add_tensor", bs, scope.own(tensor(part.file(), pair.b(), scope)));
        }
        Handle a = scope.own(kernel.call("cat", as, 0));
        Handle b = scope.own(kernel.call("cat", bs, 1));
        long compute = weights.compute().code();
        return new Handle[] {
            scope.own(kernel.call("place", a, compute, exchange.device())),
            scope.own(kernel.call("place", b, compute, exchange.device()))
        };
    }

    private Handle tensor(LoraFile file, SafetensorsFile.Entry entry, Scope scope) {
        DType type = Objects.requireNonNull(entry.dtype());
        Handle whole;
        try {
            whole = scope.own(exchange.raw(file.tensors().read(entry), type));
        } catch (IOException e) {
            throw new LoraException(file.tensors().path(), "cannot be read", e);
        }
        Handle placed = scope.own(kernel.call("place", whole, DType.FLOAT32.code(), exchange.device()));
        return kernel.call(
                "reshape2", placed, entry.shape().get(0), entry.shape().get(1));
    }

    private Handle ends(List<Part> parts, Scope owned) {
        boolean touched = ENDS.keySet().stream()
                .anyMatch(path ->
                        parts.stream().anyMatch(part -> part.file().pairs().containsKey(path)));
        if (!touched) {
            return weights.ends();
        }
        Handle copy = owned.own(kernel.call("copy_list", weights.ends()));
        ENDS.forEach((path, index) -> {
            if (parts.stream().anyMatch(part -> part.file().pairs().containsKey(path))) {
                try (Scope scope = new Scope()) {
                    Handle[] pair = pair(path, parts, scope);
                    kernel.run("add_delta", copy, index, pair[0], pair[1]);
                }
            }
        });
        return copy;
    }
}
