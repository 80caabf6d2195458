package io.emaki.hidream.pipeline;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Keeps native values by key, the least recently used ones released when their sizes exceed the limit. The newest
 * entries stay whatever their size, since the running call uses them.
 */
final class NativeLru<K, V extends AutoCloseable> implements AutoCloseable {

    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int keepAtLeast;
    private final long limit;
    private final ToLongFunction<V> size;

    NativeLru(int keepAtLeast, long limit, ToLongFunction<V> size) {
        this.keepAtLeast = keepAtLeast;
        this.limit = limit;
        this.size = size;
    }

    V get(K key, Supplier<V> maker) {
        V present = entries.get(key);
        if (present != null) {
            return present;
        }
        V made = maker.get();
        entries.put(key, made);
        evict();
        return made;
    }

    private void evict() {
        long total = entries.values().stream().mapToLong(size).sum();
        Iterator<V> oldest = entries.values().iterator();
        while (total > limit && entries.size() > keepAtLeast) {
            V entry = oldest.next();
            total -= size.applyAsLong(entry);
            oldest.remove();
            release(entry);
        }
    }

    void clear() {
        entries.values().forEach(NativeLru::release);
        entries.clear();
    }

    private static void release(AutoCloseable value) {
        try {
            value.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not release a native value", e);
        }
    }

    @Override
    public void close() {
        clear();
    }
}
