/** Keeps a persona's picture in step with its appearance: instructions, edit jobs, policy. */
@NullMarked
package io.emaki.illustration;

import org.jspecify.annotations.NullMarked;
