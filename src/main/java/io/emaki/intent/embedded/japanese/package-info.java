/** Japanese grammar for the detector, on Kuromoji's analysis. */
@NullMarked
package io.emaki.intent.embedded.japanese;

import org.jspecify.annotations.NullMarked;
