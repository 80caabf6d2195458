/** Calls into libtorch through DJL: script module, native values, transfer of numbers. */
@NullMarked
package io.emaki.hidream.runtime;

import org.jspecify.annotations.NullMarked;
