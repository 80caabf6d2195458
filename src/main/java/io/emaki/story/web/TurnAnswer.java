package io.emaki.story.web;

import io.emaki.illustration.JobSummary;
import io.emaki.story.TurnChange;
import io.emaki.story.TurnOutcome;
import java.util.List;
import java.util.UUID;

/** The answer to a turn, given as soon as the changes are known and the edits are due. */
record TurnAnswer(
        UUID turnId,
        int number,
        int swipe,
        String detector,
        List<TurnChange> changes,
        List<JobSummary> jobs,
        List<TurnOutcome.Declined> declined) {

    static TurnAnswer of(TurnOutcome outcome) {
        return new TurnAnswer(
                outcome.turn().getId(),
                outcome.turn().number(),
                outcome.turn().swipe(),
                outcome.turn().detector(),
                outcome.turn().changes(),
                outcome.jobs(),
                outcome.declined());
    }
}
