/** The token sequence and its three-axis positions. */
@NullMarked
package io.emaki.hidream.sequence;

import org.jspecify.annotations.NullMarked;
