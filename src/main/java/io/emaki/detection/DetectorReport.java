package io.emaki.detection;

import java.util.List;
import java.util.Map;

/**
 * What an evaluation measured.
 *
 * @param detector who was asked
 * @param answered how many turns each one answered: a fallback or the gate may have spoken instead
 * @param kinds by tag
 * @param gate over all turns, and by language
 * @param confusions every turn that went wrong, in the order of the input
 */
public record DetectorReport(
        String detector,
        Map<String, Integer> answered,
        Figures overall,
        Map<String, Figures> axes,
        Map<String, Figures> languages,
        Map<String, Figures> kinds,
        Map<String, GateFigures> gate,
        Latency latency,
        List<Confusion> confusions) {}
