package io.emaki.illustration;

import org.jspecify.annotations.Nullable;

/**
 * An edit job and its place.
 *
 * @param queuePosition how many waiting jobs are older, plus one; null when the job does not wait
 */
public record JobStatus(EditJob job, @Nullable Long queuePosition) {}
