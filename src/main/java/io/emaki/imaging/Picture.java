package io.emaki.imaging;

import io.emaki.media.AiMark;
import io.emaki.media.Provenance;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A finished picture.
 *
 * @param png the pixels, not yet marked; {@link #marked()} is what may leave the process
 */
public record Picture(byte[] png, int width, int height, RenderParameters parameters) {

    /** The picture as PNG with the mark that a model made it. */
    public byte[] marked() {
        return AiMark.png(png, provenance());
    }

    /** What its mark says. The model redraws every pixel of an edit, so no part of a reference remains as it was. */
    public Provenance provenance() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("model", parameters.model());
        details.put("modelHash", parameters.modelHash());
        details.put("seed", Long.toString(parameters.seed()));
        details.put("steps", Integer.toString(parameters.steps()));
        details.put("guidanceScale", number(parameters.guidanceScale()));
        details.put("shift", number(parameters.shift()));
        details.put("scheduler", parameters.scheduler());
        details.put("noiseScale", number(parameters.noiseScale()));
        String stack = parameters.loraStack();
        if (stack != null) {
            details.put("loraStack", stack);
        }
        if (!parameters.adapters().isEmpty()) {
            details.put(
                    "adapters",
                    parameters.adapters().stream()
                            .map(used -> used.name() + "@" + number(used.weight()) + " sha256:" + used.sha256())
                            .collect(Collectors.joining(", ")));
        }
        return Provenance.generated("Emaki", details);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%s", value);
    }
}
