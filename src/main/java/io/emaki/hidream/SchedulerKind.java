package io.emaki.hidream;

import java.util.Locale;

/** The schedulers of the official pipeline. */
public enum SchedulerKind {
    /** UniPC multistep for flow: order 2, bh2, lower order at the end. The full model's. */
    UNIPC,
    /** Flow-match Euler. The dev model's for edits with one reference. */
    FLOW_MATCH,
    /** Stochastic Euler with clipped noise. The dev model's otherwise. */
    FLASH;

    /** The name in options: {@code unipc}, {@code flow-match} or {@code flash}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InvalidRequestException for {@code scheduler} when the text is none of the three names */
    public static SchedulerKind parse(String text) {
        for (SchedulerKind kind : values()) {
            if (kind.label().equals(text)) {
                return kind;
            }
        }
        throw new InvalidRequestException("scheduler", "must be unipc, flow-match or flash, not '" + text + "'");
    }
}
