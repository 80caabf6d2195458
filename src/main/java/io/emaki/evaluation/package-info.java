/**
 * Measures how well a picture model follows instructions and keeps what they do not name, on the world that
 * {@link io.emaki.world} draws: every edit has a known right answer there.
 */
@NullMarked
package io.emaki.evaluation;

import org.jspecify.annotations.NullMarked;
