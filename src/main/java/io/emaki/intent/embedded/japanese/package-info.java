/** The detector of Japanese, on words as Kuromoji splits them. */
@NullMarked
package io.emaki.intent.embedded.japanese;

import org.jspecify.annotations.NullMarked;
