package io.emaki.hidream.runtime;

import ai.djl.pytorch.jni.IValue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A value that lives in libtorch: a tensor or a list of tensors. It is opaque to Java on purpose, since bfloat16 and
 * float8 tensors must never cross DJL's JNI. Native memory is released by {@link #close()}, which may be called twice.
 */
public final class Handle implements AutoCloseable {

    private static final AtomicLong LIVE = new AtomicLong();

    private final IValue value;
    private boolean open = true;

    Handle(IValue value) {
        this.value = value;
        LIVE.incrementAndGet();
    }

    /** Handles not yet closed in this process; a leak test watches it. */
    public static long live() {
        return LIVE.get();
    }

    IValue value() {
        if (!open) {
            throw new IllegalStateException("this native value has been released");
        }
        return value;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            LIVE.decrementAndGet();
            value.close();
        }
    }
}
