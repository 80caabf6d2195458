package io.emaki.imaging.web;

import java.util.List;
import java.util.Locale;

/** OpenAI's quality, honoured through the number of steps: a share of the model's own. */
enum Quality {
    LOW(0.4),
    MEDIUM(0.7),
    HIGH(1);

    static final List<String> NAMES = List.of("auto", "low", "medium", "high", "standard", "hd");

    private final double share;

    Quality(double share) {
        this.share = share;
    }

    /** @param name one of {@link #NAMES} */
    static Quality parse(String name) {
        return switch (name) {
            case "low" -> LOW;
            case "medium", "standard" -> MEDIUM;
            default -> HIGH;
        };
    }

    int steps(int modelSteps) {
        return (int) Math.max(1, Math.round(modelSteps * share));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
