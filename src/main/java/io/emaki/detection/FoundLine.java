package io.emaki.detection;

import io.emaki.intent.Detection;
import io.emaki.intent.VisualChange;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a detector found in a turn, as a line of JSON.
 *
 * @param id of the turn
 * @param detector who says so
 */
public record FoundLine(String id, String detector, List<Found> changes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A change, with its axis and op in lower case. */
    public record Found(String axis, String op, String description, String evidence, double confidence) {

        static Found of(VisualChange change) {
            return new Found(
                    change.axis().name().toLowerCase(Locale.ROOT),
                    change.op().name().toLowerCase(Locale.ROOT),
                    change.description(),
                    change.evidence(),
                    change.confidence());
        }
    }

    public static FoundLine of(String id, Detection detection) {
        return new FoundLine(
                id,
                detection.detector(),
                detection.changes().stream().map(Found::of).toList());
    }

    /** Without a line break. */
    public String json() {
        return JSON.writeValueAsString(this);
    }
}
