/** Splits a turn into what is narrated and what is only said. */
@NullMarked
package io.emaki.intent.embedded.text;

import org.jspecify.annotations.NullMarked;
