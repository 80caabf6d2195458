/** Pillow-exact resizing, reference preparation and layout boxes. */
@NullMarked
package io.emaki.hidream.pixels;

import org.jspecify.annotations.NullMarked;
