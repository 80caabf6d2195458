package io.emaki.story;

import io.emaki.illustration.JobSummary;
import io.emaki.persona.AppearanceChange;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a turn led to.
 *
 * @param jobs edits that are due because of it; one per persona that looks different now
 * @param declined changes that were detected and not made
 */
public record TurnOutcome(Turn turn, List<JobSummary> jobs, List<Declined> declined) {

    /** @param reason why the change was not made */
    public record Declined(UUID personaId, String axis, String op, String reason) {

        static Declined of(UUID personaId, AppearanceChange change, String reason) {
            return new Declined(
                    personaId,
                    change.facet().name().toLowerCase(Locale.ROOT),
                    change.operation().name().toLowerCase(Locale.ROOT),
                    reason);
        }
    }
}
