/** English grammar for the detector. */
@NullMarked
package io.emaki.intent.embedded.english;

import org.jspecify.annotations.NullMarked;
