package io.emaki.detection;

import org.jspecify.annotations.Nullable;

/**
 * What the gate before the language model would do.
 *
 * @param changing turns that change something
 * @param recall share of them that it lets pass
 * @param quiet turns that change nothing
 * @param savings share of them that it skips
 */
public record GateFigures(
        int changing,
        @Nullable Double recall,
        int quiet,
        @Nullable Double savings) {}
