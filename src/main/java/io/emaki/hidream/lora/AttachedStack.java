package io.emaki.hidream.lora;

import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Scope;
import java.util.List;

/**
 * A stack ready for calls: per decoder layer the factors A and B of its seven Linears, empty where no adapter touches
 * one, and the end modules with their deltas added where an adapter touches those.
 *
 * @param key identifies adapters (by content) and weights; equal keys give equal numbers
 * @param layers list of lists, 14 tensors a layer
 * @param ends the end modules' list, the model's own where no adapter touches it
 * @param adapters SHA-256 of each adapter file, in order
 */
public record AttachedStack(String key, Handle layers, Handle ends, List<String> adapters, Scope owned)
        implements AutoCloseable {

    @Override
    public void close() {
        owned.close();
    }
}
