/** Finds the turns that surely change nothing, so that nobody pays for a model to read them. */
@NullMarked
package io.emaki.intent.gate;

import org.jspecify.annotations.NullMarked;
