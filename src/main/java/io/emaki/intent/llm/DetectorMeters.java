package io.emaki.intent.llm;

import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the language model costs and how often it fails. */
final class DetectorMeters {

    private final MeterRegistry registry;

    DetectorMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void called(long nanos, boolean answered) {
        registry.timer("emaki.llm.calls", "outcome", answered ? "answered" : "failed")
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Servers need not say how many tokens a call took. */
    void used(@Nullable TokenUsage tokens) {
        if (tokens != null) {
            count("input", tokens.inputTokenCount());
            count("output", tokens.outputTokenCount());
        }
    }

    private void count(String direction, @Nullable Integer tokens) {
        if (tokens != null && tokens > 0) {
            registry.counter("emaki.llm.tokens", "direction", direction).increment(tokens);
        }
    }

    void retried() {
        registry.counter("emaki.llm.retries").increment();
    }

    void dropped(Drop reason) {
        registry.counter("emaki.llm.drops", "reason", word(reason)).increment();
    }

    void fellBack(CallFailedException.Kind reason) {
        registry.counter("emaki.llm.fallbacks", "reason", word(reason)).increment();
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
