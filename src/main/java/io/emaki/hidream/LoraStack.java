package io.emaki.hidream;

import java.util.List;

/** Adapters attached to one call, combined as PEFT's {@code add_weighted_adapter(combination_type="cat")} does. */
public record LoraStack(List<LoraWeight> adapters) {

    public LoraStack {
        adapters = List.copyOf(adapters);
    }

    public static LoraStack none() {
        return new LoraStack(List.of());
    }

    public boolean isEmpty() {
        return adapters.isEmpty();
    }
}
