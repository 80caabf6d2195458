package io.emaki.hidream.pipeline;

import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Scope;

/**
 * Everything about one conditioning that no step changes.
 *
 * @param kept the AR part's last hidden state, then keys and values of every layer
 * @param genTable rotary table [2, gen, headDim] of time token, target and references
 * @param promptTokens AR tokens, image placeholders included
 * @param bytes native memory held
 */
record Prefix(Handle kept, Handle genTable, int promptTokens, long bytes, Scope owned) implements AutoCloseable {

    @Override
    public void close() {
        owned.close();
    }
}
