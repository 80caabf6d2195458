/** Training: full models and adapters, with the engine's own forward. */
@NullMarked
package io.emaki.hidream.train;

import org.jspecify.annotations.NullMarked;
