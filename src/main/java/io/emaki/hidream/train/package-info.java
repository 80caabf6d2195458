/** Training: full models and adapters, with the engine's own forward. */
@NamedInterface("train")
@NullMarked
package io.emaki.hidream.train;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
