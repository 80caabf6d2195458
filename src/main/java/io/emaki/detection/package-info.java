/** Turns from files: what a detector finds in them, and how right it is where labels say what is true. */
@NullMarked
package io.emaki.detection;

import org.jspecify.annotations.NullMarked;
