/** Word lists and rules kept as resource files, and text in which the listed words are tagged. */
@NullMarked
package io.emaki.intent.embedded.lexicon;

import org.jspecify.annotations.NullMarked;
