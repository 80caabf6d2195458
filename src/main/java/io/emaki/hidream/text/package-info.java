/** Tokenizer and chat template. */
@NullMarked
package io.emaki.hidream.text;

import org.jspecify.annotations.NullMarked;
