package io.emaki.illustration;

import java.util.Optional;
import java.util.UUID;

/**
 * An edit job is over; published in the transaction that ended it.
 *
 * @param pictureSha256 the picture that it made the current one; empty when it ended without
 */
public record EditEnded(UUID jobId, UUID personaId, JobState state, Optional<String> pictureSha256) {}
