package io.emaki.detection;

import org.jspecify.annotations.Nullable;

/**
 * How right a detector is on a group of turns; shares are null where the group has nothing to judge them by.
 *
 * @param right changes found that the labels have, as pairs of axis and op
 * @param wrong changes found that they do not have
 * @param missed changes that were not found
 * @param quiet turns that change nothing
 * @param falseTriggerRate share of the quiet turns in which something was found
 * @param named share of the right changes whose description names the thing
 */
public record Figures(
        int turns,
        int right,
        int wrong,
        int missed,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1,
        int quiet,
        @Nullable Double falseTriggerRate,
        @Nullable Double named) {}
