package io.emaki.hidream;

import io.emaki.hidream.runtime.Handle;

/** What the engines of this process hold in libtorch. */
public final class NativeMemory {

    private NativeMemory() {}

    /** Tensors and lists of tensors not yet released; steady over many calls unless something leaks. */
    public static long liveValues() {
        return Handle.live();
    }
}
