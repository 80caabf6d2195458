/** Finds what a turn of the story changes about how its persona looks. */
@NullMarked
package io.emaki.intent;

import org.jspecify.annotations.NullMarked;
