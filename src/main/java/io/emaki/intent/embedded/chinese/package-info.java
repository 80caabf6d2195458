/** Chinese grammar for the detector. */
@NullMarked
package io.emaki.intent.embedded.chinese;

import org.jspecify.annotations.NullMarked;
