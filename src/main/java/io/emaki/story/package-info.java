/** Stories and their turns; knows nothing of pixels. */
@NullMarked
package io.emaki.story;

import org.jspecify.annotations.NullMarked;
