/**
 * Which descriptions of pictures may be drawn of whom. Word lists decide, in English, Japanese and Chinese; they are
 * resources of this package. Nothing here looks at pixels.
 */
@NullMarked
package io.emaki.policy;

import org.jspecify.annotations.NullMarked;
