package io.emaki.cli;

import io.emaki.hidream.ImageResult;
import io.emaki.hidream.ModelInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the engine bench has measured.
 *
 * @param last any of the timed edits, for its sizes
 * @param rounds edits behind each median
 * @param speeds the first is what the others are compared with
 * @param memory in the order of the edits, empty when memory was not watched
 */
record EngineFigures(ModelInfo model, ImageResult last, int rounds, List<Speed> speeds, List<Memory> memory) {

    private static final double MIB = 1 << 20;

    /**
     * Medians of one variant.
     *
     * @param secondsPerStep of the steps after the first
     * @param secondsFirstStep of the first step, which also computes the prefix
     * @param secondsPerEdit of a whole edit with a prompt and reference not seen before
     */
    record Speed(String variant, double secondsPerStep, double secondsFirstStep, double secondsPerEdit) {}

    /**
     * @param edits done since the warm-up
     * @param residentBytes VmRSS, -1 where unknown
     * @param heapBytes part of it that Java has claimed for its heap
     * @param liveValues native values not released
     */
    record Memory(int edits, long residentBytes, long heapBytes, long liveValues) {}

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append("Model %s (%s), %dx%d, %d steps, guidance %s, %d prompt and %d picture tokens, %d processors%n"
                .formatted(
                        model.name(),
                        model.path().getFileName(),
                        last.width(),
                        last.height(),
                        last.steps(),
                        last.guidanceScale(),
                        last.promptTokens(),
                        last.imageTokens(),
                        Runtime.getRuntime().availableProcessors()));
        text.append("Medians over %d edits of each variant, taking turns; every edit has a new prompt and reference%n%n"
                .formatted(rounds));
        text.append(row("variant", "ms/step", "ratio", "first step ms", "ratio", "s/edit", "ratio"));
        Speed base = speeds.getFirst();
        for (Speed speed : speeds) {
            text.append(row(
                    speed.variant(),
                    number("%.1f", 1000 * speed.secondsPerStep()),
                    number("%.2f", speed.secondsPerStep() / base.secondsPerStep()),
                    number("%.1f", 1000 * speed.secondsFirstStep()),
                    number("%.2f", speed.secondsFirstStep() / base.secondsFirstStep()),
                    number("%.3f", speed.secondsPerEdit()),
                    number("%.2f", speed.secondsPerEdit() / base.secondsPerEdit())));
        }
        if (!memory.isEmpty()) {
            memory(text);
        }
        return text.toString();
    }

    private void memory(StringBuilder text) {
        text.append("%nMemory of the process, float32, two personas in turn, one with a LoRA stack%n%n".formatted());
        text.append("%8s  %14s  %10s  %14s%n".formatted("edits", "resident MiB", "heap MiB", "native values"));
        for (Memory at : memory) {
            text.append("%8d  %14s  %10s  %14d%n"
                    .formatted(
                            at.edits(),
                            number("%.1f", at.residentBytes() / MIB),
                            number("%.1f", at.heapBytes() / MIB),
                            at.liveValues()));
        }
        Memory first = memory.getFirst();
        Memory end = memory.getLast();
        text.append("Growth over %d edits: %s MiB resident (%s %%), %d native values%n"
                .formatted(
                        end.edits(),
                        number("%+.1f", (end.residentBytes() - first.residentBytes()) / MIB),
                        number("%+.1f", 100.0 * (end.residentBytes() - first.residentBytes()) / first.residentBytes()),
                        end.liveValues() - first.liveValues()));
    }

    private static String row(String... cells) {
        return "%-26s  %9s  %6s  %13s  %6s  %8s  %6s%n".formatted((Object[]) cells);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("model", model.name());
        root.put("model_hash", model.hash());
        root.put("width", last.width());
        root.put("height", last.height());
        root.put("steps", last.steps());
        root.put("guidance_scale", last.guidanceScale());
        root.put("prompt_tokens", last.promptTokens());
        root.put("image_tokens", last.imageTokens());
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put("rounds", rounds);
        root.put("speeds", speeds);
        root.put("memory", memory);
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(root);
    }
}
