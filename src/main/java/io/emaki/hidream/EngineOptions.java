package io.emaki.hidream;

/**
 * How an engine runs.
 *
 * @param device {@code cpu} or {@code cuda:N}
 * @param prefixCacheBytes native memory for keys and values of AR tokens kept between calls; 0 turns the cache off, so
 *     that every step computes them anew
 */
public record EngineOptions(Precision precision, String device, long prefixCacheBytes) {

    public static final long DEFAULT_PREFIX_CACHE_BYTES = 512L << 20;

    public EngineOptions {
        if (!device.matches("cpu|cuda:\\d{1,2}")) {
            throw new InvalidRequestException("device", "must be cpu or cuda:N, not '" + device + "'");
        }
        if (prefixCacheBytes < 0) {
            throw new InvalidRequestException("prefix_cache_bytes", "must not be negative");
        }
    }

    public static EngineOptions of(Precision precision) {
        return new EngineOptions(precision, "cpu", DEFAULT_PREFIX_CACHE_BYTES);
    }

    public EngineOptions withoutPrefixCache() {
        return new EngineOptions(precision, device, 0);
    }
}
