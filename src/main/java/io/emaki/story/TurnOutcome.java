package io.emaki.story;

import io.emaki.illustration.JobSummary;
import java.util.List;

/**
 * What a turn led to.
 *
 * @param jobs edits that are due because of it; one per persona that looks different now
 */
public record TurnOutcome(Turn turn, List<JobSummary> jobs) {}
