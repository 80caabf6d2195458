package io.emaki.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Styles on top of one another, as adapters are: a drawing in a blend is the plain one plus, for each style, its weight times
 * what the style changes. One style at weight 1 is that style; no style at all is the plain drawing.
 *
 * @param weights strength of each style, above 0 and at most {@value #STRONGEST}
 */
public record StyleBlend(Map<RenderStyle, Double> weights) {

    private static final double STRONGEST = 2;

    public static final StyleBlend PLAIN = new StyleBlend(Map.of());

    public StyleBlend {
        Map<RenderStyle, Double> kept = new EnumMap<>(RenderStyle.class);
        weights.forEach((style, weight) -> {
            if (!(weight > 0 && weight <= STRONGEST)) {
                throw new IllegalArgumentException(
                        "style: the weight of %s must be above 0 and at most 2, not %s".formatted(style.id(), weight));
            }
            if (style != RenderStyle.PLAIN) {
                kept.put(style, weight);
            }
        });
        weights = Map.copyOf(kept);
    }

    public static StyleBlend of(RenderStyle style) {
        return new StyleBlend(Map.of(style, 1.0));
    }

    /**
     * Reads styles with plus signs between, each with a weight after an equals sign or else at 1, such as
     * {@code golden-hour=0.6+pastel=0.6}.
     *
     * @throws IllegalArgumentException naming what is allowed
     */
    public static StyleBlend parse(String text) {
        Map<RenderStyle, Double> weights = new EnumMap<>(RenderStyle.class);
        for (String part : text.split("\\+", -1)) {
            int equals = part.indexOf('=');
            RenderStyle style = RenderStyle.parse(equals < 0 ? part : part.substring(0, equals));
            if (weights.put(style, equals < 0 ? 1 : weight(part.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("style: " + style.id() + " is named twice");
            }
        }
        return new StyleBlend(weights);
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("style: expected a number as weight, not '" + text + "'", malformed);
        }
    }

    public boolean isPlain() {
        return weights.isEmpty();
    }

    /** As {@link #parse} reads it. */
    public String id() {
        if (isPlain()) {
            return RenderStyle.PLAIN.id();
        }
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> part.getValue() == 1
                        ? part.getKey().id()
                        : part.getKey().id() + "=" + part.getValue())
                .collect(Collectors.joining("+"));
    }

    /**
     * Draws the blend.
     *
     * @param flat pixels of the plain drawing
     * @param over premultiplied pixels of the foreground alone
     * @param out takes the blended pixels
     */
    void apply(int[] flat, int[] over, int[] out, int size) {
        if (isPlain()) {
            System.arraycopy(flat, 0, out, 0, flat.length);
            return;
        }
        List<Layer> layers = new ArrayList<>();
        for (RenderStyle style : RenderStyle.values()) {
            Double weight = weights.get(style);
            if (weight != null) {
                int[] styled = new int[flat.length];
                StyleFilter.apply(style, flat, over, styled, size);
                layers.add(new Layer(styled, weight));
            }
        }
        if (layers.size() == 1 && layers.getFirst().weight() == 1) {
            System.arraycopy(layers.getFirst().pixels(), 0, out, 0, out.length);
            return;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] =
                    channel(layers, flat, i, 16) << 16 | channel(layers, flat, i, 8) << 8 | channel(layers, flat, i, 0);
        }
    }

    private record Layer(int[] pixels, double weight) {}

    private static int channel(List<Layer> layers, int[] flat, int at, int shift) {
        int plain = flat[at] >> shift & 255;
        double value = plain;
        for (Layer layer : layers) {
            value += layer.weight() * ((layer.pixels()[at] >> shift & 255) - plain);
        }
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
