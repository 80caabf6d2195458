package io.emaki.hidream.runtime;

import java.util.ArrayDeque;
import java.util.Deque;

/** Releases native values together, newest first. Not thread-safe: a scope belongs to one call. */
public final class Scope implements AutoCloseable {

    private final Deque<AutoCloseable> owned = new ArrayDeque<>();

    /** Takes over the value: it is released when this scope closes. */
    public <T extends AutoCloseable> T own(T value) {
        owned.push(value);
        return value;
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            try {
                owned.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("could not release a native value", e);
            }
        }
    }
}
